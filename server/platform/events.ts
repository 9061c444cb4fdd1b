import type { Context } from './context.ts'
import { isDeadlock, isEngines, type Queryable, sql, type Tx } from './db.ts'
import { deliver, redeliver, setAside } from './delivery.ts'

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
/** The longest wait while nothing can be delivered at all, in milliseconds. */
const AWAY_MS = 5000

/**
 * The outbox: a table of what happened, emptied in batches by whichever worker is free. A subscriber gets the events of one name in order of their ids;
 * what it could not take comes again later, alone, so it may come after what happened after it (docs/decisions/101).
 */
export function openEvents(ctx: () => Context): Events {
  let wiring: Wiring = {}
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  let stopped = false
  let size = BATCH

  /** A batch that fails as a whole is no subscriber's fault; should it go on failing, smaller ones find the event that it hangs on. */
  const take = async (): Promise<number> => {
    try {
      const n = await deliver(ctx(), wiring, size)
      size = Math.min(BATCH, size * 2)
      return n
    } catch (e) {
      if (isEngines(e)) throw e
      ctx().log.error({ err: e, size }, 'a batch of events could not be delivered')
      if (size === 1 && !isDeadlock(e)) await setAside(ctx(), wiring, e)
      size = Math.max(1, size >> 1)
      return 1
    }
  }

  const drain = async (): Promise<number> => {
    for (let total = 0; ; ) {
      const n = (await take()) + (await redeliver(ctx(), wiring, BATCH))
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
      let wait = IDLE_MS
      const tick = () => {
        running = drain()
          .then(
            () => {
              wait = IDLE_MS
            },
            (e) => {
              wait = Math.min(AWAY_MS, wait * 2)
              ctx().log.warn({ err: e }, 'events wait')
            },
          )
          .finally(() => {
            if (!stopped) timer = setTimeout(tick, wait)
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
