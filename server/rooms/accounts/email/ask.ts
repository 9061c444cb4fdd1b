import type { Context } from '#server/platform/context.ts'
import type { Queryable } from '#server/platform/db.ts'

/** Letters of one kind to one address, whoever asks for them: nobody's mailbox is filled through us. */
const PER_ADDRESS = { burst: 3, seconds: 3600 } as const

/**
 * Puts the confirmation letter for an address on its way, in the caller's transaction. The job decides what it says, long after the answer:
 * an address that belongs to somebody already looks the same from outside.
 */
export async function askEmail(ctx: Context, tx: Queryable, accountId: string, email: string): Promise<void> {
  if (!ctx.mail.on) return
  if ((await ctx.limits.take('letters', email.toLowerCase(), PER_ADDRESS, 1, tx)) > 0) return
  await ctx.jobs.add(tx, 'accounts.confirm-letter', { account: accountId, email })
}
