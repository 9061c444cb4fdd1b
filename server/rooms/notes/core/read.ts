import { type Queryable, sql } from '#server/platform/db.ts'
import type { NoteState } from '../tables.ts'

export interface CoreRow {
  id: string
  author_id: string
  root_id: string | null
  thread_id: string | null
  state: NoteState
  visibility: 'public' | 'followers' | 'private'
  who_comments: 'open' | 'followers' | 'off'
  title: string
  language: string
  layer_language: string | null
  layer_title: string | null
  notice: string | null
  at: Date
  likes: number
  collects: number
  comments: number
  views: number
  version: number
  cover_id: string | null
  /** More than a card's worth of the text where title or cover are missing; else ''. */
  excerpt: string
  pictures: number
  topics: string[]
}

/** What a card (and a decision about it) needs, for many notes or comments at once. */
export const coreRows = (db: Queryable, ids: readonly string[]): Promise<CoreRow[]> =>
  db.rows<CoreRow>(sql`
    select n.id, n.author_id, n.root_id, n.thread_id, n.state, n.visibility, n.comments as who_comments, n.title, n.language,
      n.layer->>'language' as layer_language, n.layer->>'title' as layer_title, n.notice, coalesce(n.published_at, n.created_at) as at,
      c.likes, c.collects, c.comments, c.views::float8 as views, c.version::float8 as version,
      first.media_id as cover_id,
      case when n.root_id is null and (n.title = '' or first.media_id is null) then left(n.text, 400) else '' end as excerpt,
      (select count(*)::int from note_media as m where m.note_id = n.id) as pictures,
      array(select t.key from note_topic as x join topic as t on t.id = x.topic_id where x.note_id = n.id) as topics
    from note as n join note_counter as c on c.note_id = n.id left join note_media as first on first.note_id = n.id and first.position = 0
    where n.id = any(${ids}::bigint[]) and n.state <> 'deleted'`)

export interface CountRow {
  id: string
  likes: number
  collects: number
  comments: number
  views: number
  /** Goes up by one with every change of the row. */
  version: number
}

export interface MineRow {
  /** Whose list, counted from 1. */
  n: number
  id: string
  liked: boolean
}
/** For each person and their list of notes (ids as an array is written, `{1,2}`): a row for each of these that the person likes, and one for each collected. */
export const mineRows = (db: Queryable, who: readonly string[], lists: readonly string[]): Promise<MineRow[]> =>
  db.rows<MineRow>(sql`
    select p.n::int as n, m.id, m.liked from unnest(${who}::bigint[], ${lists}::text[]) with ordinality as p(who, ids, n)
    cross join lateral (
      select note_id as id, true as liked from note_like where account_id = p.who and note_id = any(p.ids::bigint[])
      union all
      select note_id as id, false as liked from note_collect where account_id = p.who and note_id = any(p.ids::bigint[])) as m`)

/** Full texts, for readers who mute words. */
export const textRows = (db: Queryable, ids: readonly string[]): Promise<{ id: string; text: string; layer_text: string | null }[]> =>
  db.rows(sql`select id, text, layer->>'text' as layer_text from note where id = any(${ids}::bigint[])`)
