import { type Queryable, type Sql, sql } from '#server/platform/db.ts'

/** Texts in byte order that begin so; nothing begins with nothing. (A LIKE with a parameter would lose the index in a prepared plan.) */
const beginsWith = (column: string, text: string): Sql =>
  text === '' ? sql`false` : sql`(${sql.raw(column)} >= ${text} and ${sql.raw(column)} < ${`${text}\u{10FFFF}`})`

interface AccountName {
  handle: string
  /** Of the handle, or of a word of the name. */
  beginning: string
  tsquery: string | null
  without: readonly string[]
}
/** Active people by the beginning of their handle or of a word of their name, or by words of it, the exact handle first, then who is followed most. */
export const accountsNamed = (
  db: Queryable,
  { handle, beginning, tsquery, without }: AccountName,
  limit: number,
  offset: number,
): Promise<{ id: string; bio: string }[]> =>
  db.rows(sql`
    with found as (
      select account_id from search_account where ${beginsWith('handle', handle)}
      union select account_id from search_account where tsv @@ ${tsquery}::tsquery
      union select ref from search_suggestion where kind = 'account' and ${beginsWith('key', beginning)})
    select a.id, a.bio from found as f join account as a on a.id = f.account_id left join account_counter as c on c.account_id = a.id
    where a.state = 'active' and a.id <> all (${without}::bigint[])
    order by a.handle = ${handle} desc, coalesce(c.followers, 0) desc, a.id
    limit ${limit} offset ${offset}`)

interface TopicName {
  key: string
  beginning: string
  tsquery: string | null
}
export const topicsNamed = (
  db: Queryable,
  { key, beginning, tsquery }: TopicName,
  limit: number,
  offset: number,
): Promise<{ name: string; key: string; notes: number; views: number }[]> =>
  db.rows(sql`
    with found as (
      select topic_id from search_topic where ${beginsWith('key', beginning)}
      union select topic_id from search_topic where tsv @@ ${tsquery}::tsquery
      union select ref from search_suggestion where kind = 'topic' and ${beginsWith('key', beginning)})
    select t.name, t.key, c.notes, c.views::float8 as views
    from found as f join topic as t on t.id = f.topic_id join topic_counter as c on c.topic_id = t.id
    where c.notes > 0 order by t.key = ${key} desc, c.notes desc, t.id limit ${limit} offset ${offset}`)
