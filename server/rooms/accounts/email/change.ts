import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { proofNeeded } from '../errors.ts'
import { changeProven, needProof } from '../proof/fresh.ts'
import type { Proof } from '../schema.ts'
import { secretsOf } from '../secret.ts'
import { noteSecurity } from '../security/note.ts'
import { askEmail } from './ask.ts'

/**
 * Another e-mail address, or none. The new one counts once its letter is answered; until then the old one does. Asks for a fresh proof:
 * whoever reads the letters can reset the password.
 */
export async function changeEmail(ctx: Context, viewer: Viewer, email: string | null, proof: Proof): Promise<Result<undefined>> {
  const had = await secretsOf(ctx.db, viewer.accountId)
  if (!had) return fail(notFound)
  const same = email?.toLowerCase() === had.email?.toLowerCase()
  // The address that is proven already, or none where there is none: at most a wish is taken back.
  if (same) {
    await ctx.db.tx(async (tx) => {
      await tx.run(sql`update account_secret set pending_email = null where account_id = ${viewer.accountId}`)
      await tx.run(sql`delete from account_token where account_id = ${viewer.accountId} and kind = 'email'`)
    })
    return ok()
  }
  const proven = await needProof(ctx, viewer, proof)
  if (!proven.ok)
    return proven.problem === proofNeeded && had.password_hash ? { ...proven, fields: { password: 'password-needed' } } : proven
  return changeProven(ctx, viewer, async (tx) => {
    const me = await secretsOf(tx, viewer.accountId)
    if (!me) return fail(notFound)
    // Letters on their way to another address must not prove it any more.
    await tx.run(sql`delete from account_token where account_id = ${viewer.accountId} and kind in ('email', 'reset')`)
    const told = { accountId: viewer.accountId, session: viewer.sessionId, also: [me.email] }
    if (email === null) {
      await tx.run(sql`update account_secret set email = null, pending_email = null where account_id = ${viewer.accountId}`)
      await noteSecurity(ctx, tx, { ...told, kind: 'email-removed' })
    } else {
      await tx.run(sql`update account_secret set pending_email = ${email} where account_id = ${viewer.accountId}`)
      await askEmail(ctx, tx, viewer.accountId, email)
      await noteSecurity(ctx, tx, { ...told, kind: 'email-asked' })
    }
    return ok()
  })
}

/** Sends the confirmation letter again, if there is an address to confirm. */
export async function resendEmail(ctx: Context, viewer: Viewer): Promise<void> {
  const me = await ctx.db.one<{ pending_email: string | null }>(
    sql`select pending_email from account_secret where account_id = ${viewer.accountId}`,
  )
  if (me?.pending_email) await askEmail(ctx, ctx.db, viewer.accountId, me.pending_email)
}
