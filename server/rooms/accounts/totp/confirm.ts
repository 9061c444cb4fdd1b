import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, ok, type Result } from '#server/platform/result.ts'
import { codeWrong, totpNotStarted, totpOn } from '../errors.ts'
import { throttle } from '../passwords/throttle.ts'
import { changeProven, needProof } from '../proof/fresh.ts'
import { makeCodes } from '../recovery/codes.ts'
import type { Proof } from '../schema.ts'
import { secretsOf } from '../secret.ts'
import { noteSecurity } from '../security/note.ts'
import { slowDown } from '../sign-in.ts'
import { useTotp } from './totp.ts'

/** Turns the second step on with a first code, and hands out recovery codes in the same moment: nobody is left with one and without the other. */
export async function confirmTotp(
  ctx: Context,
  viewer: Viewer,
  code: string,
  proof: Omit<Proof, 'code'>,
): Promise<Result<{ recoveryCodes: string[] }>> {
  const proven = await needProof(ctx, viewer, proof)
  if (!proven.ok) return proven
  const wait = await throttle(ctx).begin('first code', viewer.accountId, '')
  if (wait > 0) return slowDown(wait)
  const done = await changeProven(ctx, viewer, async (tx) => {
    const me = await secretsOf(tx, viewer.accountId)
    if (!me?.totp_secret) return fail(totpNotStarted)
    if (me.totp) return fail(totpOn)
    if (!(await useTotp(ctx, tx, viewer.accountId, me.totp_secret, code))) return fail(codeWrong, { fields: { code: 'code-wrong' } })
    const on = await tx.run(
      sql`update account_secret set totp_enabled_at = ${ctx.clock.now()} where account_id = ${viewer.accountId} and totp_enabled_at is null`,
    )
    if (!on) return fail(totpOn)
    await noteSecurity(ctx, tx, { accountId: viewer.accountId, kind: 'totp-on', session: viewer.sessionId })
    return ok({ recoveryCodes: await makeCodes(tx, viewer.accountId) })
  })
  if (done.ok) await throttle(ctx).good('first code', viewer.accountId, '')
  return done
}
