import type { Context } from './context.ts'
import { isEngines, type Queryable, type Sql, sql } from './db.ts'
import { type Bucket, type Limits, memoryLimits, type Rate, waitOf } from './limits.ts'
import { vault } from './vault.ts'

/** How long what was counted here may wait to be told. */
const TELL_MS = 250
/** The clock is read several times in a statement: a bucket filled to the brim must not miss its last drop by that, s. */
const DROP = 0.001

interface Told {
  name: string
  key: string
  rate: Rate
  bucket: Bucket
}

/** What is counted stands in the database under a digest, not by its name. */
const idOf = (ctx: Context, name: string, key: string): Buffer => vault(ctx).digest(`limit ${name} ${key}`)

/** The database's clock, which all processes share, as a piece of SQL: read where it stands, so after whatever lock was waited for. */
export const sharedNow = (ctx: Context): Sql => sql`coalesce(${ctx.clock.shared()}::timestamptz, clock_timestamp())`
/** The same, once for the whole statement. */
const statementNow = (ctx: Context): Sql => sql`coalesce(${ctx.clock.shared()}::timestamptz, statement_timestamp())`
const secondsOf = (n: Sql) => sql`${n} * interval '1 second'`

/**
 * Limits in PostgreSQL, one row a bucket that is not full, measured by the database's clock. While the database is away each process goes on with
 * what it knows.
 */
export function sharedLimits(get: () => Context): Limits {
  let due: Told[] = []
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  const later = () => {
    timer ??= setTimeout(() => void tell(), TELL_MS).unref()
  }
  const tell = () => {
    clearTimeout(timer)
    timer = undefined
    running = running.then(tellAll)
    return running
  }
  const here = memoryLimits(
    true,
    () => get().clock.monotonic(),
    undefined,
    (name, key, rate, bucket) => {
      due.push({ name, key, rate, bucket })
      later()
    },
  )
  /** One statement for all that was taken here, which answers what all took. */
  const tellAll = async () => {
    const ctx = get()
    const told = due.map((one) => ({ ...one, id: idOf(ctx, one.name, one.key), cost: one.bucket.untold }))
    due = []
    if (told.length === 0) return
    for (const { bucket } of told) {
      bucket.untold = 0
      bucket.due = false
    }
    const asked = ctx.clock.monotonic()
    const rows = await putAll(ctx, told).catch((e) => {
      if (!isEngines(e)) ctx.log.warn({ err: e }, 'limits could not be told to other processes')
      return null
    })
    if (rows === null) {
      for (const one of told) {
        one.bucket.untold += one.cost
        if (!one.bucket.due) due.push(one)
        one.bucket.due = true
      }
      return later()
    }
    const left = new Map(rows.map((row) => [row.id.toString('base64url'), row.empty]))
    for (const { id, name, key, rate } of told) {
      const empty = left.get(id.toString('base64url'))
      if (empty !== undefined) here.settle(name, key, rate, rate.burst - (empty * rate.burst) / rate.seconds, asked)
    }
  }
  return {
    get size() {
      return here.size
    },
    count: (name, key, rate, cost) => (get().config.rateLimits ? here.count(name, key, rate, cost) : 0),
    async take(name, key, rate, cost = 1, db) {
      const ctx = get()
      if (!ctx.config.rateLimits) return 0
      if (cost > rate.burst) return rate.seconds
      try {
        const asked = ctx.clock.monotonic()
        const { taken, left } = await takeFrom(ctx, db ?? ctx.db, idOf(ctx, name, key), rate, cost)
        // Known here too, for when the database is away.
        here.settle(name, key, rate, left, asked, cost > 0)
        return taken ? 0 : waitOf(rate, cost, left)
      } catch (e) {
        // In a transaction there is no going on.
        if (db || !isEngines(e)) throw e
        return here.count(name, key, rate, cost)
      }
    },
    tell,
    async stop() {
      await tell()
      clearTimeout(timer)
    },
  }
}

/** Takes, or takes nothing. Two at once are one after the other: the second finds what the first has left. */
async function takeFrom(ctx: Context, db: Queryable, id: Buffer, rate: Rate, cost: number): Promise<{ taken: boolean; left: number }> {
  const now = sharedNow(ctx)
  const takes = (cost * rate.seconds) / rate.burst
  const leftOf = (empty: number) => rate.burst - (Math.max(0, empty) * rate.burst) / rate.seconds
  // Should the clock have gone back: nobody waits longer than a bucket needs to fill.
  const had = sql`least(greatest(r.full_at, ${now}), ${now} + ${secondsOf(sql`${rate.seconds}::float8`)})`
  const taken = await db.one<{ empty: number }>(sql`
    insert into rate_limit as r (id, full_at, seconds)
    values (${id}, ${now} + ${secondsOf(sql`${takes}::float8`)}, ${rate.seconds}::float8)
    on conflict (id) do update set full_at = ${had} + ${secondsOf(sql`${takes}::float8`)}, seconds = excluded.seconds
    where ${had} + ${secondsOf(sql`${takes}::float8`)} <= ${now} + ${secondsOf(sql`${rate.seconds + DROP}::float8`)}
    returning extract(epoch from r.full_at - ${now})::float8 as empty`)
  if (taken) return { taken: true, left: leftOf(taken.empty) }
  const row = await db.one<{ empty: number }>(sql`
    select extract(epoch from ${had} - ${now})::float8 as empty from rate_limit as r where id = ${id}`)
  return { taken: false, left: leftOf(row?.empty ?? rate.seconds) }
}

/**
 * What was let through is taken, whether it was there or not: at most a whole bucket is owed, so that what several processes let through together
 * comes to the rate. Rows are locked in order of id, so that two processes never wait for each other.
 */
const putAll = (ctx: Context, all: readonly { id: Buffer; rate: Rate; cost: number }[]) => {
  const now = statementNow(ctx)
  return ctx.db.rows<{ id: Buffer; empty: number }>(sql`
    insert into rate_limit as r (id, full_at, seconds)
    select id, ${now} + ${secondsOf(sql`takes`)}, seconds
    from unnest(${all.map((a) => a.id)}::bytea[], ${all.map((a) => (a.cost * a.rate.seconds) / a.rate.burst)}::float8[],
      ${all.map((a) => a.rate.seconds)}::float8[]) as t(id, takes, seconds) order by id
    on conflict (id) do update set seconds = excluded.seconds,
      full_at = least(greatest(r.full_at, ${now}) + (excluded.full_at - ${now}), ${now} + 2 * ${secondsOf(sql`excluded.seconds`)})
    returning r.id, extract(epoch from r.full_at - ${now})::float8 as empty`)
}

/** Full buckets are the same as none. */
export const sweepLimits = (ctx: Context): Promise<number> => ctx.db.run(sql`delete from rate_limit where full_at < ${sharedNow(ctx)}`)
