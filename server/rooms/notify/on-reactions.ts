import type { Handler } from '#server/platform/events.ts'
import { dayOf, tell, untell } from './told.ts'

/** `note.liked`: the day's likes of one note, or of one comment, come together. */
export const onLiked: Handler<'note.liked'> = (ctx, tx, events) =>
  tell(
    ctx,
    tx,
    events.map(({ facts, at }) => ({
      to: facts.authorId,
      kind: 'like',
      group: `like ${facts.noteId} ${dayOf(at)}`,
      actor: facts.by,
      noteId: facts.comment ? facts.rootId : facts.noteId,
      commentId: facts.comment ? facts.noteId : null,
      at,
    })),
  )

export const onUnliked: Handler<'note.unliked'> = (_ctx, tx, events) =>
  untell(
    tx,
    events.map(({ facts }) => ({ to: facts.authorId, kind: 'like', actor: facts.by, subject: facts.noteId })),
  )

/** `note.collected`: as likes. */
export const onCollected: Handler<'note.collected'> = (ctx, tx, events) =>
  tell(
    ctx,
    tx,
    events.map(({ facts, at }) => ({
      to: facts.authorId,
      kind: 'collect',
      group: `collect ${facts.noteId} ${dayOf(at)}`,
      actor: facts.by,
      noteId: facts.noteId,
      at,
    })),
  )

export const onUncollected: Handler<'note.uncollected'> = (_ctx, tx, events) =>
  untell(
    tx,
    events.map(({ facts }) => ({ to: facts.authorId, kind: 'collect', actor: facts.by, subject: facts.noteId })),
  )
