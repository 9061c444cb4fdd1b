import { between } from '#server/rooms/graph/index.ts'
import type { NotificationKind } from '../kind.ts'

/** Who asked hears of a yes. */
export const kind: NotificationKind = {
  tells: {
    'account.follow-accepted': (events) =>
      events.map(({ facts, at }) => ({ to: facts.accountId, group: `follow-accepted ${facts.by}`, actor: facts.by, at })),
  },
  still: (of) => between.follows(of.to, of.actor),
}
