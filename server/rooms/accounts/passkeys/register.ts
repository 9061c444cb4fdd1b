import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  SettingsService,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, ok, type Result } from '#server/platform/result.ts'
import { cleanLine } from '#server/platform/text.ts'
import { passkeyFailed, passkeyKnown, tooManyPasskeys } from '../errors.ts'
import { changeProven, needProof } from '../proof/fresh.ts'
import type { Passkey, Proof } from '../schema.ts'
import { noteSecurity } from '../security/note.ts'
import { ask, challengeOf, party, take } from './challenge.ts'

const MOST = 20
/** EdDSA, ES256, RS256: what devices have. Left to itself the library asks Node for experimental kinds, which warns on the console. */
const ALGORITHMS = [-8, -7, -257]

/** Options for `navigator.credentials.create`, their challenge not yet asked. The passkey is discoverable and proves its holder, so no name is typed to sign in. */
export function creationOptions(
  ctx: Context,
  person: { id: string; handle: string; displayName: string },
  excludeCredentials: { id: string; transports?: string[] }[] = [],
) {
  const rp = party(ctx)
  return generateRegistrationOptions({
    rpName: rp.name,
    rpID: rp.id,
    userID: new TextEncoder().encode(person.id),
    userName: person.handle,
    userDisplayName: person.displayName,
    timeout: 300_000,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** Options to add a passkey to one's account. */
export async function passkeyOptions(ctx: Context, viewer: Viewer, proof: Proof | null | undefined) {
  const proven = await needProof(ctx, viewer, proof)
  if (!proven.ok) return proven
  const had = await ctx.db.rows<{ id: string; transports: string[] }>(
    sql`select credential_id as id, transports from passkey where account_id = ${viewer.accountId}`,
  )
  if (had.length >= MOST) return fail(tooManyPasskeys)
  const options = await creationOptions(ctx, { id: viewer.accountId, handle: viewer.handle, displayName: viewer.handle }, had)
  await ask(ctx, options.challenge, 'register', { accountId: viewer.accountId })
  return ok({ ...options })
}

export interface NewKey {
  credentialId: string
  publicKey: Uint8Array
  counter: number
  transports: string[]
}

/** Checks what an authenticator answered to one of our questions. */
export async function checkRegistration(
  ctx: Context,
  response: unknown,
  kind: 'register' | 'sign-up',
): Promise<Result<{ key: NewKey; accountId: string | null; wish: unknown }>> {
  const answer = response as RegistrationResponseJSON
  const challenge = challengeOf(answer.response)
  const asked = challenge ? await take(ctx, challenge, kind) : undefined
  if (!challenge || !asked) return fail(passkeyFailed)
  const rp = party(ctx)
  // Which make of device it is, we do not ask. With makers' certificates at hand the library would fetch lists of revoked ones from where the answer says
  // (decision 236).
  for (const identifier of ['android-key', 'android-safetynet', 'apple'] as const)
    SettingsService.setRootCertificates({ identifier, certificates: [] })
  try {
    const { verified, registrationInfo: info } = await verifyRegistrationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    if (!verified) return fail(passkeyFailed)
    const { id, publicKey, counter } = info.credential
    const transports = (info.credential.transports ?? []).map(String).slice(0, 8)
    return ok({ key: { credentialId: id, publicKey, counter, transports }, accountId: asked.account_id, wish: asked.wish })
  } catch (e) {
    // The library throws for everything that is wrong with an answer.
    ctx.log.debug({ err: e }, 'a passkey was refused')
    return fail(passkeyFailed)
  }
}

/** Stores a key; undefined when it is somebody's already, or one too many (the database counts: 0121_promised_numbers.sql). */
export const insertKey = (ctx: Context, db: Queryable, accountId: string, name: string, key: NewKey) =>
  db.one<{ id: string; created_at: Date }>(sql`
    insert into passkey (id, account_id, credential_id, public_key, counter, transports, name, created_at)
    values (${ctx.ids.next()}, ${accountId}, ${key.credentialId}, ${Buffer.from(key.publicKey)}, ${key.counter}, ${key.transports}::text[], ${name},
      ${ctx.clock.now()})
    on conflict (credential_id) do nothing returning id, created_at`)

/** Adds a passkey to one's account. `fallbackName` names it where the person did not. */
export async function addPasskey(
  ctx: Context,
  viewer: Viewer,
  input: { name: string; response: unknown } & Proof,
  fallbackName: string,
): Promise<Result<Passkey>> {
  // Before the question is used up: who is refused may show a proof and answer it still.
  const proven = await needProof(ctx, viewer, input)
  if (!proven.ok) return proven
  const checked = await checkRegistration(ctx, input.response, 'register')
  if (!checked.ok) return checked
  if (checked.value.accountId !== viewer.accountId) return fail(passkeyFailed)
  const name = cleanLine(input.name) || fallbackName
  return changeProven(ctx, viewer, async (tx) => {
    const row = await insertKey(ctx, tx, viewer.accountId, name, checked.value.key)
    if (!row) {
      const had = await tx.one<{ n: number }>(sql`select count(*)::int as n from passkey where account_id = ${viewer.accountId}`)
      return fail(had && had.n >= MOST ? tooManyPasskeys : passkeyKnown)
    }
    await noteSecurity(ctx, tx, { accountId: viewer.accountId, kind: 'passkey-added', name, session: viewer.sessionId })
    return ok({ id: row.id, name, createdAt: row.created_at.toISOString(), usedAt: null })
  })
}
