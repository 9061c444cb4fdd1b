import type { Context } from './context.ts'
import { isDeadlock, isEngines, sql, type Tx } from './db.ts'
import type { Event, EventName, Handler, Wiring } from './events.ts'
import { faultLine } from './fault.ts'

/** Failed attempts of one subscriber within one batch. What is left then is put off untried: a handler that takes nothing must not cost a thousand tries. */
const MAX_FAILURES = 100
/** Seconds until the n-th try: 2, 4, 8 …; after this many it is given up for that subscriber, until somebody looks. */
const MAX_TRIES = 12
const PUT_OFF = 'put off: too many others failed'
/**
 * What never ends must not hold up the batch, ms: `first` is for a batch, `later` for its parts once one did not end, `whole` for all tries
 * of one subscriber; what is left then is put off untried.
 */
const ENDS = { first: 30_000, later: 3000, whole: 60_000 }
type Ends = typeof ENDS
const endsOf = (ctx: Context): Ends => ctx.hold('platform.delivery', () => ({ ...ENDS }))

type Any = Handler<EventName>
interface Refused {
  event: Event
  /** null: not tried. */
  error: unknown
}
/** What a subscriber may still cost within one batch. */
interface Budget {
  tries: number
  /** For one try, ms. */
  ms: number
  /** On the monotonic clock. */
  until: number
}

/**
 * Takes up to `limit` events out of the outbox and offers them to their subscribers, each under a savepoint of its own: what one cannot take
 * is kept for it in `delivery` and undone in nothing else. All in one transaction, so each effect happens exactly once. Answers how many were taken.
 */
export const deliver = (ctx: Context, wiring: Wiring, limit: number): Promise<number> =>
  ctx.db.tx(async (tx) => {
    await limitStatements(ctx, tx)
    const events = await tx.rows<Event>(sql`
      delete from outbox where id in (select id from outbox order by id limit ${limit} for update skip locked) returning id, name, facts, at`)
    for (const [name, group] of Map.groupBy(inOrder(events), (e) => e.name))
      for (const [subscriber, handle] of subscribersOf(wiring, name)) await keep(tx, subscriber, await offer(ctx, tx, handle, group))
    return events.length
  })

/** Offers again what is due of that which subscribers could not take. Answers how many were taken up. */
export const redeliver = (ctx: Context, wiring: Wiring, limit: number): Promise<number> =>
  ctx.db.tx(async (tx) => {
    await limitStatements(ctx, tx)
    const due = await tx.rows<Event & { subscriber: string }>(sql`
      select event_id as id, subscriber, name, facts, at from delivery where due_at <= now() order by event_id limit ${limit} for update skip locked`)
    for (const group of Map.groupBy(inOrder(due), (d) => `${d.subscriber} ${d.name}`).values()) {
      const [{ name, subscriber }] = group as [(typeof due)[number]]
      const handle = subscribersOf(wiring, name).find(([s]) => s === subscriber)?.[1]
      const events = group.map(({ id, name: n, facts, at }) => ({ id, name: n, facts, at }) as Event)
      const refused = handle ? await offer(ctx, tx, handle, events) : events.map((event) => ({ event, error: null }))
      await keep(tx, subscriber, refused, handle ? PUT_OFF : 'nobody of this name in this release')
      const left = new Set(refused.map((r) => r.event.id))
      const taken = events.map((e) => e.id).filter((id) => !left.has(id))
      await tx.run(sql`delete from delivery where subscriber = ${subscriber} and event_id = any(${taken}::bigint[])`)
    }
    return due.length
  })

/** The first event, whose batch cannot even be committed, is kept for each of its subscribers, so that it holds up nothing else. */
export const setAside = (ctx: Context, wiring: Wiring, error: unknown): Promise<void> =>
  ctx.db.tx(async (tx) => {
    const [event] = await tx.rows<Event>(sql`
      delete from outbox where id in (select id from outbox order by id limit 1 for update skip locked) returning id, name, facts, at`)
    if (event) for (const [subscriber] of subscribersOf(wiring, event.name)) await keep(tx, subscriber, [{ event, error }])
  })

/** A statement that waits for ever would keep the way back, too. */
const limitStatements = (ctx: Context, tx: Tx) => tx.run(sql`select set_config('statement_timeout', ${String(endsOf(ctx).first)}, true)`)

const subscribersOf = (wiring: Wiring, name: EventName): [string, Any][] => Object.entries(wiring[name] ?? {}) as [string, Any][]

const inOrder = <T extends { id: string }>(rows: T[]): T[] => rows.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))

/** Hands a batch over; one that fails is halved until what cannot be taken stands alone: about 2 log₂ n tries for one among n. */
async function offer(ctx: Context, tx: Tx, handle: Any, events: Event[], budget = budgetOf(ctx)): Promise<Refused[]> {
  if (budget.tries <= 0 || ctx.clock.monotonic() >= budget.until) return events.map((event) => ({ event, error: null }))
  const error = await attempt(ctx, tx, handle, events, budget.ms)
  if (error === undefined) return []
  budget.tries--
  if (error instanceof Endless) budget.ms = endsOf(ctx).later
  if (events.length === 1) return [{ event: events[0] as Event, error }]
  const middle = events.length >> 1
  const first = await offer(ctx, tx, handle, events.slice(0, middle), budget)
  return [...first, ...(await offer(ctx, tx, handle, events.slice(middle), budget))]
}

const budgetOf = (ctx: Context): Budget => {
  const { first, whole } = endsOf(ctx)
  return { tries: MAX_FAILURES, ms: first, until: ctx.clock.monotonic() + whole }
}

class Endless extends Error {
  override readonly name = 'Endless'
}

/** The transaction as one attempt has it: whoever comes back after its end must not write into what others do by then. */
function lent(tx: Tx): { tx: Tx; end(): void } {
  let over = false
  const open =
    <A, R>(ask: (q: A) => Promise<R>) =>
    (q: A) =>
      over ? Promise.reject(new Endless('the time of this subscriber is over')) : ask(q)
  return {
    tx: { rows: open(tx.rows), one: open(tx.one), run: open(tx.run), inTransaction: true } as Tx,
    end: () => {
      over = true
    },
  }
}

/** Hands events to a handler, so long as it ends within `ms`. */
async function handed(ctx: Context, tx: Tx, handle: Any, events: Event[], ms: number): Promise<void> {
  const own = lent(tx)
  let timer: NodeJS.Timeout | undefined
  const end = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Endless(`not done after ${ms} ms`)), ms)
  })
  try {
    await Promise.race([handle(ctx, own.tx, events), end])
  } finally {
    clearTimeout(timer)
    own.end()
  }
}

/** Runs a handler under a savepoint. Answers what it threw, undefined when all went well; what is no fault of the event's is thrown on. */
async function attempt(ctx: Context, tx: Tx, handle: Any, events: Event[], ms: number): Promise<unknown> {
  await tx.run(sql`savepoint subscriber`)
  try {
    await handed(ctx, tx, handle, events, ms)
    await tx.run(sql`release savepoint subscriber`)
    return undefined
  } catch (e) {
    // Nothing was wrong with the events: the whole batch is tried again, later or at once.
    if (isDeadlock(e) || isEngines(e)) throw e
    await tx.run(sql`rollback to savepoint subscriber`)
    await tx.run(sql`release savepoint subscriber`)
    return e ?? new Error('a handler threw nothing')
  }
}

async function keep(tx: Tx, subscriber: string, refused: readonly Refused[], untried = PUT_OFF): Promise<void> {
  if (refused.length === 0) return
  const rows = refused.map(({ event: { id, name, facts, at }, error }) => ({
    ...{ id, name, facts, at },
    tries: error === null ? 0 : 1,
    why: error === null ? untried : faultLine(error),
  }))
  await tx.run(sql`
    insert into delivery as d (event_id, subscriber, name, facts, at, tries, due_at, why)
    select id, ${subscriber}, name, facts, at, tries, now() + interval '1 second' * case tries when 0 then 1 else 2 end, why
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id bigint, name text, facts jsonb, at timestamptz, tries int, why text)
    on conflict (event_id, subscriber) do update set tries = d.tries + excluded.tries, why = excluded.why, failed_at = now(),
      due_at = case when d.tries + excluded.tries >= ${MAX_TRIES} then null
        when excluded.tries = 0 then now() + interval '1 minute' else now() + interval '1 second' * power(2, d.tries + 1) end`)
}
