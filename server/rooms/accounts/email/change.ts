import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { prove } from '../prove.ts'
import { secretsOf } from '../secret.ts'
import { askEmail } from './ask.ts'

/**
 * Another e-mail address, or none. The new one counts once its letter is answered; until then the old one does. Asks for the password where
 * there is one: whoever reads the letters can reset it.
 */
export async function changeEmail(ctx: Context, viewer: Viewer, email: string | null, password?: string): Promise<Result<undefined>> {
  const me = await secretsOf(ctx.db, viewer.accountId)
  if (!me) return fail(notFound)
  const same = email !== null && me.email?.toLowerCase() === email.toLowerCase()
  if (same) {
    await ctx.db.run(sql`update account_secret set pending_email = null where account_id = ${viewer.accountId}`)
    return ok()
  }
  if (me.password_hash && (email !== null || me.email !== null)) {
    const proven = await prove(ctx, me, { password: password ?? '' })
    if (!proven.ok) return proven
  }
  await ctx.db.tx(async (tx) => {
    // Letters on their way to another address must not prove it any more.
    await tx.run(sql`delete from account_token where account_id = ${viewer.accountId} and kind in ('email', 'reset')`)
    if (email === null)
      await tx.run(sql`update account_secret set email = null, pending_email = null where account_id = ${viewer.accountId}`)
    else {
      await tx.run(sql`update account_secret set pending_email = ${email} where account_id = ${viewer.accountId}`)
      await askEmail(ctx, tx, viewer.accountId, email)
    }
    if (me.email && ctx.mail.on) await ctx.jobs.add(tx, 'accounts.changed-letter', { account: me.account_id, to: me.email, what: 'email' })
  })
  return ok()
}

/** Sends the confirmation letter again, if there is an address to confirm. */
export async function resendEmail(ctx: Context, viewer: Viewer): Promise<void> {
  const me = await ctx.db.one<{ pending_email: string | null }>(
    sql`select pending_email from account_secret where account_id = ${viewer.accountId}`,
  )
  if (me?.pending_email) await askEmail(ctx, ctx.db, viewer.accountId, me.pending_email)
}
