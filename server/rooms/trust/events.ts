import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db.ts'
import type { EventFacts } from '#server/platform/events.ts'
import type { Decide, Subject } from './schema.ts'

export interface TrustEvents {
  'trust.reported': { caseId: string; subject: Subject }
  /** What a moderator decided: the rooms that own the subject carry it out, the author is told why (`decisionWords`). */
  'trust.decided': {
    caseId: string
    decisionId: string
    subject: Subject
    action: Decide['action']
    reason: Decide['reason']
    authorId: string | null
    by: string
  }
}

declare module '#server/platform/events.ts' {
  interface EventFacts extends TrustEvents {}
}

export const emit = <N extends keyof TrustEvents>(ctx: Context, tx: Tx, name: N, facts: EventFacts[N]): Promise<void> =>
  ctx.events.emit(tx, name, facts)
