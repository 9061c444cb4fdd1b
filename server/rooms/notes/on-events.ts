import { sql } from '#server/platform/db.ts'
import type { Handler } from '#server/platform/events.ts'
import { tellEveryone } from './core/changes.ts'
import { onAccountDeleted } from './trust/on-account-deleted.ts'
import { onDecided } from './trust/on-decided.ts'

/** `media.changed`: notes that show the picture are read again. */
const onMediaChanged: Handler<'media.changed'> = async (_ctx, tx, events) => {
  const ids = events.map((e) => e.facts.mediaId)
  const rows = await tx.rows<{ note_id: string }>(sql`select distinct note_id from note_media where media_id = any(${ids}::bigint[])`)
  await tellEveryone(
    tx,
    rows.map((r) => r.note_id),
  )
}

/** What this room listens to, for the wiring. */
export const notesHears = { onAccountDeleted, onDecided, onMediaChanged }
