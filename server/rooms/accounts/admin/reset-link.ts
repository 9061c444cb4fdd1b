import type { Context } from '#server/platform/context.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { HOUR, issue } from '../email/letter.ts'
import { changeProven, needProof } from '../proof/fresh.ts'
import type { Proof } from '../schema.ts'
import { counts, secretsOf } from '../secret.ts'
import { noteSecurity } from '../security/note.ts'

const LIFE_MS = 24 * HOUR

/**
 * A one-time address with which its receiver sets a new password and is signed in, second step or not. For people who have lost every other
 * way in: the administrator shows that it is really them, makes sure who is asking, and hands it over by a way of their own. Good for a day;
 * the account's owner is told.
 */
export async function makeResetLink(
  ctx: Context,
  admin: Viewer,
  accountId: string,
  proof: Proof | null | undefined,
): Promise<Result<{ url: string }>> {
  const proven = await needProof(ctx, admin, proof)
  if (!proven.ok) return proven
  const whose = await secretsOf(ctx.db, accountId)
  if (!whose || !counts(ctx, whose)) return fail(notFound)
  const done = await changeProven(ctx, admin, async (tx) => {
    const token = await issue(ctx, accountId, 'reset-link', LIFE_MS, null, tx)
    await noteSecurity(ctx, tx, { accountId: accountId, kind: 'reset-link-made' })
    return ok({ url: `${ctx.config.origin}/reset?token=${token}` })
  })
  if (done.ok) ctx.log.info({ account: accountId, by: admin.accountId }, 'an administrator made a reset link')
  return done
}
