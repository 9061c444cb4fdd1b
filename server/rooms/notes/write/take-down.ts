import type { Context } from '#server/platform/context.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { forgetNotes, tellEveryone } from '../core/changes.ts'
import { detachPictures } from '../core/pictures.ts'
import { noteAuthorOpen } from '../core/read-accounts.ts'
import { emit } from '../events.ts'
import { countsIn } from '../policy.ts'
import type { Visibility } from '../schema.ts'
import type { NoteState } from '../tables.ts'
import { settleTopics, topicsOf } from '../topics/settle.ts'
import { eraseWords } from './erase-words.ts'
import { unschedule } from './schedule.ts'

interface Held {
  author_id: string
  state: NoteState
  visibility: Visibility
}

/** Deletes one's own note. Its words go at once; its row stays for what hangs on it, nobody sees it any more and nothing counts it. */
export async function deleteNote(ctx: Context, viewer: Pick<Viewer, 'accountId'>, noteId: string): Promise<Result<undefined>> {
  const done = await ctx.db.tx(async (tx) => {
    const open = (await noteAuthorOpen(tx, noteId)) ?? false
    const note = await hold(tx, noteId)
    if (!note || note.author_id !== viewer.accountId) return false
    await tx.run(sql`update note set state = 'deleted', deleted_at = now() where id = ${noteId}`)
    if (note.state === 'scheduled') await unschedule(ctx, tx, noteId)
    await uncount(ctx, tx, noteId, note, open)
    await detachPictures(ctx, tx, note.author_id, noteId)
    await eraseWords(ctx, tx, [noteId])
    await emit(ctx, tx, 'note.erased', { noteId, comment: false })
    return true
  })
  if (!done) return fail(notFound)
  forgetNotes(ctx, [noteId])
  return ok()
}

/** Takes a note down by a decision: its author still reads it, with the reason. Nothing happens to one that is down already. */
export async function removeNote(ctx: Context, tx: Tx, noteId: string, removal: { reason: string; words: string }): Promise<void> {
  const open = (await noteAuthorOpen(tx, noteId)) ?? false
  const note = await hold(tx, noteId)
  if (!note || note.state === 'removed') return
  await tx.run(sql`update note set state = 'removed', removal = ${JSON.stringify(removal)}::jsonb where id = ${noteId}`)
  if (note.state === 'scheduled') await unschedule(ctx, tx, noteId)
  await uncount(ctx, tx, noteId, note, open)
}

const hold = (tx: Tx, noteId: string): Promise<Held | undefined> =>
  tx.one<Held>(
    sql`select author_id, state, visibility from note where id = ${noteId} and root_id is null and state <> 'deleted' for update`,
  )

async function uncount(ctx: Context, tx: Tx, noteId: string, note: Held, open: boolean): Promise<void> {
  const topics = await topicsOf(tx, noteId)
  await settleTopics(tx, noteId, topics, topics, { before: countsIn(note.state, note.visibility, open), now: false })
  if (note.state === 'published') await emit(ctx, tx, 'note.deleted', { noteId, authorId: note.author_id, visibility: note.visibility })
  await tellEveryone(tx, [noteId])
}
