import type { Event } from '#server/platform/events.ts'
import { between } from '#server/rooms/graph/index.ts'
import type { Gone, NotificationKind } from '../kind.ts'

/** A question to the owner of a private account, until it is answered or taken back. Who is refused is not told. */
export const kind: NotificationKind = {
  tells: {
    'account.follow-requested': (events) =>
      events.map(({ facts, at }) => ({ to: facts.accountId, group: `follow-request ${facts.by}`, actor: facts.by, at })),
  },
  takesBack: {
    'account.unfollowed': asked,
    'account.follow-refused': asked,
    // Here `by` is who said yes.
    'account.follow-accepted': (events) => events.map(({ facts }) => ({ to: facts.by, actor: facts.accountId, subject: null })),
  },
  still: (of) => between.asks(of.actor, of.to),
}

function asked(events: Event<'account.unfollowed' | 'account.follow-refused'>[]): Gone[] {
  return events.map(({ facts }) => ({ to: facts.accountId, actor: facts.by, subject: null }))
}
