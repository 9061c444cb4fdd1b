import type { Event } from '#server/platform/events.ts'
import { sight } from '#server/rooms/notes/index.ts'
import type { NotificationKind, Told } from '../kind.ts'

/** Whoever is named: in a note once, however often it is changed; in a comment by each one. */
export const kind: NotificationKind = {
  tells: {
    'note.published': named,
    'note.edited': named,
    'comment.made': (events) =>
      events.flatMap(({ facts: { commentId: id, authorId: actor, mentions }, at }) =>
        mentions.map((to) => ({ to, group: `comment ${id}`, actor, subject: { type: 'comment' as const, id }, at })),
      ),
  },
  still: (of) => sight.readable(of.subject, of.to),
  // A comment under one's own note, or an answer, may name one besides.
  holds: (of) => sight.names(of.subject, of.to),
  words: true,
}

function named(events: Event<'note.published' | 'note.edited'>[]): Told[] {
  return events.flatMap(({ facts: { noteId: id, authorId: actor, mentions }, at }) =>
    mentions.map((to) => ({ to, group: `mention ${id}`, actor, subject: { type: 'note' as const, id }, at })),
  )
}
