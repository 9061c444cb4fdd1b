import { type Queryable, type Sql, sql } from '#server/platform/db.ts'
import { sight } from '#server/rooms/notes/index.ts'
import { warmthSql } from './steps/warmth.ts'

/** Public notes (of these ids; null: all) with their warmth as it should be now, as a piece of a statement. */
export const warmthOf = (ids: readonly string[] | null): Sql => sql`
  select n.id, ${warmthSql} as warmth from note as n left join note_counter as c on c.note_id = n.id
  where ${sight.shared} ${ids ? sql`and n.id = any(${ids}::bigint[])` : sql``}
  order by n.id`

export interface PoolRow {
  id: string
  /** Milliseconds since 1970. */
  published: number
  author_id: string
  language: string
  layer_language: string | null
  /** Ids and keys of its first topics, in the same order. */
  topic_ids: string[]
  topics: string[]
  likes: number
  collects: number
  comments: number
  views: number
}

/** Everything the pool knows of a note. Ids come from elsewhere: by warmth, or the newest. */
export const poolRows = (db: Queryable, ids: readonly string[]): Promise<PoolRow[]> =>
  db.rows<PoolRow>(sql`
    select n.id, ((n.id >> 22) + 1735689600000)::float8 as published, n.author_id, n.language, n.layer->>'language' as layer_language, c.likes, c.collects, c.comments, c.views::float8 as views,
      array(select t.key from note_topic as x join topic as t on t.id = x.topic_id where x.note_id = n.id order by t.id limit 4) as topics,
      array(select x.topic_id::text from note_topic as x where x.note_id = n.id order by x.topic_id limit 4) as topic_ids
    from note as n join note_counter as c on c.note_id = n.id join account as a on a.id = n.author_id
    where n.id = any(${ids}::bigint[]) and ${sight.open}`)

/** Keys of topics by their ids; those that are gone are left out. */
export const topicKeysOf = async (db: Queryable, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await db.rows<{ id: string; key: string }>(sql`select id, key from topic where id = any(${ids}::bigint[])`)
  return new Map(rows.map(({ id, key }) => [id, key]))
}

export interface CounterRow {
  id: string
  likes: number
  collects: number
  comments: number
  views: number
}
export const counterRows = (db: Queryable, ids: readonly string[]): Promise<CounterRow[]> =>
  db.rows<CounterRow>(sql`
    select note_id as id, likes, collects, comments, views::float8 as views from note_counter where note_id = any(${ids}::bigint[])`)

/** The newest public notes and the warmest ones, ids only; newest first, then warmest. */
export const poolIds = async (db: Queryable, fresh: number, warm: number): Promise<string[]> => {
  const rows = await db.rows<{ id: string }>(sql`
    (select n.id from note as n where ${sight.shared} order by n.id desc limit ${fresh})
    union all
    (select f.note_id as id from feed_note as f order by f.warmth desc limit ${warm})`)
  return [...new Set(rows.map((r) => r.id))]
}

/**
 * Ids of the newest notes by people someone follows, below a place; of each followed person no more than the page needs, by the index on
 * author and id. `followers` is for notes shared with followers, which this reader is.
 */
export const followedIds = async (db: Queryable, accountId: string, below: string | null, limit: number): Promise<string[]> => {
  const rows = await db.rows<{ id: string }>(sql`
    select n.id from follow as f cross join lateral (
      select id from note where author_id = f.followed_id and root_id is null and state = 'published' and visibility <> 'private'
        and id < ${below ?? '9223372036854775807'} order by id desc limit ${limit}) as n
    where f.follower_id = ${accountId} order by n.id desc limit ${limit}`)
  return rows.map((r) => r.id)
}

/** The same for someone who follows very many: reads the newest notes of all until the page is full. */
export const followedIdsOfMany = async (
  db: Queryable,
  followed: readonly string[],
  below: string | null,
  limit: number,
): Promise<string[]> => {
  const rows = await db.rows<{ id: string }>(sql`
    select id from note where root_id is null and state = 'published' and visibility <> 'private' and id < ${below ?? '9223372036854775807'}
      and author_id = any(${followed}::bigint[]) order by id desc limit ${limit}`)
  return rows.map((r) => r.id)
}
