import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db.ts'
import type { EventFacts } from '#server/platform/events.ts'
import type { Kind } from './schema.ts'
import type { SubjectType } from './subject.ts'

export interface NotifyEvents {
  /**
   * Something stands in somebody's inbox, or came up again there because more joined it. `id` is its place, what the API calls the notification's id;
   * `notification` stays the same while more joins. What it says is asked for when it is told: it may be gone by then.
   */
  'notification.made': {
    to: string
    id: string
    notification: string
    kind: Kind
    subject: { type: SubjectType; id: string } | null
  }
}

declare module '#server/platform/events.ts' {
  interface EventFacts extends NotifyEvents {}
}

export const emit = <N extends keyof NotifyEvents>(ctx: Context, tx: Tx, name: N, facts: readonly EventFacts[N][]): Promise<void> =>
  ctx.events.emitMany(tx, name, facts)
