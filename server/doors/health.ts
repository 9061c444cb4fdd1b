import type { Context } from '#server/platform/context.ts'
import type { App } from '#server/platform/http.ts'
import { figuresOf, openMetrics } from '#server/platform/metrics.ts'

/** `/healthz` and `/metrics`. The first asks nobody: it says what the database's pulse was within the last two seconds. */
export function healthDoor(app: App, ctx: Context): void {
  const started = performance.now()
  const metrics = openMetrics(app, ctx)
  const figures = figuresOf(metrics, () => ctx.clock.monotonic())
  app.get('/healthz', { schema: { hide: true } }, async (_req, reply) => {
    const up = await ctx.db.alive()
    return reply
      .code(up ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: up ? 'ok' : 'no-database', role: ctx.config.role, uptime: Math.round((performance.now() - started) / 1000) })
  })
  app.get('/metrics', { schema: { hide: true } }, async (_req, reply) =>
    reply
      .header('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await figures()),
  )
}
