import { type Queryable, type Sql, sql } from '#server/platform/db.ts'

/** Notes of an author, newest first, of these visibilities; `removed` ones only for themselves. */
export const authorNoteRows = (
  db: Queryable,
  authorId: string,
  visibilities: readonly string[],
  own: boolean,
  before: string | null,
  limit: number,
): Promise<{ id: string }[]> =>
  db.rows<{ id: string }>(sql`
    select id from note
    where author_id = ${authorId} and root_id is null and visibility = any(${visibilities}::text[])
      and ${own ? sql`state in ('published', 'removed')` : sql`state = 'published'`} ${before ? sql`and id < ${before}::bigint` : sql``}
    order by id desc limit ${limit}`)

/** Scheduled ones, next first. */
export const scheduledRows = (
  db: Queryable,
  authorId: string,
  after: { us: string; id: string } | null,
  limit: number,
): Promise<{ id: string; us: string }[]> =>
  db.rows<{ id: string; us: string }>(sql`
    select id, (extract(epoch from publish_at) * 1000000)::bigint as us from note
    where author_id = ${authorId} and state = 'scheduled'
      ${after ? sql`and (publish_at, id) > (timestamptz 'epoch' + ${after.us}::bigint * interval '1 microsecond', ${after.id}::bigint)` : sql``}
    order by publish_at, id limit ${limit}`)

const saved: Record<'liked' | 'collected', Sql> = { liked: sql`note_like`, collected: sql`note_collect` }

/** What a person liked or collected, last first; notes only. */
export const savedRows = (
  db: Queryable,
  what: 'liked' | 'collected',
  accountId: string,
  after: { us: string; id: string } | null,
  limit: number,
): Promise<{ id: string; us: string }[]> =>
  db.rows<{ id: string; us: string }>(sql`
    select k.note_id as id, (extract(epoch from k.at) * 1000000)::bigint as us from ${saved[what]} as k join note as n on n.id = k.note_id
    where k.account_id = ${accountId} and n.root_id is null and n.state = 'published'
      ${after ? sql`and (k.at, k.note_id) < (timestamptz 'epoch' + ${after.us}::bigint * interval '1 microsecond', ${after.id}::bigint)` : sql``}
    order by k.at desc, k.note_id desc limit ${limit}`)
