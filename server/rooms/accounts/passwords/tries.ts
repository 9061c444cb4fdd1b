import { LRUCache } from 'lru-cache'
import type { Context } from '#server/platform/context.ts'
import { isEngines, sql } from '#server/platform/db.ts'
import { memoryLimits, type Rate } from '#server/platform/limits.ts'
import { sharedNow } from '#server/platform/shared-limits.ts'
import { vault } from '#server/platform/vault.ts'

/** Tries at one account from one place. Times are in milliseconds of the clock of the store that holds them. */
export interface Tries {
  /** Wrong ones, and those under way. */
  count: number
  /** Nothing is looked at before. */
  until: number
  /** From when, while the account is guarded, this place's turn has come. */
  turn: number | null
  at: number
  /** Its owner was right there. */
  home: boolean
}

export type Take = (name: string, who: string, rate: Rate, cost?: number) => Promise<number>
/** Decides on a try: what is known afterwards, and what is answered. */
export type Decide<T> = (had: Tries, now: number, take: Take) => Promise<[Tries, T]>

/** Where tries are held. Of two at one place at the same moment the second finds what the first has left. */
export interface TryStore {
  change<T>(key: string, decide: Decide<T>): Promise<T>
  /** Gives back what was taken from a bucket together with others. */
  giveBack(name: string, who: string, rate: Rate): Promise<void>
}

const none: Tries = { count: 0, until: 0, turn: null, at: 0, home: false }
const FORGOTTEN_MS = 24 * 3_600_000
/** From this count on a place is held. */
export const FREE = 5

/** After a day without tries those before are forgotten; a home stays one. */
const fresh = (had: Tries | undefined, now: number): Tries =>
  had && now - had.at < FORGOTTEN_MS ? had : { ...none, at: now, home: had?.home ?? false }

export interface MemoryTries extends TryStore {
  /** What is known of a place from elsewhere. */
  put(key: string, tries: Tries): void
}

/** In this process alone. Apart by kind, so that a flood of first tries pushes out first tries, and nothing that holds somebody. */
export function memoryTries(monotonic: () => number): MemoryTries {
  const limits = memoryLimits(true, monotonic)
  const first = new LRUCache<string, Tries>({ max: 100_000 })
  const held = new LRUCache<string, Tries>({ max: 100_000 })
  const homes = new LRUCache<string, true>({ max: 50_000 })
  let last: Promise<unknown> = Promise.resolve()
  const put = (key: string, tries: Tries) => {
    if (tries.home) homes.set(key, true)
    first.delete(key)
    held.delete(key)
    if (tries.count > 0 || tries.turn !== null) (tries.count < FREE ? first : held).set(key, tries)
  }
  const take: Take = async (name, who, rate, cost) => limits.count(name, who, rate, cost)
  return {
    put,
    change(key, decide) {
      const work = async () => {
        const now = monotonic()
        const had = { ...fresh(held.get(key) ?? first.get(key), now), home: homes.has(key) }
        const [next, said] = await decide(had, now, take)
        put(key, next)
        return said
      }
      const done = last.then(work)
      last = done.catch(() => {})
      return done
    },
    async giveBack(name, who, rate) {
      limits.count(name, who, rate, -1)
    },
  }
}

interface Row {
  count: number
  until: number
  turn: number | null
  at: number
  home: boolean
  now: number
}

/**
 * In the database, for all processes, under a digest of account and place. While the database is away each process counts for itself, from what
 * it knows of tries that came to it.
 */
export function sharedTries(ctx: Context): TryStore {
  const alone = memoryTries(() => ctx.clock.monotonic())
  return {
    async change(key, decide) {
      try {
        const { next, said, now } = await inDatabase(ctx, vault(ctx).digest(`guess ${key}`), decide)
        const by = ctx.clock.monotonic() - now
        alone.put(key, { ...next, until: next.until + by, at: next.at + by, turn: next.turn === null ? null : next.turn + by })
        return said
      } catch (e) {
        if (!isEngines(e)) throw e
        return alone.change(key, decide)
      }
    },
    async giveBack(name, who, rate) {
      await ctx.limits.take(name, who, rate, -1)
    },
  }
}

const inDatabase = <T>(ctx: Context, id: Buffer, decide: Decide<T>): Promise<{ next: Tries; said: T; now: number }> =>
  ctx.db.tx(async (tx) => {
    const clock = sharedNow(ctx)
    // Makes the row, or waits for whoever has it.
    const row = (await tx.one(sql`
      insert into guess as g (id, at) values (${id}, ${clock}) on conflict (id) do update set id = excluded.id
      returning count, ${msOf('g.until')} as until, ${msOf('g.turn')} as turn, ${msOf('g.at')} as at, home`)) as Omit<Row, 'now'>
    const { now } = (await tx.one(sql`select extract(epoch from ${clock})::float8 * 1000 as now`)) as Pick<Row, 'now'>
    const had = fresh({ ...row, until: row.until ?? 0 }, now)
    const [next, said] = await decide(had, now, (name, who, rate, cost) => ctx.limits.take(name, who, rate, cost, tx))
    await tx.run(
      next.count === 0 && next.turn === null && !next.home
        ? sql`delete from guess where id = ${id}`
        : sql`update guess set count = ${next.count}, until = to_timestamp(${next.until}::float8 / 1000),
            turn = to_timestamp(${next.turn}::float8 / 1000), at = to_timestamp(${next.at}::float8 / 1000), home = ${next.home} where id = ${id}`,
    )
    return { next, said, now }
  })

const msOf = (column: 'g.until' | 'g.turn' | 'g.at') => sql`extract(epoch from ${sql.raw(column)})::float8 * 1000`

/** How long a place where the owner was right is known as one. */
const HOME_DAYS = 90
/** First tries kept: a flood of them fills no disk. Those that hold somebody are not among them. */
const MOST_FIRST = 200_000

/** Forgets tries after a day, homes after three months, and first tries that are too many, oldest first. */
export async function sweepTries(ctx: Context): Promise<void> {
  const now = sharedNow(ctx)
  await ctx.db.run(sql`
    delete from guess where at < ${now} - interval '1 day' and (not home or at < ${now} - make_interval(days => ${HOME_DAYS}))`)
  await ctx.db.run(sql`
    delete from guess where id in (
      select id from guess where count < ${FREE} and not home order by at desc offset ${MOST_FIRST})`)
}
