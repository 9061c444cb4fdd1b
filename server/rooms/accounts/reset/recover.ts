import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { fail, ok, type Result } from '#server/platform/result.ts'
import { codeWrong } from '../errors.ts'
import { hashPassword } from '../passwords/hashing.ts'
import { refusePassword } from '../passwords/rules.ts'
import { putPassword } from '../passwords/set.ts'
import { placeOf, throttle, triedAt } from '../passwords/throttle.ts'
import { codeHash, useCode } from '../recovery/codes.ts'
import { counts, lockSecrets, plainLogin, secretsByLogin } from '../secret.ts'
import { changed } from '../sessions/known.ts'
import { openSession } from '../sessions/open.ts'
import { type Caller, slowDown } from '../sign-in.ts'

/**
 * Sets a new password by a recovery code and signs in. A code is 80 random bits that only its owner has, so it stands for password and
 * second step together. All sessions and passkeys end; the other codes stay, since whoever has this one has them. An unknown account and a wrong code get the same answer after the same work.
 */
export async function recover(
  ctx: Context,
  input: { login: string; code: string; password: string },
  caller: Caller,
): Promise<Result<{ accountId: string; token: string }>> {
  const who = plainLogin(input.login)
  const found = await secretsByLogin(ctx, who)
  const brake = throttle(ctx)
  const name = triedAt(who, found)
  const place = placeOf(ctx, caller.from, found?.account_id)
  const wait = await brake.begin('recovery', name, place)
  if (wait > 0) return slowDown(wait)
  // What the rule says of the password must not tell whether the account exists: it looks at what was typed.
  const refused = refusePassword(ctx, input.password, { handle: who, email: who })
  if (refused) return refused
  const hash = codeHash(input.code)
  const there = await ctx.db.one(
    sql`select 1 from recovery_code where account_id = ${found?.account_id ?? '0'} and code_hash = ${hash ?? Buffer.alloc(32)}`,
  )
  if (!found || !there || !counts(ctx, found)) return fail(codeWrong, { fields: { code: 'code-wrong' } })
  const hashed = await hashPassword(ctx, input.password)
  if (!hashed.ok) return hashed
  const token = await ctx.db.tx(async (tx) => {
    await lockSecrets(tx, found.account_id)
    if (!(await useCode(tx, found.account_id, input.code))) return null
    await putPassword(ctx, tx, {
      accountId: found.account_id,
      hash: hashed.value,
      kind: 'password-reset',
      keep: null,
      passkeys: [],
      codes: true,
      device: caller.from.device,
    })
    return openSession(ctx, found.account_id, caller.from, tx)
  })
  if (token === null) return fail(codeWrong, { fields: { code: 'code-wrong' } })
  changed(ctx, found.account_id)
  await brake.good('recovery', name, place)
  return ok({ accountId: found.account_id, token })
}
