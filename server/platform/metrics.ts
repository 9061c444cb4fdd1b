import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { connectionsOf } from './connections.ts'
import type { Context } from './context.ts'
import { type Sql, sql } from './db.ts'
import type { App } from './http.ts'
import { lastResort } from './last-resort.ts'
import { quickAnswers } from './quick.ts'
import { partsMissed } from './without.ts'

/** Whoever asks more often than this gets the figures of before: gathering them is six statements and some ms, and anybody may ask who is let. */
const FRESH_MS = 1000

/** The figures as text, gathered once for all who ask within a second. */
export function figuresOf(registry: Registry, monotonic: () => number): () => Promise<string> {
  let kept: { text: Promise<string>; until: number } | undefined
  return () => {
    if (kept && monotonic() < kept.until) return kept.text
    const text = registry.metrics()
    kept = { text, until: monotonic() + FRESH_MS }
    text.catch(() => {
      kept = undefined
    })
    return text
  }
}

/** Counts an answer, given over the network or by the site to itself. `ms`: how long it took. */
export type Answered = (method: string, route: string, status: number, ms: number) => void

/** Whoever counts answers in this process; before `openMetrics` nobody does. */
export const answered = (ctx: Context): { count: Answered } => ctx.hold('platform.answered', () => ({ count: () => {} }))

/** Prometheus figures of one process: requests by route, pool, outbox, jobs, and Node's own. */
export function openMetrics(app: App, ctx: Context): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  const counting = answered(ctx)
  counting.count = (method, route, status, ms) => seconds.observe({ method, route, status: String(status) }, ms / 1000)
  app.addHook('onResponse', (req, reply, done) => {
    counting.count(req.method, req.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime)
    done()
  })
  const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await read())
      },
    })
  gauge('http_quick_answers', 'Requests answered from memory before any route; not in http_request_seconds', () => quickAnswers(ctx).served)
  gauge('http_connections_refused', 'Connections refused because open files allow no more', () => connectionsOf(ctx).refused)
  gauge('http_bodies_given_up', 'Requests whose body came too slowly', () => connectionsOf(ctx).slow)
  gauge('unhandled_rejections', 'Promises that failed and that nobody held; one is a bug', () => lastResort(ctx).rejections)
  gauge('uncaught_exceptions', 'Exceptions that nobody caught', () => lastResort(ctx).exceptions)
  new Gauge({
    name: 'answers_without',
    help: 'Answers that went without a part of them, because it failed or was late, by part',
    labelNames: ['part'],
    registers: [registry],
    collect() {
      for (const [part, { failures }] of partsMissed(ctx)) this.set({ part }, failures)
    },
  })
  gauge('db_pool_total', 'Open database connections', () => ctx.db.pool.totalCount)
  gauge('db_pool_waiting', 'Requests waiting for a connection', () => ctx.db.pool.waitingCount)
  const count = (q: ReturnType<typeof sql>) => async () => (await ctx.db.one<{ n: number }>(q))?.n ?? 0
  gauge('outbox_waiting', 'Events not yet delivered', count(sql`select count(*)::int as n from outbox`))
  const kept = (name: string, help: string, which: Sql) =>
    new Gauge({
      name,
      help,
      labelNames: ['subscriber'],
      registers: [registry],
      async collect() {
        this.reset()
        const rows = await ctx.db.rows<{ subscriber: string; n: number }>(
          sql`select subscriber, count(*)::int as n from delivery where ${which} group by subscriber`,
        )
        for (const { subscriber, n } of rows) this.set({ subscriber }, n)
      },
    })
  kept('deliveries_waiting', 'Events that a subscriber could not take yet; they are tried again', sql`due_at is not null`)
  kept('deliveries_dead', 'Events given up on for a subscriber; they stay until someone has them tried again', sql`due_at is null`)
  gauge(
    'jobs_waiting',
    'Jobs due',
    count(sql`select count(*)::int as n from graphile_worker.jobs where run_at <= now() and attempts < max_attempts`),
  )
  return registry
}
