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
