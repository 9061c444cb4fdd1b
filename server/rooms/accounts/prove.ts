import type { Context } from '#server/platform/context.ts'
import { fail, ok, type Result } from '#server/platform/result.ts'
import { codeWrong, passkeyFailed, passwordWrong } from './errors.ts'
import { usePasskey } from './passkeys/use.ts'
import { verifyPassword } from './passwords/hashing.ts'
import { throttle } from './passwords/throttle.ts'
import { useCode } from './recovery/codes.ts'
import type { Proof } from './schema.ts'
import type { Secrets } from './secret.ts'
import { slowDown } from './sign-in.ts'
import { useTotp } from './totp/totp.ts'

/**
 * That someone signed in is the owner and not who found the phone unlocked: the password, a code (authenticator or recovery) or a passkey.
 * The owner is signed in, so the wait after wrong tries is counted for the account alone.
 */
export async function prove(ctx: Context, me: Secrets, proof: Proof): Promise<Result<undefined>> {
  const brake = throttle(ctx)
  const wait = brake.begin(ctx, 'proof', me.account_id, '')
  if (wait > 0) return slowDown(wait)
  const done = await check(ctx, me, proof)
  if (done.ok) brake.good('proof', me.account_id, '')
  return done
}

async function check(ctx: Context, me: Secrets, proof: Proof): Promise<Result<undefined>> {
  if (proof.passkey) {
    const used = await usePasskey(ctx, proof.passkey)
    return used.ok && used.value.accountId === me.account_id ? ok() : fail(passkeyFailed)
  }
  if (proof.code) {
    const totp = me.totp && me.totp_secret ? await useTotp(ctx, ctx.db, me.account_id, me.totp_secret, proof.code) : false
    return totp || (await useCode(ctx.db, me.account_id, proof.code)) ? ok() : fail(codeWrong, { fields: { code: 'code-wrong' } })
  }
  if (!me.password_hash) return fail(passkeyFailed)
  const good = await verifyPassword(ctx, proof.password ?? '', me.password_hash)
  if (!good.ok) return good
  return good.value ? ok() : fail(passwordWrong, { fields: { password: 'password-wrong' } })
}
