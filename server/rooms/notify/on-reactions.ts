import type { Event, Handler } from '#server/platform/events.ts'
import { dayOf, tell, untell } from './told.ts'

interface Liked {
  /** A comment's id if `comment`. */
  noteId: string
  authorId: string
  by: string
  comment: boolean
  rootId: string | null
}
interface Collected {
  noteId: string
  authorId: string
  by: string
}

/** `note.liked`: the day's likes of one note, or of one comment, come together. */
export const onLiked: Handler = (ctx, tx, events: Event<Liked>[]) =>
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

export const onUnliked: Handler = (_ctx, tx, events: Event<Liked>[]) =>
  untell(
    tx,
    events.map(({ facts }) => ({ to: facts.authorId, kind: 'like', actor: facts.by, subject: facts.noteId })),
  )

/** `note.collected`: as likes. */
export const onCollected: Handler = (ctx, tx, events: Event<Collected>[]) =>
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

export const onUncollected: Handler = (_ctx, tx, events: Event<Collected>[]) =>
  untell(
    tx,
    events.map(({ facts }) => ({ to: facts.authorId, kind: 'collect', actor: facts.by, subject: facts.noteId })),
  )
