import { type AuthenticationResponseJSON, generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { fail, ok, type Result } from '#server/platform/result.ts'
import { passkeyFailed } from '../errors.ts'
import { countsHere, lockSecrets } from '../secret.ts'
import { openSession, type SessionFrom } from '../sessions/open.ts'
import { ask, challengeOf, party, take } from './challenge.ts'

/** Options for `navigator.credentials.get`: whoever holds a passkey of this site chooses it, no name is asked. */
export async function signInOptions(ctx: Context) {
  const options = await generateAuthenticationOptions({ rpID: party(ctx).id, timeout: 300_000, userVerification: 'required' })
  await ask(ctx, options.challenge, 'sign-in')
  return { ...options }
}

interface KeyRow {
  id: string
  account_id: string
  public_key: Buffer
  counter: string
  transports: string[]
}

/** Checks a passkey's answer and notes its use; says whose it is. The holder was verified by the device, so it counts for both steps. */
export async function usePasskey(ctx: Context, response: unknown): Promise<Result<{ accountId: string; passkeyId: string }>> {
  const answer = response as AuthenticationResponseJSON
  const challenge = challengeOf(answer.response)
  const asked = challenge ? await take(ctx, challenge, 'sign-in') : undefined
  const key = await ctx.db.one<KeyRow>(sql`
    select p.id, p.account_id, p.public_key, p.counter, p.transports from passkey p
    join account a on a.id = p.account_id join account_secret s on s.account_id = a.id
    where p.credential_id = ${answer.id} and a.state <> 'deleted' and ${countsHere(ctx)}`)
  if (!challenge || !asked || !key) return fail(passkeyFailed)
  const rp = party(ctx)
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      requireUserVerification: true,
      credential: {
        id: answer.id,
        publicKey: new Uint8Array(key.public_key),
        counter: Number(key.counter),
        transports: key.transports,
      },
    })
    if (!verified) return fail(passkeyFailed)
    const counter = authenticationInfo.newCounter
    // A counter that stands still or goes back means a copied key; those that do not count always say 0.
    const used = await ctx.db.run(sql`
      update passkey set counter = ${counter}, used_at = ${ctx.clock.now()}
      where id = ${key.id} and (counter < ${counter}::bigint or (counter = 0 and ${counter}::bigint = 0))`)
    return used ? ok({ accountId: key.account_id, passkeyId: key.id }) : fail(passkeyFailed)
  } catch (e) {
    ctx.log.debug({ err: e }, 'a passkey was refused')
    return fail(passkeyFailed)
  }
}

/** Signs in with a passkey. */
export async function signInByPasskey(
  ctx: Context,
  response: unknown,
  from: SessionFrom,
): Promise<Result<{ accountId: string; token: string }>> {
  const used = await usePasskey(ctx, response)
  if (!used.ok) return used
  const { accountId, passkeyId } = used.value
  return ctx.db.tx(async (tx) => {
    // Removed a moment ago, perhaps with a password change that ended all sessions: then it opens none.
    await lockSecrets(tx, accountId)
    if (!(await tx.one(sql`select 1 from passkey where id = ${passkeyId}`))) return fail(passkeyFailed)
    return ok({ accountId, token: await openSession(ctx, accountId, from, tx) })
  })
}
