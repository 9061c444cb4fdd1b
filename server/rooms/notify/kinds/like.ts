import { sight } from '#server/rooms/notes/index.ts'
import { dayOf, type NotificationKind } from '../kind.ts'

/** The day's likes of one note, or of one comment, come together. */
export const kind: NotificationKind = {
  tells: {
    'note.liked': (events) =>
      events.map(({ facts, at }) => ({
        to: facts.authorId,
        group: `like ${facts.noteId} ${dayOf(at)}`,
        actor: facts.by,
        subject: { type: facts.comment ? 'comment' : 'note', id: facts.noteId },
        at,
      })),
  },
  takesBack: {
    'note.unliked': (events) => events.map(({ facts }) => ({ to: facts.authorId, actor: facts.by, subject: facts.noteId })),
  },
  still: (of) => sight.liked(of.subject, of.actor),
}
