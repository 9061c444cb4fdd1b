import { idsTopic, tellAll } from '#server/platform/bus.ts'
import type { Cached } from '#server/platform/cached.ts'
import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql } from '#server/platform/db.ts'
import { type Gathered, gather } from '#server/platform/gather.ts'
import { type Matcher, matcherOf } from './matcher.ts'
import type { FilterRow } from './tables.ts'

/** What a reader has to do with others, as every list needs it. Sets hold account ids. */
export interface Relations {
  /** null: signed out. */
  readonly accountId: string | null
  readonly following: ReadonlySet<string>
  readonly requested: ReadonlySet<string>
  /** Blocked in either direction. */
  readonly blocked: ReadonlySet<string>
  /** Those whom the reader blocked, and those who blocked the reader. */
  readonly blocking: ReadonlySet<string>
  readonly blockedBy: ReadonlySet<string>
  readonly muted: ReadonlySet<string>
  readonly filters: {
    /** Folded. */
    readonly words: readonly string[]
    readonly topics: ReadonlySet<string>
    /** Finds any of the words in a folded text. */
    readonly matcher: Matcher | null
  }
}

const nobody = (): ReadonlySet<string> => new Set()

/** For signed-out readers. */
export const noRelations: Relations = Object.freeze({
  accountId: null,
  following: nobody(),
  requested: nobody(),
  blocked: nobody(),
  blocking: nobody(),
  blockedBy: nobody(),
  muted: nobody(),
  filters: { words: [], topics: nobody(), matcher: null },
})

/** A lost notice may be believed this long. */
const FRESH_MS = 30_000
const MAX_ENTRIES = 5_000

const topic = idsTopic('graph.relations')

const reading = (ctx: Context): Gathered<Relations> => ctx.hold('graph.reading', () => gather((ids) => relationsOf(ctx.db, ids)))

const cacheOf = (ctx: Context): Cached<Relations> =>
  ctx.cached({
    topic,
    max: MAX_ENTRIES,
    ttl: FRESH_MS,
    load: async (accountId) => (await reading(ctx)([accountId])).get(accountId) ?? noRelations,
  })

/** What this person (null: signed out) has to do with others; read once and kept for at most 30 s or until it changes. */
export const relations = (ctx: Context, accountId: string | null): Promise<Relations> =>
  accountId ? cacheOf(ctx).get(accountId) : Promise.resolve(noRelations)

/** Tells every process, at commit, that these people's relations changed. */
export const relationsChanged = (tx: Queryable, ids: readonly string[]): Promise<void> => tellAll(tx, topic, ids)

/** The same at once in this process; to be called after the commit. */
export const forgetRelations = (ctx: Context, ids: readonly string[]): void => cacheOf(ctx).forget(ids)

interface Row {
  id: string
  following: string[]
  requested: string[]
  blocking: string[]
  blocked_by: string[]
  muted: string[]
  filters: Pick<FilterRow, 'kind' | 'key'>[]
}

/** The relations of many, read anew in one statement: for work inside a transaction, which must not wait for another connection. */
export async function relationsOf(db: Queryable, ids: readonly string[]): Promise<Map<string, Relations>> {
  const rows = await db.rows<Row>(sql`
    select
      p.id::text as id,
      array(select followed_id::text from follow where follower_id = p.id) as following,
      array(select followed_id::text from follow_request where follower_id = p.id) as requested,
      array(select blocked_id::text from block where blocker_id = p.id) as blocking,
      array(select blocker_id::text from block where blocked_id = p.id) as blocked_by,
      array(select muted_id::text from mute where muter_id = p.id) as muted,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'key', key)), '[]') from filter
        where account_id = p.id and (until is null or until > now())) as filters
    from unnest(${[...new Set(ids)]}::bigint[]) as p(id)`)
  return new Map(rows.map((row) => [row.id, relationsFrom(row)]))
}

/** Most people block and mute nobody: they share one empty set. */
const setOf = (ids: readonly string[]): ReadonlySet<string> => (ids.length === 0 ? noRelations.following : new Set(ids))

function relationsFrom(row: Row): Relations {
  const words = row.filters.filter((f) => f.kind === 'word').map((f) => f.key)
  return {
    accountId: row.id,
    following: setOf(row.following),
    requested: setOf(row.requested),
    blocked: setOf([...row.blocking, ...row.blocked_by]),
    blocking: setOf(row.blocking),
    blockedBy: setOf(row.blocked_by),
    muted: setOf(row.muted),
    filters: { words, topics: setOf(row.filters.filter((f) => f.kind === 'topic').map((f) => f.key)), matcher: matcherOf(words) },
  }
}
