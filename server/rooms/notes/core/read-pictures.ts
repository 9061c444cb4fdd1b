import { type Queryable, sql } from '#server/platform/db.ts'
import type { Seen, Standing } from '../policy.ts'
import type { NoteState } from '../tables.ts'

export interface UseRow {
  id: string
  owner_id: string
  owner_state: Standing['state']
  /** Keys of the files it shows now. */
  files: string[]
  /** Nothing has ever shown it: an upload on its way into something. */
  fresh: boolean
  /** Its owner's avatar or banner. */
  worn: boolean
  note_id: string | null
  author_id: string
  state: NoteState
  writer_state: Standing['state']
  root_author_id: string
  root_state: NoteState
  root_visibility: Seen['visibility']
  root_author_state: Standing['state']
  root_author_private: boolean
}

/** Pictures with whatever shows them: a row for each note or comment, or one row with `note_id` null. */
export const useRows = (db: Queryable, ids: readonly string[]): Promise<UseRow[]> =>
  db.rows<UseRow>(sql`
    select m.id, m.account_id as owner_id, o.state as owner_state,
      array(select v->>'key' from jsonb_array_elements(m.variants) as v) as files,
      m.attached_at is null and m.released_at is null as fresh,
      exists (select 1 from account as a where a.id = m.account_id and (a.avatar_id = m.id or a.banner_id = m.id)) as worn,
      n.id as note_id, n.author_id, n.state, w.state as writer_state, r.author_id as root_author_id, r.state as root_state,
      r.visibility as root_visibility, a.state as root_author_state, a.is_private as root_author_private
    from media as m
    join account as o on o.id = m.account_id
    left join note_media as x on x.media_id = m.id
    left join note as n on n.id = x.note_id
    left join account as w on w.id = n.author_id
    left join note as r on r.id = coalesce(n.root_id, n.id)
    left join account as a on a.id = r.author_id
    where m.id = any(${ids}::bigint[])`)
