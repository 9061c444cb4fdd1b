import { type Queryable, type Sql, sql } from '#server/platform/db.ts'
import type { Span } from '#server/rooms/language/schema.ts'
import type { Layer, Revision, Visibility } from '../schema.ts'
import type { NoteRow, NoteState } from '../tables.ts'

export interface FullNote extends Omit<NoteRow, 'spans' | 'layer' | 'state' | 'visibility'> {
  state: Exclude<NoteState, 'deleted'>
  visibility: Visibility
  spans: Span[]
  layer: Layer | null
  /** In order. */
  media_ids: string[]
  /** As first written anywhere. */
  topic_names: string[]
}

const columns = sql`
  n.id, n.author_id, n.root_id, n.thread_id, n.reply_to_id, n.state, n.title, n.text, n.spans, n.language, n.layer, n.visibility, n.comments,
  n.notice, n.ai_made, n.pinned, n.removal, n.publish_at, n.published_at, n.edited_at, n.edited_open_at, n.created_at, n.reach, n.reach_until,
  array(select m.media_id::text from note_media as m where m.note_id = n.id order by m.position) as media_ids,
  array(select t.name from note_topic as x join topic as t on t.id = x.topic_id where x.note_id = n.id order by x.topic_id) as topic_names`

/** Notes with everything their own page shows; no comments, nothing deleted. */
export const fullNotes = (db: Queryable, ids: readonly string[]): Promise<FullNote[]> =>
  db.rows<FullNote>(sql`
    select ${columns} from note as n where n.id = any(${ids}::bigint[]) and n.root_id is null and n.state <> 'deleted'`)

/** One's own note, held against other changes until the transaction ends. */
export const ownNote = (tx: Queryable, id: string, authorId: string): Promise<FullNote | undefined> =>
  tx.one<FullNote>(sql`
    select ${columns} from note as n
    where n.id = ${id} and n.author_id = ${authorId} and n.root_id is null and n.state <> 'deleted' for update of n`)

/** Past wordings, latest first; `readable` says which of them (`r`) this reader may read. */
export const revisionRows = async (
  db: Queryable,
  noteId: string,
  readable: Sql,
  before: string | null,
  limit: number,
): Promise<(Revision & { us: string })[]> => {
  const from = before ? sql`and r.at < timestamptz 'epoch' + ${before}::bigint * interval '1 microsecond'` : sql``
  const rows = await db.rows<{ title: string; text: string; at: Date; us: string }>(sql`
    select r.title, r.text, r.at, (extract(epoch from r.at) * 1000000)::bigint as us from note_revision as r
    where r.note_id = ${noteId} and ${readable} ${from} order by r.at desc limit ${limit + 1}`)
  return rows.map((r) => ({ ...r, at: r.at.toISOString() }))
}
