import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql } from '#server/platform/db.ts'
import { type Fail, fail, ok, type Result, tooMany } from '#server/platform/result.ts'
import { codeWrong, signInFailed, totpRequired, totpUnreadable } from './errors.ts'
import { hashPassword, isOutdated, verifyPassword } from './passwords/hashing.ts'
import { placeOf, throttle, triedAt } from './passwords/throttle.ts'
import { codeHash, useCode } from './recovery/codes.ts'
import type { SignIn } from './schema.ts'
import { counts, lockSecrets, plainLogin, type Secrets, secretsByLogin } from './secret.ts'
import { noteSecurity } from './security/note.ts'
import { openSession, type SessionFrom } from './sessions/open.ts'
import { openSecret, useTotp } from './totp/totp.ts'

export interface Caller {
  /** As `networkOf` cuts it. */
  network: string
  ip: string
  from: SessionFrom
}

export const slowDown = (seconds: number): Fail => fail(tooMany, { params: { seconds } })

/**
 * Opens a session for handle or e-mail and password. An unknown account, one without a password and a wrong password get the same answer
 * after the same work. Someone leaving may sign in: the account says until when it can be restored.
 */
export async function signIn(
  ctx: Context,
  input: SignIn,
  caller: Caller,
  again = true,
): Promise<Result<{ accountId: string; token: string }>> {
  const who = plainLogin(input.login)
  const found = await secretsByLogin(ctx, who)
  const brake = throttle(ctx)
  const name = triedAt(who, found)
  const place = placeOf(ctx, caller.from, found?.account_id)
  const wait = await brake.begin('password', name, place)
  if (wait > 0) return slowDown(wait)
  // The demo's password is no secret: it opens nothing on a site that is not a demo.
  const stored = found && counts(ctx, found) ? found.password_hash : null
  const good = await verifyPassword(ctx, input.password, stored)
  if (!good.ok) return good
  if (!found || !good.value) return fail(signInFailed)
  await brake.good('password', name, place)
  const opened = await openWithSecondStep(
    ctx,
    found,
    input.code,
    async (db) => {
      // Changed while we were checking the old one, with which all sessions ended: this one would outlive it.
      const now = await lockSecrets(db, found.account_id)
      if (now?.password_hash !== found.password_hash) throw new Changed()
      return openSession(ctx, found.account_id, caller.from, db)
    },
    caller.from,
  ).catch((e) => {
    if (e instanceof Changed) return null
    throw e
  })
  // It may only have been made anew by another sign-in (see `renew`): look once more.
  if (!opened) return again ? signIn(ctx, input, caller, false) : fail(signInFailed)
  if (opened.ok && found.password_hash && isOutdated(found.password_hash)) await renew(ctx, found, input.password)
  return opened.ok ? ok({ accountId: found.account_id, token: opened.value }) : opened
}

/** Rolls back: the password is another one by now. */
class Changed extends Error {}

/** How the second step was passed. */
export type Step = 'none' | 'authenticator' | 'recovery'

/**
 * Does `work` once the second step, where there is one, is passed. The code is used up in the transaction of the work: a process killed
 * in between has done neither. `from` is where it comes from.
 */
export async function openWithSecondStep<T>(
  ctx: Context,
  found: Secrets,
  code: string | undefined,
  work: (db: Queryable, step: Step) => Promise<T>,
  from: SessionFrom,
): Promise<Result<T>> {
  const secret = found.totp ? found.totp_secret : null
  if (!secret) return ok(await ctx.db.tx((tx) => work(tx, 'none')))
  if (!code) return fail(totpRequired)
  // A recovery code cannot be guessed, so it gets in where too many wrong numbers came from elsewhere.
  const what = codeHash(code) ? 'recovery' : 'second step'
  const place = placeOf(ctx, from, found.account_id)
  const wait = await throttle(ctx).begin(what, found.account_id, place)
  if (wait > 0) return slowDown(wait)
  const done = await ctx.db.tx(async (tx) => {
    if (await useTotp(ctx, tx, found.account_id, secret, code)) return ok(await work(tx, 'authenticator'))
    if (!(await useCode(tx, found.account_id, code)))
      return fail(openSecret(ctx, found.account_id, secret) === null ? totpUnreadable : codeWrong)
    await noteSecurity(ctx, tx, { accountId: found.account_id, kind: 'code-used', device: from.device })
    return ok(await work(tx, 'recovery'))
  })
  if (done.ok) {
    await throttle(ctx).good(what, found.account_id, place)
    await throttle(ctx).giveBack(what, found.account_id, place)
  }
  return done
}

/** Makes the hash anew with today's parameters, unless the password was changed meanwhile. */
async function renew(ctx: Context, found: Secrets, password: string): Promise<void> {
  const made = await hashPassword(ctx, password)
  if (!made.ok) return
  await ctx.db.run(
    sql`update account_secret set password_hash = ${made.value} where account_id = ${found.account_id} and password_hash = ${found.password_hash}`,
  )
}
