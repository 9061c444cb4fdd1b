import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db.ts'
import type { EventFacts } from '#server/platform/events.ts'

/** What this room tells the others. `by` acted, `accountId` is whom it concerns. */
export interface GraphEvents {
  'account.followed': { accountId: string; by: string }
  'account.unfollowed': { accountId: string; by: string }
  'account.follow-requested': { accountId: string; by: string }
  /** `accountId` asked, `by` (the private account) said yes. */
  'account.follow-accepted': { accountId: string; by: string }
  /** For cleaning up: nobody is told that they were refused. `by` asked, `accountId` said no. */
  'account.follow-refused': { accountId: string; by: string }
  /** For cleaning up: nobody is ever told that they were blocked. */
  'account.blocked': { accountId: string; by: string }
}

declare module '#server/platform/events.ts' {
  interface EventFacts extends GraphEvents {}
}

/** Writes events of one name in the transaction of their facts. */
export const emit = <N extends keyof GraphEvents>(ctx: Context, tx: Tx, name: N, ...facts: EventFacts[N][]): Promise<void> =>
  ctx.events.emitMany(tx, name, facts)
