import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { App } from '#server/platform/http.ts'
import { openMetrics } from '#server/platform/metrics.ts'

/** `/healthz` and `/metrics`. */
export function healthDoor(app: App, ctx: Context): void {
  const started = performance.now()
  const metrics = openMetrics(app, ctx)
  app.get('/healthz', { schema: { hide: true } }, async (_req, reply) => {
    const up = await Promise.race([
      ctx.db.one(sql`select 1 as up`).then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((done) => setTimeout(done, 2000, false).unref()),
    ])
    return reply
      .code(up ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: up ? 'ok' : 'no-database', role: ctx.config.role, uptime: Math.round((performance.now() - started) / 1000) })
  })
  app.get('/metrics', { schema: { hide: true } }, async (_req, reply) => reply.type(metrics.contentType).send(await metrics.metrics()))
}
