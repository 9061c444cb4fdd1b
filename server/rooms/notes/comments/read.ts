import { type Queryable, type Sql, sql } from '#server/platform/db.ts'
import type { Span } from '#server/rooms/language/schema.ts'

export interface CommentRow {
  id: string
  author_id: string
  root_id: string
  thread_id: string | null
  /** Whose reply it answers; null: it answers the thread's own comment, or what it answered is not there any more. */
  reply_author_id: string | null
  /** Deleted, removed, or written by somebody who is not there any more. */
  gone: boolean
  pinned: boolean
  text: string
  spans: Span[]
  language: string
  created_at: Date
  likes: number
  replies: number
  media_ids: string[]
}

const columns = sql`
  n.id, n.author_id, n.root_id, n.thread_id, n.pinned, n.text, n.spans, n.language, coalesce(n.published_at, n.created_at) as created_at,
  (n.state <> 'published' or a.state <> 'active') as gone,
  (select r.author_id from note as r join account as p on p.id = r.author_id
    where r.id = n.reply_to_id and r.id <> n.thread_id and r.state = 'published' and p.state = 'active') as reply_author_id, c.likes, c.comments as replies,
  array(select m.media_id::text from note_media as m where m.note_id = n.id order by m.position) as media_ids`
const tables = sql`note as n join note_counter as c on c.note_id = n.id join account as a on a.id = n.author_id`
const there = sql`n.state = 'published' and a.state = 'active'`
/** Leaves out what people wrote whom the reader does not want (or is not) to meet. */
const notBy = (hidden: readonly string[]): Sql => (hidden.length ? sql`and n.author_id <> all(${hidden}::bigint[])` : sql``)

export type Sort = 'top' | 'new'
/** After which comment to go on: its likes (for `top`) and id. */
export interface After {
  likes: number
  id: string
}

/**
 * First-level comments but for the pinned one, and with the first few replies of each; those that are gone only while replies hang on them. Without `after`
 * the pinned one comes along. One statement; the rows in no order.
 */
export function threadRows(
  db: Queryable,
  noteId: string,
  sort: Sort,
  after: After | null,
  hidden: readonly string[],
  limit: number,
  each: number,
): Promise<CommentRow[]> {
  const from = !after
    ? sql``
    : sort === 'top'
      ? sql`and (c.likes, n.id) < (${after.likes}::int, ${after.id}::bigint)`
      : sql`and n.id < ${after.id}::bigint`
  const pinned = after
    ? sql``
    : sql`union all (select ${columns} from ${tables} where n.root_id = ${noteId} and n.pinned and ${there} ${notBy(hidden)} limit 1)`
  return db.rows<CommentRow>(sql`
    with thread as materialized (
      (select ${columns} from ${tables}
        where n.root_id = ${noteId} and n.thread_id is null and not (n.pinned and ${there}) and ((${there}) or c.comments > 0) ${notBy(hidden)} ${from}
        order by ${sort === 'top' ? sql`c.likes desc, n.id desc` : sql`n.id desc`} limit ${limit})
      ${pinned})
    select * from thread
    union all
    select reply.* from thread cross join lateral (
      select ${columns} from ${tables} where n.thread_id = thread.id and ${there} ${notBy(hidden)} order by n.id limit ${each}) as reply
    where thread.replies > 0`)
}

/** Replies in a thread, oldest first. */
export const replyRows = (
  db: Queryable,
  threadId: string,
  after: string | null,
  hidden: readonly string[],
  limit: number,
): Promise<CommentRow[]> =>
  db.rows<CommentRow>(sql`
    select ${columns} from ${tables}
    where n.thread_id = ${threadId} and ${there} ${notBy(hidden)} ${after ? sql`and n.id > ${after}::bigint` : sql``} order by n.id limit ${limit}`)

export const commentRow = (db: Queryable, id: string): Promise<CommentRow | undefined> =>
  db.one<CommentRow>(sql`select ${columns} from ${tables} where n.id = ${id} and n.root_id is not null`)
