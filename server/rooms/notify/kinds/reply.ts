import { sight } from '#server/rooms/notes/index.ts'
import type { NotificationKind } from '../kind.ts'

/** Whoever is answered: whose comment it is, and whose thread. */
export const kind: NotificationKind = {
  tells: {
    'comment.made': (events) =>
      events.flatMap(({ facts, at }) =>
        [...new Set([facts.threadAuthorId, facts.replyToAuthorId])]
          .filter((to) => to !== null)
          .map((to) => ({
            to,
            group: `comment ${facts.commentId}`,
            actor: facts.authorId,
            subject: { type: 'comment' as const, id: facts.commentId },
            at,
          })),
      ),
  },
  still: (of) => sight.readable(of.subject, of.to),
  words: true,
}
