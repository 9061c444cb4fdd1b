import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { fail, ok, type Result } from '#server/platform/result.ts'
import { emailInUse, linkSpent } from '../errors.ts'
import { hashOf } from '../sessions/token.ts'

/**
 * Answers a confirmation letter: the address is proven. The letter's token says whose it is, so it may be opened in a browser that is not
 * signed in. Two people may wait for the same address; the first to answer has it.
 */
export async function confirmEmail(ctx: Context, token: string): Promise<Result<undefined>> {
  try {
    const done = await ctx.db.tx((tx) =>
      tx.run(sql`
        with spent as (
          delete from account_token where token_hash = ${hashOf(token)} and kind = 'email' and expires_at > ${ctx.clock.now()}
          returning account_id, email)
        update account_secret s set email = spent.email, pending_email = null
        from spent where s.account_id = spent.account_id and lower(s.pending_email) = lower(spent.email)`),
    )
    return done ? ok() : fail(linkSpent)
  } catch (e) {
    if ((e as { code?: string }).code === '23505') return fail(emailInUse)
    throw e
  }
}
