import { type Queryable, sql } from '#server/platform/db.ts'
import type { Handler } from '#server/platform/events.ts'
import { warmthOf } from './read.ts'

/** Less than this is not worth a write: most likes of a loved note change nothing. */
const STEP = 0.2

/** Writes how warm these notes are now; those that are not public any more are taken out. */
async function rescore(db: Queryable, noteIds: readonly string[]): Promise<void> {
  const ids = [...new Set(noteIds)]
  await db.run(sql`
    with now as (${warmthOf(ids)}),
    gone as (delete from feed_note where note_id = any(${ids}::bigint[]) and note_id not in (select id from now))
    insert into feed_note as f (note_id, warmth) select id, warmth from now
    on conflict (note_id) do update set warmth = excluded.warmth where abs(f.warmth - excluded.warmth) >= ${STEP}`)
}

/** `note.published`, `note.edited`, `note.deleted`. */
const onNotes: Handler<'note.published' | 'note.edited' | 'note.deleted'> = (_ctx, tx, events) =>
  rescore(
    tx,
    events.map((e) => e.facts.noteId),
  )

type Response = 'note.liked' | 'note.unliked' | 'note.collected' | 'note.uncollected' | 'comment.made' | 'comment.deleted'

/** Likes and collects come and go, comments too; likes of comments warm nothing. */
const onResponse: Handler<Response> = async (_ctx, tx, events) => {
  const ids = events.filter((e) => !('comment' in e.facts && e.facts.comment)).map((e) => e.facts.noteId)
  if (ids.length > 0) await rescore(tx, ids)
}

/** What this room listens to, for the wiring. */
export const feedHears = { onNotes, onResponse }

/** All of it anew, for databases that were filled otherwise than through the rooms. */
export async function rebuildFeed(db: Queryable): Promise<void> {
  await db.run(sql`
    insert into feed_note as f (note_id, warmth) select id, warmth from (${warmthOf(null)}) as now
    on conflict (note_id) do update set warmth = excluded.warmth`)
}
