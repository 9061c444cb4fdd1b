import { type Queryable, type Sql, sql } from '#server/platform/db.ts'
import type { Kind } from './schema.ts'
import type { SubjectType } from './subject.ts'

/** What was changed about how someone gets in, as it is kept and put into words when it is read. */
export interface SecurityFacts {
  kind: string
  name: string
  device: string
}

export interface InboxRow {
  position: string
  kind: Kind
  subject_type: SubjectType | null
  subject_id: string | null
  said: unknown
  /** How many did it; 0: the site. */
  count: number
  at: Date
  read: boolean
  /** Latest first, a few. */
  actors: string[]
}

const SHOWN_ACTORS = 3

/** A page of an inbox and one more, latest first, of these kinds and of what `also` (a condition on `n`) adds. Of those who act only people who are here now are named. */
export const inboxRows = (
  db: Queryable,
  accountId: string,
  kinds: readonly string[],
  also: Sql,
  before: string | null,
  limit: number,
): Promise<InboxRow[]> =>
  db.rows<InboxRow>(sql`
    select n.position, n.kind, n.subject_type, n.subject_id, n.said, n.count, n.at,
      n.position <= coalesce((select read_up_to from inbox where account_id = ${accountId}), 0) as read,
      array(
        select a.actor_id::text from notification_actor as a join account as p on p.id = a.actor_id and p.state = 'active'
        where a.notification_id = n.id order by a.position desc limit ${SHOWN_ACTORS}) as actors
    from notification as n
    where n.account_id = ${accountId} and n.position < ${before ?? '9223372036854775807'} and (n.kind = any(${kinds}::text[]) or ${also})
    order by n.position desc limit ${limit + 1}`)

/** What is unread of what the list shows: not what only people did who are not here now. */
export const countUnread = async (db: Queryable, accountId: string, kinds: readonly string[]): Promise<number> => {
  const row = await db.one<{ n: number }>(sql`
    select count(*)::int as n from notification as n
    where n.account_id = ${accountId} and n.position > coalesce((select read_up_to from inbox where account_id = ${accountId}), 0)
      and n.kind = any(${kinds}::text[])
      and (n.count = 0 or exists (
        select 1 from notification_actor as a join account as p on p.id = a.actor_id where a.notification_id = n.id and p.state = 'active'))`)
  return row?.n ?? 0
}

/** Conditions on accounts: who has an inbox to read, and whose doing is told. */
export const here = {
  reads: (id: Sql): Sql => sql`exists (select 1 from account as r where r.id = ${id} and r.state in ('active', 'suspended'))`,
  acts: (id: Sql): Sql => sql`exists (select 1 from account as d where d.id = ${id} and d.state = 'active')`,
}

/** What was changed, where it has a name (a passkey's, a role), by the lines of the list: events carry no words. Lines that are gone are missing. */
export async function securityNames(db: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.rows<{ id: string; name: string }>(sql`select id, name from security_event where id = any(${ids}::bigint[])`)
  return new Map(rows.map((r) => [r.id, r.name]))
}
