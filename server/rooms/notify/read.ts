import { type Queryable, sql } from '#server/platform/db.ts'
import type { Statement } from '#server/rooms/trust/index.ts'
import type { Notification } from './schema.ts'

/** What was changed about how someone gets in, as it is kept and put into words when it is read. */
export interface SecurityFacts {
  kind: string
  name: string
  device: string
}

export interface InboxRow {
  position: string
  kind: Notification['kind']
  note_id: string | null
  comment_id: string | null
  decision: Statement | SecurityFacts | null
  count: number
  at: Date
  read: boolean
  /** Latest first, a few. */
  actors: string[]
  /** First words of the comment, if it still stands. */
  said: string | null
  /** First words of the note, for one without a title. */
  note_text: string | null
}

const SHOWN_ACTORS = 3

/** A page of an inbox and one more, latest first. Of those who act only people who are here now are named. */
export const inboxRows = (
  db: Queryable,
  accountId: string,
  kinds: readonly string[] | null,
  before: string | null,
  limit: number,
): Promise<InboxRow[]> =>
  db.rows<InboxRow>(sql`
    select n.position, n.kind, n.note_id, n.comment_id, n.decision, n.count, n.at,
      n.position <= coalesce((select read_up_to from inbox where account_id = ${accountId}), 0) as read,
      array(
        select a.actor_id::text from notification_actor as a join account as p on p.id = a.actor_id and p.state = 'active'
        where a.notification_id = n.id order by a.position desc limit ${SHOWN_ACTORS}) as actors,
      (select left(c.text, 200) from note as c where c.id = n.comment_id and (c.state = 'published' or n.kind = 'decision')) as said,
      (select left(t.text, 80) from note as t where t.id = n.note_id and t.title = '') as note_text
    from notification as n
    where n.account_id = ${accountId} and n.position < ${before ?? '9223372036854775807'}
      and (${kinds}::text[] is null or n.kind = any(${kinds}::text[]))
    order by n.position desc limit ${limit + 1}`)

/** What is unread of what the list shows: not what only people did who are not here now. */
export const countUnread = async (db: Queryable, accountId: string): Promise<number> => {
  const row = await db.one<{ n: number }>(sql`
    select count(*)::int as n from notification as n
    where n.account_id = ${accountId} and n.position > coalesce((select read_up_to from inbox where account_id = ${accountId}), 0)
      and (n.kind in ('decision', 'security') or exists (
        select 1 from notification_actor as a join account as p on p.id = a.actor_id where a.notification_id = n.id and p.state = 'active'))`)
  return row?.n ?? 0
}

/** What was changed, where it has a name (a passkey's, a role), by the lines of the list: events carry no words. Lines that are gone are missing. */
export async function securityNames(db: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.rows<{ id: string; name: string }>(sql`select id, name from security_event where id = any(${ids}::bigint[])`)
  return new Map(rows.map((r) => [r.id, r.name]))
}
