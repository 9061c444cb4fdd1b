import { sql } from '#server/platform/db.ts'
import type { Handler } from '#server/platform/events.ts'

/**
 * `account.deleted`: everything the person uploaded is let go of, and the sweep removes it with its files. What a note still shows (its own
 * erasing may run later) stays until the note lets go of it.
 */
const onAccountDeleted: Handler<'account.deleted'> = async (_ctx, tx, events) => {
  const gone = events.map((e) => e.facts.account)
  await tx.run(sql`update media set attached_at = null, released_at = now() where account_id = any(${gone}::bigint[])`)
}

export const mediaHears = { onAccountDeleted }
