import type { Context } from '#server/platform/context.ts'
import { counterRows, type PoolRow, poolIds, poolRows } from './read.ts'
import { snapshotOf } from './snapshot.ts'
import type { Snapshot } from './types.ts'

/** Newest and warmest notes kept in memory. */
const FRESH = 1500
const WARM = 2500
/** A snapshot older than this is read again, by the first who asks for it. */
const FRESH_MS = 1000

interface Pool {
  rows: Map<string, PoolRow>
  snapshot: Snapshot | null
  reading: Promise<Snapshot> | null
}

/**
 * The notes the feed may show now. Whoever finds the snapshot old reads it anew and waits; the others take the old one meanwhile. Texts, authors
 * and topics of a note are read once, counters each time; what changed otherwise is caught where the cards are made.
 */
export function currentPool(ctx: Context): Snapshot | Promise<Snapshot> {
  const pool = ctx.hold<Pool>('feed.pool', () => ({ rows: new Map(), snapshot: null, reading: null }))
  const { snapshot } = pool
  const now = ctx.clock.now().getTime()
  if (snapshot && (now - snapshot.at < FRESH_MS || pool.reading)) return snapshot
  pool.reading ??= read(ctx, pool, now)
    .catch((e) => {
      // A database that is away for a moment (a restart) does not empty the feed.
      if (!pool.snapshot) throw e
      ctx.log.warn({ err: e }, 'the feed goes on with what it knew')
      return pool.snapshot
    })
    .finally(() => {
      pool.reading = null
    })
  return pool.reading
}

async function read(ctx: Context, pool: Pool, now: number): Promise<Snapshot> {
  const ids = await poolIds(ctx.db, FRESH, WARM)
  const known = ids.filter((id) => pool.rows.has(id))
  const [counters, added] = await Promise.all([
    known.length > 0 ? counterRows(ctx.db, known) : [],
    known.length < ids.length
      ? poolRows(
          ctx.db,
          ids.filter((id) => !pool.rows.has(id)),
        )
      : [],
  ])
  const counted = new Map(counters.map((c) => [c.id, c]))
  const found = new Map(added.map((row) => [row.id, row]))
  const rows = new Map<string, PoolRow>()
  // In the order of `ids`, whatever order the database answers in: it settles ties, in every process alike.
  for (const id of ids) {
    const had = pool.rows.get(id)
    const c = counted.get(id)
    const row = had && c ? { ...had, ...c } : found.get(id)
    if (row) rows.set(id, row)
  }
  pool.rows = rows
  pool.snapshot = snapshotOf([...rows.values()], now)
  return pool.snapshot
}

/** Forgets what is in memory: after notes were changed behind the rooms' back. */
export const forgetPool = (ctx: Context): void => {
  const pool = ctx.hold<Pool>('feed.pool', () => ({ rows: new Map(), snapshot: null, reading: null }))
  pool.rows = new Map()
  pool.snapshot = null
}
