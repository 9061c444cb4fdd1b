import { takeNetwork } from '#server/platform/budget.ts'
import type { Context } from '#server/platform/context.ts'
import type { Queryable } from '#server/platform/db.ts'
import { claim, forget, type Had, isClaim, lookUp, settle } from '#server/platform/idempotency.ts'
import { type Fail, fail, keyBusy, keyReused, ok, type Result, tooMany } from '#server/platform/result.ts'
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
import { type Caller, signIn } from './sign-in.ts'

/** Refuses what can be known before any work is done for the wish. */
export async function refuseWish(ctx: Context, wish: PasskeySignUp): Promise<Fail | null> {
  if (wish.displayName !== undefined && !cleanLine(wish.displayName)) return fail(nameEmpty, { fields: { displayName: 'name-empty' } })
  const { reason } = await checkHandle(ctx, wish.handle)
  if (reason === 'taken') return fail(handleTaken, { fields: { handle: 'handle-taken' } })
  if (reason) return fail(handleReserved, { fields: { handle: 'handle-reserved' } })
  return null
}

/** Accounts that one network may make: all of a school on its first morning, and no more in that hour. */
const MADE = { burst: 400, seconds: 3600 } as const

/** Counts an account that is about to be made against its network, whoever asks. */
export async function refuseMany(ctx: Context, ip: string): Promise<Fail | null> {
  const wait = await takeNetwork(ctx.limits, 'accounts made', ip, MADE)
  return wait > 0 ? fail(tooMany, { params: { seconds: wait } }) : null
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
 * answer: its owner is told by letter. With a `key` (the call's Idempotency-Key) the call may come again when its answer was lost: the account it
 * made is known by the key for a day, and the password proves that it is the same person.
 */
export async function signUp(
  ctx: Context,
  input: SignUp,
  locale: string,
  caller: Caller,
  key: string | null = null,
): Promise<Result<{ accountId: string; token: string }>> {
  const keyed = key === null ? null : { owner: 'sign-up', key, request: input.handle }
  const again = keyed && (await signInAgain(ctx, input, caller, await lookUp(ctx.db, keyed)))
  if (again) return again
  const refused = refusePassword(ctx, input.password, input) ?? (await refuseWish(ctx, input)) ?? (await refuseMany(ctx, caller.ip))
  if (refused) return refused
  const hashed = await hashPassword(ctx, input.password)
  if (!hashed.ok) return hashed
  const person = personOf(ctx, input, locale, hashed.value)
  let had: Had | undefined
  const entered = await ctx.db.tx(async (tx) => {
    // The same call in flight twice: the second waits here until the first is through.
    const got = keyed && (await claim(tx, keyed))
    if (got && !isClaim(got)) {
      had = got
      return null
    }
    const made = await enter(ctx, tx, person, caller.from)
    if (got) await (made.ok ? settle(tx, got, person.id) : forget(tx, got))
    return made
  })
  return entered ?? (await signInAgain(ctx, input, caller, had)) ?? fail(keyBusy)
}

/** The account that this call made before, entered by its password; null where there is none. Whoever has another password hears what a stranger hears. */
async function signInAgain(
  ctx: Context,
  input: SignUp,
  caller: Caller,
  had: Had | undefined,
): Promise<Result<{ accountId: string; token: string }> | null> {
  if (had === undefined || had === 'busy') return null
  if (had === 'other') return fail(keyReused)
  const opened = await signIn(ctx, { login: input.handle, password: input.password }, caller)
  if (opened.ok || opened.problem === tooMany) return opened
  return fail(handleTaken, { fields: { handle: 'handle-taken' } })
}
