import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, ok, type Result } from '#server/platform/result.ts'
import { passwordWrong } from '../errors.ts'
import { changeProven, needProof } from '../proof/fresh.ts'
import type { ChangePassword } from '../schema.ts'
import { lockSecrets } from '../secret.ts'
import { changed } from '../sessions/known.ts'
import { renewToken } from '../sessions/open.ts'
import { hashPassword } from './hashing.ts'
import { refusePassword } from './rules.ts'
import { putPassword } from './set.ts'

/**
 * Changes the password, or sets the first one of an account made by passkey. All other sessions end, and all passkeys but those that are
 * kept by name or were shown as the proof. `renew`: this session came by cookie and gets a new token, which is answered: whoever has copied
 * the old one is out, too.
 */
export async function changePassword(
  ctx: Context,
  viewer: Viewer,
  { current, next, passkey, code, keepPasskeys }: ChangePassword,
  renew: boolean,
): Promise<Result<{ token: string | null }>> {
  const proven = await needProof(ctx, viewer, { password: current, passkey, code })
  if (!proven.ok) return proven.fields?.password ? { ...proven, fields: { current: 'password-wrong' } } : proven
  const me = proven.value
  const refused = refusePassword(ctx, next, me, 'next')
  if (refused) return refused
  const hashed = await hashPassword(ctx, next)
  if (!hashed.ok) return hashed
  const done = await changeProven(ctx, viewer, async (tx) => {
    // Of two changes at once the second has not seen the password that it replaces.
    const now = await lockSecrets(tx, viewer.accountId)
    if (now?.password_hash !== me.password_hash) return fail(passwordWrong, { fields: { current: 'password-wrong' } })
    const shown = await tx.one<{ key: string | null }>(sql`select proven_key as key from session where id = ${viewer.sessionId}`)
    await putPassword(ctx, tx, {
      accountId: viewer.accountId,
      hash: hashed.value,
      kind: me.password_hash ? 'password-changed' : 'password-set',
      keep: viewer.sessionId,
      passkeys: me.password_hash ? [...(keepPasskeys ?? []), ...(shown?.key ? [shown.key] : [])] : 'all',
      codes: me.password_hash === null,
    })
    return ok({ token: renew ? await renewToken(tx, viewer) : null })
  })
  changed(ctx, viewer.accountId)
  return done
}
