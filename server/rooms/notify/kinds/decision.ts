import { decisionWords, type Statement, statement } from '#server/rooms/trust/index.ts'
import type { NotificationKind } from '../kind.ts'

/** Whoever loses something by a moderator's decision reads why. What was left as it is was never announced and needs no word. */
export const kind: NotificationKind = {
  tells: {
    'trust.decided': async (events, tx) => {
      const words = await decisionWords(
        tx,
        events.map((e) => e.facts.decisionId),
      )
      return events.flatMap(({ facts: { decisionId, action, reason, subject, authorId }, at }) => {
        if (authorId === null || action === 'none') return []
        const said: Statement = { action, reason, words: words.get(decisionId) ?? '', type: subject.type }
        return [{ to: authorId, group: `decision ${decisionId}`, actor: null, subject, said, at }]
      })
    },
  },
  stays: true,
  says: (locale, said) => statement(locale, said as Statement),
}
