import type { Context } from '#server/platform/context.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import type { Handler } from '#server/platform/events.ts'
import { hides, noRelations, relationsOf } from '#server/rooms/graph/index.ts'
import { saidRows } from './read-told.ts'
import { type Told, tell } from './told.ts'
import { unreadChanged } from './unread.ts'

/** `comment.made`: who is answered, whose note it is and who is named hear of it, each once, in that order of nearness. */
export const onCommented: Handler<'comment.made'> = (ctx, tx, events) =>
  tellWords(
    ctx,
    tx,
    events.flatMap(({ facts, at }) => {
      const kinds = new Map<string, Told['kind']>()
      for (const id of facts.mentions) kinds.set(id, 'mention')
      kinds.set(facts.noteAuthorId, 'comment')
      if (facts.threadAuthorId) kinds.set(facts.threadAuthorId, 'reply')
      if (facts.replyToAuthorId) kinds.set(facts.replyToAuthorId, 'reply')
      const { noteId, commentId, authorId: actor } = facts
      return [...kinds].map(([to, kind]) => ({ to, kind, group: `comment ${commentId}`, actor, noteId, commentId, at }))
    }),
  )

/** `note.published` and `note.edited`: who is named hears of it, once a note. */
export const onPublished: Handler<'note.published' | 'note.edited'> = (ctx, tx, events) =>
  tellWords(
    ctx,
    tx,
    events.flatMap(({ facts: { noteId, authorId: actor, mentions }, at }) =>
      mentions.map((to) => ({ to, kind: 'mention' as const, group: `mention ${noteId}`, actor, noteId, at })),
    ),
  )

/** Tells what somebody wrote, unless its reader has muted a word or a topic in it. */
async function tellWords(ctx: Context, tx: Tx, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return
  const ids = [...new Set(told.flatMap((t) => [t.noteId, t.commentId]).filter((id) => typeof id === 'string'))]
  const said = new Map((await saidRows(tx, ids)).map((r) => [r.id, r]))
  const readers = await relationsOf(
    tx,
    told.map((t) => t.to),
  )
  const kept: Told[] = []
  for (const t of told) {
    const note = said.get(t.noteId ?? '')
    const words = said.get(t.commentId ?? t.noteId ?? '')
    if (!note || !words || !t.actor) continue
    const { title, text, layer_title, layer_text } = words
    const shown = { authorId: t.actor, title, text, more: [layer_title, layer_text], topics: note.topics }
    if (!hides(readers.get(t.to) ?? noRelations, shown)) kept.push(t)
  }
  await tell(ctx, tx, kept)
}

/** `note.deleted`, `comment.deleted`: what is gone is not pointed to. A decision about it stays. */
export const onNoteDeleted: Handler<'note.deleted'> = (_ctx, tx, events) =>
  forget(
    tx,
    events.map((e) => e.facts.noteId),
  )
export const onCommentDeleted: Handler<'comment.deleted'> = (_ctx, tx, events) =>
  forget(
    tx,
    events.map((e) => e.facts.commentId),
  )

async function forget(tx: Tx, ids: readonly string[]): Promise<void> {
  const changed = await tx.rows<{ id: string }>(sql`
    delete from notification where (note_id = any(${ids}::bigint[]) or comment_id = any(${ids}::bigint[])) and kind <> 'decision'
    returning account_id as id`)
  await unreadChanged(tx, [...new Set(changed.map((c) => c.id))])
}
