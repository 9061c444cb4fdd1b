import { sight } from '#server/rooms/notes/index.ts'
import { dayOf, type NotificationKind } from '../kind.ts'

/** The day's collects of one note come together. */
export const kind: NotificationKind = {
  tells: {
    'note.collected': (events) =>
      events.map(({ facts, at }) => ({
        to: facts.authorId,
        group: `collect ${facts.noteId} ${dayOf(at)}`,
        actor: facts.by,
        subject: { type: 'note', id: facts.noteId },
        at,
      })),
  },
  takesBack: {
    'note.uncollected': (events) => events.map(({ facts }) => ({ to: facts.authorId, actor: facts.by, subject: facts.noteId })),
  },
  still: (of) => sight.collected(of.subject, of.actor),
}
