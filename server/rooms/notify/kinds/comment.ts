import { sight } from '#server/rooms/notes/index.ts'
import type { NotificationKind } from '../kind.ts'

/** Whose note it is. */
export const kind: NotificationKind = {
  tells: {
    'comment.made': (events) =>
      events.map(({ facts, at }) => ({
        to: facts.noteAuthorId,
        group: `comment ${facts.commentId}`,
        actor: facts.authorId,
        subject: { type: 'comment', id: facts.commentId },
        at,
      })),
  },
  still: (of) => sight.readable(of.subject, of.to),
  words: true,
}
