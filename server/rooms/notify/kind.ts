import type { Sql, Tx } from '#server/platform/db.ts'
import type { Event, EventName } from '#server/platform/events.ts'
import type { Kind } from './schema.ts'
import type { SubjectType } from './subject.ts'

/** One thing to tell one person. */
export interface Told {
  to: string
  /** What comes together: the same person hears of one group in one notification. */
  group: string
  /** Who did it; null: the site. */
  actor: string | null
  /** What it is about; left out: the person told. */
  subject?: { type: SubjectType; id: string }
  /** What the site itself says, as facts that `says` puts into words. */
  said?: object
  at: Date
}

/** What someone did and undid. `subject`: the id of what it was about; null: nothing but the person told. */
export interface Gone {
  to: string
  actor: string
  subject: string | null
}

/** Event name → what follows from a batch of its events, in order. Whatever has to be read is read on `tx`, for the whole batch at once. */
export type Hears<T> = { readonly [N in EventName]?: (events: Event<N>[], tx: Tx) => T[] | Promise<T[]> }

/** The three ids that a rule looks at, as columns. */
export interface Of {
  to: Sql
  actor: Sql
  subject: Sql
}

/**
 * A kind of notification, all of it: `kinds/<name>.ts` on this side, `web/features/notify/kinds/<name>.tsx` on the other. Words for a further way
 * of telling (push, mail) are a member here, beside `says`.
 */
export interface NotificationKind {
  /** From which events whom it is told. */
  tells: Hears<Told>
  /** From which events it is taken back. */
  takesBack?: Hears<Gone>
  /** A condition: that it is (still) so. What is not so any more is not told; what is so again is not taken back. Left out: it always is. */
  still?: (of: Of) => Sql
  /** A condition on a notification of another kind: it belongs to this one as well, when somebody reads this kind alone. */
  holds?: (of: Pick<Of, 'to' | 'subject'>) => Sql
  /** Somebody's words: kept from who has muted a word or a topic in them. */
  words?: true
  /** Stays when its subject is gone, and shows its reader what they had written. */
  stays?: true
  /** What the site says, in the reader's language. */
  says?: (locale: string, said: unknown) => string
}

/** Every kind. Where one deed would tell a person twice in one group, the first of these wins: they stand in order of nearness. */
export type Kinds = Readonly<Record<Kind, NotificationKind>>

/** Likes, collects and follows of one day come together; days are UTC. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10)
