import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql } from '#server/platform/db.ts'

/**
 * Puts a new password in place, in the caller's transaction: links that could set another one end, and so do all sessions but `keep`. The
 * owner's mailbox is told, where there is one.
 */
export async function putPassword(ctx: Context, tx: Queryable, accountId: string, hash: string, keep: string | null): Promise<void> {
  const row = await tx.one<{ email: string | null }>(
    sql`update account_secret set password_hash = ${hash} where account_id = ${accountId} returning email`,
  )
  await tx.run(sql`delete from account_token where account_id = ${accountId} and kind in ('reset', 'reset-link')`)
  await tx.run(sql`delete from session where account_id = ${accountId} and id is distinct from ${keep}::bigint`)
  if (row?.email && ctx.mail.on) await ctx.jobs.add(tx, 'accounts.changed-letter', { account: accountId, to: row.email, what: 'password' })
}
