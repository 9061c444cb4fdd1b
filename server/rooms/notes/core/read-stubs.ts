import { type Queryable, sql } from '#server/platform/db.ts'
import type { NoteState } from '../tables.ts'

export interface CommentTextRow {
  id: string
  root_id: string
  author_id: string
  text: string
  state: NoteState
}
export const commentTexts = (db: Queryable, ids: readonly string[]): Promise<CommentTextRow[]> =>
  db.rows(
    sql`select id, root_id, author_id, left(text, 200) as text, state from note where id = any(${ids}::bigint[]) and root_id is not null`,
  )

export const underRows = (db: Queryable, noteIds: readonly string[]): Promise<{ id: string }[]> =>
  db.rows(sql`select id from note where root_id = any(${noteIds}::bigint[])`)

export interface SaidRow {
  id: string
  title: string
  text: string
  layer_title: string | null
  layer_text: string | null
  topics: string[]
}
export const saidRows = (db: Queryable, ids: readonly string[]): Promise<SaidRow[]> =>
  db.rows<SaidRow>(sql`
    select n.id, n.title, n.text, n.layer->>'title' as layer_title, n.layer->>'text' as layer_text,
      array(select t.key from note_topic as x join topic as t on t.id = x.topic_id where x.note_id = coalesce(n.root_id, n.id)) as topics
    from note as n where n.id = any(${ids}::bigint[])`)
