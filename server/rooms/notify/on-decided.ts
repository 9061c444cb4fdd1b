import type { Handler } from '#server/platform/events.ts'
import { decisionWords } from '#server/rooms/trust/index.ts'
import { tell } from './told.ts'

/** `trust.decided`: whoever loses something reads why. What was left as it is was never announced and needs no word. */
export const onDecided: Handler<'trust.decided'> = async (ctx, tx, events) => {
  const words = await decisionWords(
    tx,
    events.map((e) => e.facts.decisionId),
  )
  await tell(
    ctx,
    tx,
    events.flatMap(({ facts: { decisionId, action, reason, subject, authorId }, at }) =>
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
              decision: { action, reason, words: words.get(decisionId) ?? '', type: subject.type },
              at,
            },
          ],
    ),
  )
}
