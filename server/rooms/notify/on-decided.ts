import type { Handler } from '#server/platform/events.ts'
import { tell } from './told.ts'

/** `trust.decided`: whoever loses something reads why. What was left as it is was never announced and needs no word. */
export const onDecided: Handler<'trust.decided'> = (ctx, tx, events) =>
  tell(
    ctx,
    tx,
    events.flatMap(({ facts: { decisionId, action, reason, words, subject, authorId }, at }) =>
      authorId === null || action === 'none'
        ? []
        : [
            {
              to: authorId,
              kind: 'decision' as const,
              group: `decision ${decisionId}`,
              actor: null,
              noteId: subject.type === 'note' ? subject.id : null,
              commentId: subject.type === 'comment' ? subject.id : null,
              decision: { action, reason, words, type: subject.type },
              at,
            },
          ],
    ),
  )
