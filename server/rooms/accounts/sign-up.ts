import type { Context } from '#server/platform/context.ts'
import type { Queryable } from '#server/platform/db.ts'
import { type Fail, fail, ok, type Result } from '#server/platform/result.ts'
import { cleanLine } from '#server/platform/text.ts'
import { currentVersion } from './agreements.ts'
import { insertPerson, type Person } from './create.ts'
import { askEmail } from './email/ask.ts'
import { handleReserved, handleTaken, nameEmpty } from './errors.ts'
import { checkHandle } from './handles.ts'
import { hashPassword } from './passwords/hashing.ts'
import { refusePassword } from './passwords/rules.ts'
import type { PasskeySignUp, SignUp } from './schema.ts'
import { openSession, type SessionFrom } from './sessions/open.ts'

/** Refuses what can be known before any work is done for the wish. */
export async function refuseWish(ctx: Context, wish: PasskeySignUp): Promise<Fail | null> {
  if (wish.displayName !== undefined && !cleanLine(wish.displayName)) return fail(nameEmpty, { fields: { displayName: 'name-empty' } })
  const { reason } = await checkHandle(ctx, wish.handle)
  if (reason === 'taken') return fail(handleTaken, { fields: { handle: 'handle-taken' } })
  if (reason) return fail(handleReserved, { fields: { handle: 'handle-reserved' } })
  return null
}

/** The person that a sign-up asks for. */
export function personOf(ctx: Context, wish: PasskeySignUp, locale: string, passwordHash: string | null): Person {
  const own = wish.language ?? locale
  return {
    id: ctx.ids.next(),
    handle: wish.handle,
    displayName: cleanLine(wish.displayName ?? '') || wish.handle,
    passwordHash,
    locale: own,
    languages: wish.languages?.length ? [...new Set(wish.languages)] : [own],
    // Agreeing to an older text is not agreeing to this one: then the app asks.
    accepted: wish.agreed === currentVersion(ctx) ? wish.agreed : null,
    pendingEmail: wish.email ?? null,
  }
}

/** Person, confirmation letter and session in one transaction. */
export async function enter(
  ctx: Context,
  tx: Queryable,
  person: Person,
  from: SessionFrom,
): Promise<Result<{ accountId: string; token: string }>> {
  if (!(await insertPerson(ctx, tx, person))) return fail(handleTaken, { fields: { handle: 'handle-taken' } })
  if (person.pendingEmail) await askEmail(ctx, tx, person.id, person.pendingEmail)
  return ok({ accountId: person.id, token: await openSession(ctx, person.id, from, tx) })
}

/**
 * Makes an account with handle and password and signs it in. An e-mail address that belongs to somebody already changes nothing in the
 * answer: its owner is told by letter.
 */
export async function signUp(
  ctx: Context,
  input: SignUp,
  locale: string,
  from: SessionFrom,
): Promise<Result<{ accountId: string; token: string }>> {
  const refused = refusePassword(ctx, input.password, input) ?? (await refuseWish(ctx, input))
  if (refused) return refused
  const hashed = await hashPassword(ctx, input.password)
  if (!hashed.ok) return hashed
  return ctx.db.tx((tx) => enter(ctx, tx, personOf(ctx, input, locale, hashed.value), from))
}
