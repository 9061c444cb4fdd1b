import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { fail, ok, type Result } from '#server/platform/result.ts'
import { emailInUse, linkSpent } from '../errors.ts'
import { countsHere } from '../secret.ts'
import { noteSecurity } from '../security/note.ts'
import { hashOf } from '../sessions/token.ts'

/**
 * Answers a confirmation letter: the address is proven. The letter's token says whose it is, so it may be opened in a browser that is not
 * signed in. Two people may wait for the same address; the first to answer has it.
 */
export async function confirmEmail(ctx: Context, token: string, device = ''): Promise<Result<undefined>> {
  try {
    const done = await ctx.db.tx(async (tx) => {
      const row = await tx.one<{ account: string; before: string | null }>(sql`
        with spent as (
          delete from account_token where token_hash = ${hashOf(token)} and kind = 'email' and expires_at > ${ctx.clock.now()}
          returning account_id, email),
        old as (select account_id, email from account_secret where account_id in (select account_id from spent) for update)
        update account_secret s set email = spent.email, pending_email = null
        from spent join old on old.account_id = spent.account_id
        where s.account_id = spent.account_id and lower(s.pending_email) = lower(spent.email) and ${countsHere(ctx)}
        returning s.account_id as account, old.email as before`)
      if (!row) return false
      // The address before hears of it, too: it was the owner's.
      await noteSecurity(ctx, tx, { accountId: row.account, kind: 'email-confirmed', also: [row.before], device })
      return true
    })
    return done ? ok() : fail(linkSpent)
  } catch (e) {
    if ((e as { code?: string }).code === '23505') return fail(emailInUse)
    throw e
  }
}
