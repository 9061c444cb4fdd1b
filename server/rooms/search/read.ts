import { type Queryable, type Sql, sql } from '#server/platform/db.ts'
import { sight } from '#server/rooms/notes/index.ts'

export interface NoteText {
  id: string
  author_id: string
  language: string
  title: string
  text: string
  layer_title: string | null
  layer_text: string | null
  keys: string[]
  names: string[]
  /** Everybody may come across it; otherwise only those who follow its author. */
  open: boolean
}

/** Of these notes the ones that search may know: public, published, no comments. */
export const noteTexts = (db: Queryable, ids: readonly string[]): Promise<NoteText[]> =>
  db.rows<NoteText>(sql`
    select n.id, n.author_id, n.language, n.title, n.text, n.layer->>'title' as layer_title, n.layer->>'text' as layer_text,
      coalesce(t.keys, '{}') as keys, coalesce(t.names, '{}') as names, ${sight.open} as open
    from note as n join account as a on a.id = n.author_id left join lateral (
      select array_agg(topic.key) as keys, array_agg(topic.name) as names
      from note_topic as x join topic on topic.id = x.topic_id where x.note_id = n.id) as t on true
    where n.id = any(${ids}::bigint[]) and ${sight.shared}`)

/** Ids of the topics these notes have now. */
export const notesTopics = async (db: Queryable, ids: readonly string[]): Promise<string[]> => {
  const rows = await db.rows<{ id: string }>(sql`select distinct topic_id as id from note_topic where note_id = any(${ids}::bigint[])`)
  return rows.map((r) => r.id)
}

/** Ids of all notes, accounts or topics after one, in order: for making the index anew. */
export const idsAfter = async (db: Queryable, table: 'note' | 'account' | 'topic', after: string, limit: number): Promise<string[]> => {
  const only = table === 'note' ? sql`and root_id is null` : sql``
  const rows = await db.rows<{ id: string }>(sql`select id from ${sql.raw(table)} where id > ${after} ${only} order by id limit ${limit}`)
  return rows.map((r) => r.id)
}

export interface AccountText {
  id: string
  handle: string
  display_name: string
  followers: number
}
export const accountTexts = (db: Queryable, ids: readonly string[]): Promise<AccountText[]> =>
  db.rows<AccountText>(sql`
    select a.id, a.handle, a.display_name, coalesce(c.followers, 0) as followers
    from account as a left join account_counter as c on c.account_id = a.id
    where a.id = any(${ids}::bigint[]) and a.state = 'active'`)

export interface TopicText {
  id: string
  key: string
  name: string
  notes: number
}
export const topicTexts = (db: Queryable, ids: readonly string[]): Promise<TopicText[]> =>
  db.rows<TopicText>(sql`
    select t.id, t.key, t.name, coalesce(c.notes, 0) as notes
    from topic as t left join topic_counter as c on c.topic_id = t.id where t.id = any(${ids}::bigint[])`)

/** Who stands behind suggestions: active people only. */
export const suggestedAccounts = (
  db: Queryable,
  ids: readonly string[],
): Promise<{ id: string; handle: string; display_name: string; avatar_url: string | null }[]> =>
  db.rows(sql`select id, handle, display_name, avatar_url from account where id = any(${ids}::bigint[]) and state = 'active'`)
export const suggestedTopics = (db: Queryable, ids: readonly string[]): Promise<{ id: string; name: string; notes: number }[]> =>
  db.rows(sql`
    select t.id, t.name, c.notes from topic as t join topic_counter as c on c.topic_id = t.id where t.id = any(${ids}::bigint[]) and c.notes > 0`)

/** Notes in the index by these people that stand in it otherwise than they should: their author has opened, closed, gone or come back. */
export const turnedNotes = async (db: Queryable, accountIds: readonly string[]): Promise<string[]> => {
  const rows = await db.rows<{ id: string }>(sql`
    select n.id from note as n join account as a on a.id = n.author_id join search_note as s on s.note_id = n.id
    where n.author_id = any(${accountIds}::bigint[]) and n.root_id is null and s.open <> (${sight.open}) order by n.id`)
  return rows.map((r) => r.id)
}

/** What a note's response weighs: one like, two for what costs more. In doublings, so that one more like does not turn a page over. */
export const responseOf = sql`floor(ln(1 + coalesce(c.likes, 0) + 2 * coalesce(c.collects, 0) + 2 * coalesce(c.comments, 0)) / ln(2))`

/** What suggestions of a kind are ordered by now. */
export const weightsOf = (kind: 'account' | 'topic'): Sql =>
  kind === 'account'
    ? sql`select account_id as ref, followers as weight from account_counter`
    : sql`select topic_id as ref, notes as weight from topic_counter`
