import { type Queryable, sql } from '#server/platform/db.ts'
import type { Standing } from '../policy.ts'

/** Someone at home here by handle, whatever their state. */
export const standingByHandle = (db: Queryable, handle: string): Promise<(Standing & { id: string }) | undefined> =>
  db.one<Standing & { id: string }>(sql`
    select id, is_private as private, state from account where handle = ${handle.trim().replace(/^@/, '').toLowerCase()} and origin is null`)

/** Active people behind these handles. */
export const idsByHandles = (db: Queryable, handles: readonly string[]): Promise<{ id: string; handle: string }[]> =>
  db.rows<{ id: string; handle: string }>(
    sql`select id, handle from account where handle = any(${handles}::text[]) and origin is null and state = 'active'`,
  )

/**
 * Whether everybody may come across what this person shares, held until the transaction ends: whoever opens or closes an account moves the
 * counters of its topics (migration 0161), so a note must not settle in between. To be asked before the note's own row is held.
 */
export const authorOpen = async (tx: Queryable, authorId: string): Promise<boolean> =>
  (await tx.one<{ open: boolean }>(sql`select state = 'active' and not is_private as open from account where id = ${authorId} for share`))
    ?.open ?? false

/** The same by a note; undefined: there is none. */
export const noteAuthorOpen = async (tx: Queryable, noteId: string): Promise<boolean | undefined> =>
  (
    await tx.one<{ open: boolean }>(sql`
      select state = 'active' and not is_private as open from account where id = (select author_id from note where id = ${noteId}) for share`)
  )?.open
