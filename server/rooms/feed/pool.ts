import { LRUCache } from 'lru-cache'
import type { Context } from '#server/platform/context.ts'
import { counterRows, type PoolRow, poolIds, poolRows } from './read.ts'
import { admit, snapshotOf } from './snapshot.ts'
import type { Snapshot } from './types.ts'

/** Newest and warmest notes kept in memory. */
const FRESH = 1500
const WARM = 2500
/** A snapshot older than this is read again, by the first who asks for it. */
const FRESH_MS = 1000
/** Besides them, notes that some source has named within that long. */
const NAMED = 2000
const NAMED_MS = 10 * 60_000
/** A note that is not there, or not for everybody, is not looked for again for so long. */
const ABSENT_MS = 10_000

interface Pool {
  rows: Map<string, PoolRow>
  /** Named by sources: whether it is there. */
  named: LRUCache<string, boolean>
  snapshot: Snapshot | null
  reading: Promise<Snapshot> | null
}
const poolOf = (ctx: Context): Pool =>
  ctx.hold<Pool>('feed.pool', () => ({
    rows: new Map(),
    named: new LRUCache({ max: NAMED, ttl: NAMED_MS, ttlResolution: 1000 }),
    snapshot: null,
    reading: null,
  }))

/**
 * The notes the feed may show now. Whoever finds the snapshot old reads it anew and waits; the others take the old one meanwhile. Texts, authors
 * and topics of a note are read once, counters each time; what changed otherwise is caught where the cards are made.
 */
export function currentPool(ctx: Context): Snapshot | Promise<Snapshot> {
  const pool = poolOf(ctx)
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
  const own = await poolIds(ctx.db, FRESH, WARM)
  const ids = [...new Set([...own, ...[...pool.named.entries()].flatMap(([id, there]) => (there ? [id] : []))])]
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
  let ownSize = 0
  // In the order of `ids`, whatever order the database answers in: it settles ties, in every process alike.
  for (const [n, id] of ids.entries()) {
    const had = pool.rows.get(id)
    const c = counted.get(id)
    const row = had && c ? { ...had, ...c } : found.get(id)
    if (!row) continue
    rows.set(id, row)
    if (n < own.length) ownSize++
  }
  pool.rows = rows
  pool.snapshot = snapshotOf([...rows.values()], now, ownSize)
  return pool.snapshot
}

/**
 * Reads notes into a snapshot that a source named and that are none of the pool's own; those that are not there, or not for everybody, stay out.
 * They stay while somebody names them.
 */
export async function takeIn(ctx: Context, snapshot: Snapshot, ids: readonly string[]): Promise<void> {
  const { named } = poolOf(ctx)
  const asked = ids.filter((id) => named.get(id) !== false)
  if (asked.length === 0) return
  const rows = new Map((await poolRows(ctx.db, asked)).map((row) => [row.id, row]))
  for (const id of asked) named.set(id, rows.has(id), rows.has(id) ? {} : { ttl: ABSENT_MS })
  admit(
    snapshot,
    [...rows.values()].filter((row) => !snapshot.places.has(row.id)),
  )
}

/** Forgets what is in memory: after notes were changed behind the rooms' back. */
export const forgetPool = (ctx: Context): void => {
  const pool = poolOf(ctx)
  pool.rows = new Map()
  pool.named.clear()
  pool.snapshot = null
}
