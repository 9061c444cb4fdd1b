import { between } from '#server/rooms/graph/index.ts'
import { dayOf, type NotificationKind } from '../kind.ts'

/** The day's new followers come together. */
export const kind: NotificationKind = {
  tells: {
    'account.followed': (events) =>
      events.map(({ facts, at }) => ({ to: facts.accountId, group: `follow ${dayOf(at)}`, actor: facts.by, at })),
  },
  takesBack: {
    'account.unfollowed': (events) => events.map(({ facts }) => ({ to: facts.accountId, actor: facts.by, subject: null })),
  },
  still: (of) => between.follows(of.actor, of.to),
}
