import type { Context } from '#server/platform/context.ts'
import { fail, ok, type Result } from '#server/platform/result.ts'
import { codeWrong, passkeyFailed, passwordWrong, totpUnreadable } from '../errors.ts'
import { usePasskey } from '../passkeys/use.ts'
import { verifyPassword } from '../passwords/hashing.ts'
import { throttle } from '../passwords/throttle.ts'
import { codeHash, useCode } from '../recovery/codes.ts'
import type { Proof } from '../schema.ts'
import type { Secrets } from '../secret.ts'
import { noteSecurity } from '../security/note.ts'
import { slowDown } from '../sign-in.ts'
import { openSecret, useTotp } from '../totp/totp.ts'

/** What was shown: with which passkey, if it was one. */
export interface Shown {
  passkey: string | null
}

/**
 * That someone signed in is the owner and not who found the phone unlocked: the password, a code (authenticator or recovery) or a passkey.
 * Wrong tries are counted for the session, and beyond its first three for the account as well: whoever took sessions is bounded in all of them
 * together, and cannot make the owner wait in theirs (decision 240).
 */
export async function checkProof(ctx: Context, me: Secrets, proof: Proof, sessionId: string): Promise<Result<Shown>> {
  // Six digits can be guessed within months from a session that was taken: those are counted for the account from the first one on.
  const isNumber = !proof.passkey && proof.code !== undefined && codeHash(proof.code) === null
  const what = isNumber ? 'code in a session' : 'proof'
  const place = { key: `session ${sessionId}`, known: false }
  const brake = throttle(ctx)
  const wait = await brake.begin(what, me.account_id, place)
  if (wait > 0) return slowDown(wait)
  const done = await check(ctx, me, proof)
  if (done.ok) {
    await brake.good(what, me.account_id, place)
    await brake.giveBack(what, me.account_id, place)
  }
  return done
}

async function check(ctx: Context, me: Secrets, proof: Proof): Promise<Result<Shown>> {
  if (proof.passkey) {
    const used = await usePasskey(ctx, proof.passkey)
    return used.ok && used.value.accountId === me.account_id ? ok({ passkey: used.value.passkeyId }) : fail(passkeyFailed)
  }
  if (proof.code) {
    const totp = me.totp && me.totp_secret ? await useTotp(ctx, ctx.db, me.account_id, me.totp_secret, proof.code) : false
    if (totp || (await useRecoveryCode(ctx, me, proof.code))) return ok({ passkey: null })
    const lost = me.totp && me.totp_secret && openSecret(ctx, me.account_id, me.totp_secret) === null
    return lost ? fail(totpUnreadable) : fail(codeWrong, { fields: { code: 'code-wrong' } })
  }
  // Also where there is no password: what was said is not it. The work is the same.
  const good = await verifyPassword(ctx, proof.password ?? '', me.password_hash)
  if (!good.ok) return good
  return good.value ? ok({ passkey: null }) : fail(passwordWrong, { fields: { password: 'password-wrong' } })
}

/** The owner hears of every code that is gone. */
const useRecoveryCode = (ctx: Context, me: Secrets, code: string): Promise<boolean> =>
  ctx.db.tx(async (tx) => {
    const used = await useCode(tx, me.account_id, code)
    if (used) await noteSecurity(ctx, tx, { accountId: me.account_id, kind: 'code-used' })
    return used
  })
