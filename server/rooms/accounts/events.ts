import type { Context } from '#server/platform/context.ts'
import type { Queryable } from '#server/platform/db.ts'
import type { EventFacts } from '#server/platform/events.ts'

/** Who it is. What somebody wrote about themselves is read where it stands: facts may lie for a while, and outlive it. */
export interface PersonFacts {
  account: string
  handle: string
  locale: string
  private: boolean
}

/** What happens to people, with the facts that upper rooms need. */
export interface AccountEvents {
  'account.created': PersonFacts
  /** The profile as it is now. `opened`: the account was private until now. */
  'account.changed': PersonFacts & { opened: boolean }
  'account.suspended': { account: string; handle: string }
  'account.reinstated': { account: string; handle: string }
  /** Hidden from now on, erased at `deletesAt` unless restored. */
  'account.leaving': { account: string; handle: string; deletesAt: string }
  'account.restored': { account: string; handle: string }
  /**
   * Something about how one gets in was changed; its owner is to be told. `id` is the line in the owner's list, where what was changed has its name;
   * `device` is `browser|system`.
   */
  'account.secured': { account: string; handle: string; id: string; kind: string; device: string }
  /** Personal data is gone; whatever hangs on the account goes now. Only the handle stays, so that nobody takes the name over. */
  'account.deleted': { account: string; handle: string }
}

declare module '#server/platform/events.ts' {
  interface EventFacts extends AccountEvents {}
}

/** Writes an event of this room, in the transaction of its fact. */
export const emit = <N extends keyof AccountEvents>(ctx: Context, tx: Queryable, name: N, facts: EventFacts[N]): Promise<void> =>
  ctx.events.emit(tx, name, facts)
