import type { Context } from './context.ts'
import type { Queryable, Tx } from './db.ts'
import { sql } from './db.ts'

/**
 * Event name → its facts, as JSON carries them. Each room adds its own in its `events.ts`
 * (`declare module '#server/platform/events.ts' { interface EventFacts extends … {} }`), so that a renamed fact stops the build wherever it is used.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the rooms fill it.
export interface EventFacts {}
export type EventName = keyof EventFacts

/** One thing that happened. Of several names: a union that `name` tells apart. */
export type Event<N extends EventName = EventName> = {
  [K in N]: { id: string; name: K; facts: EventFacts[K]; at: Date }
}[N]

/**
 * Takes a batch of one kind of event, in order, inside the transaction that also deletes them: what it writes happens exactly once.
 * Slow work and anything outside the database is put off to a job (`ctx.jobs.add(tx, …)`); everything is read on `tx`.
 */
export type Handler<N extends EventName = EventName> = (ctx: Context, tx: Tx, events: Event<N>[]) => Promise<void>

/** Event name → subscriber → its handler. A subscriber's name is kept with what it could not take, so it must not change: it is the room's. */
export type Wiring = { readonly [N in EventName]?: Readonly<Record<string, Handler<N>>> }

export interface Events {
  /** Writes the event in the caller's transaction: it happens if and only if the fact does. */
  emit<N extends EventName>(tx: Queryable, name: N, facts: EventFacts[N]): Promise<void>
  /** Many events of one name in one statement. */
  emitMany<N extends EventName>(tx: Queryable, name: N, facts: readonly EventFacts[N][]): Promise<void>
  /** Delivers what is waiting; returns how many. Safe to call from several processes at once. */
  drain(): Promise<number>
  /** Delivers until stopped. */
  start(wiring: Wiring): void
  wire(wiring: Wiring): void
}

const BATCH = 500
const IDLE_MS = 150
const MAX_TRIES = 12

/** The outbox: a table of what happened, emptied in batches by whichever worker is free. */
export function openEvents(ctx: () => Context): Events {
  let wiring: Wiring = {}
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  let stopped = false

  const deliver = async (limit: number): Promise<number> =>
    ctx().db.tx(async (tx) => {
      const events = await tx.rows<Event>(sql`
        delete from outbox where id in (select id from outbox where due_at <= now() order by id limit ${limit} for update skip locked)
        returning id, name, facts, at`)
      events.sort((a, b) => Number(BigInt(a.id) - BigInt(b.id)))
      const byName = Map.groupBy(events, (e) => e.name)
      for (const [name, group] of byName)
        for (const handle of Object.values(wiring[name] ?? {})) await (handle as Handler)(ctx(), tx, group)
      return events.length
    })

  // One event that cannot be delivered must not hold up the others: it is set aside for later, longer each time, and never dropped.
  const setAside = async (e: unknown): Promise<void> => {
    ctx().log.error({ err: e }, 'an event could not be delivered')
    await ctx().db.run(sql`
      update outbox set tries = tries + 1, due_at = case when tries >= ${MAX_TRIES} then 'infinity' else now() + interval '1 second' * power(2, tries) end
      where id = (select id from outbox where due_at <= now() order by id limit 1 for update skip locked)`)
  }

  const drain = async (): Promise<number> => {
    let total = 0
    for (;;) {
      let n: number
      try {
        n = await deliver(BATCH)
      } catch {
        try {
          n = await deliver(1)
        } catch (e) {
          await setAside(e)
          n = 1
        }
      }
      total += n
      if (n === 0 || stopped) return total
    }
  }

  return {
    emit: async (tx, name, facts) => {
      await tx.run(sql`insert into outbox (name, facts) values (${name}, ${JSON.stringify(facts)}::jsonb)`)
    },
    emitMany: async (tx, name, facts) => {
      if (facts.length === 0) return
      await tx.run(sql`insert into outbox (name, facts) select ${name}, f from jsonb_array_elements(${JSON.stringify(facts)}::jsonb) as f`)
    },
    drain,
    wire(w) {
      wiring = w
    },
    start(w) {
      wiring = w
      const tick = () => {
        running = drain()
          .catch((e) => ctx().log.error({ err: e }, 'events wait'))
          .finally(() => {
            if (!stopped) timer = setTimeout(tick, IDLE_MS)
          })
      }
      tick()
      ctx().onStop(async () => {
        stopped = true
        clearTimeout(timer)
        await running
      })
    },
  }
}
