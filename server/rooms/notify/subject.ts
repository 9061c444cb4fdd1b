import type { Context } from '#server/platform/context.ts'
import type { Sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import type { Hears } from './kind.ts'
import type { Notification, subjectTypes } from './schema.ts'

export type SubjectType = (typeof subjectTypes)[number]

export type Reader = Pick<Viewer, 'accountId' | 'role'>

/** What a notification shows of its subject. */
export interface Shown {
  note: Notification['note']
  comment: Notification['comment']
  /** The comment is there for its author alone (it was removed, or the note it stands under is out of sight). */
  own?: boolean
}

/** A type of thing that notifications are about. Who may see one is asked of the room that owns it. */
export interface Subject {
  /** A condition: it is still there, and the reader may have to do with it. */
  standing?: (id: Sql, reader: Sql) => Sql
  /** What this reader may see of them now; whatever they may not is missing. */
  show?: (ctx: Context, reader: Reader, ids: readonly string[]) => Promise<ReadonlyMap<string, Shown>>
  /** Events after which it is not there any more → ids. */
  gone?: Hears<string>
}
