import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql, type Tx } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { type Fail, fail, notFound, ok, type Result, signInFirst } from '#server/platform/result.ts'
import { proofNeeded } from '../errors.ts'
import type { Proof } from '../schema.ts'
import { lockSecrets, type Secrets, secretsOf } from '../secret.ts'
import { checkProof } from './check.ts'

/** How long a proof holds, for the session that gave it and no other. */
export const PROOF_MINUTES = 5

const said = (proof: Proof | null | undefined): proof is Proof =>
  proof?.password !== undefined || proof?.code !== undefined || proof?.passkey !== undefined

/** A proof that lies ahead (the clock was set back) is none. */
const fresh = (ctx: Context) => {
  const now = ctx.clock.now()
  return sql`proven_at > ${now}::timestamptz - make_interval(mins => ${PROOF_MINUTES}) and proven_at <= ${now}::timestamptz + interval '1 minute'`
}

/** Which ways this account has to show that it is oneself, for who asks the person. */
export async function waysOf(ctx: Context, me: Secrets): Promise<('password' | 'passkey' | 'code')[]> {
  const codes = me.totp || (await ctx.db.one(sql`select 1 from recovery_code where account_id = ${me.account_id} limit 1`)) !== undefined
  return [
    ...(me.password_hash ? (['password'] as const) : []),
    ...(me.passkeys > 0 ? (['passkey'] as const) : []),
    ...(codes ? (['code'] as const) : []),
  ]
}

/** Checks a proof and remembers it with the session. */
export async function giveProof(ctx: Context, viewer: Viewer, proof: Proof): Promise<Result<Secrets>> {
  const me = await secretsOf(ctx.db, viewer.accountId)
  if (!me) return fail(notFound)
  const shown = await checkProof(ctx, me, proof, viewer.sessionId)
  if (!shown.ok) return shown
  const kept = await ctx.db.run(sql`
    update session set proven_at = ${ctx.clock.now()}, proven_key = ${shown.value.passkey}
    where id = ${viewer.sessionId} and account_id = ${viewer.accountId}`)
  return kept ? ok(me) : fail(signInFirst)
}

/**
 * That it is the owner who wants to change how one gets in: by a proof that comes along (a wrong one is refused whatever was shown before),
 * or by one that this session gave in the last five minutes. Having signed in or up is none.
 */
export async function needProof(ctx: Context, viewer: Viewer, proof: Proof | null | undefined): Promise<Result<Secrets>> {
  if (said(proof)) return giveProof(ctx, viewer, proof)
  const me = await secretsOf(ctx.db, viewer.accountId)
  if (!me) return fail(notFound)
  const held = await ctx.db.one(sql`
    select 1 from session where id = ${viewer.sessionId} and account_id = ${viewer.accountId} and ${fresh(ctx)}`)
  return held ? ok(me) : refusal(ctx, me)
}

const refusal = async (ctx: Context, me: Secrets): Promise<Fail> => fail(proofNeeded, { extra: { ways: await waysOf(ctx, me) } })

/** Rolls a change back: its session was ended, or its proof ran out, between the question and the deed. */
export class Unproven extends Error {}

/**
 * To be asked first in the transaction of the change. The session is held until its end: who ends it (a new password elsewhere) waits, and
 * then finds and removes what was added; who comes after it finds no session.
 * @throws Unproven
 */
export async function holdProof(ctx: Context, tx: Queryable, viewer: Viewer): Promise<void> {
  await lockSecrets(tx, viewer.accountId)
  const held = await tx.one(sql`
    select 1 from session where id = ${viewer.sessionId} and account_id = ${viewer.accountId} and ${fresh(ctx)} for key share`)
  if (!held) throw new Unproven()
}

/** The change in one transaction, under the proof; `Unproven` becomes the refusal. */
export async function changeProven<T>(ctx: Context, viewer: Viewer, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await ctx.db.tx(async (tx) => {
      await holdProof(ctx, tx, viewer)
      return work(tx)
    })
  } catch (e) {
    if (e instanceof Unproven) return fail(proofNeeded)
    throw e
  }
}
