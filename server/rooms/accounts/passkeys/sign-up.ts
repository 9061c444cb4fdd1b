import type { Context } from '#server/platform/context.ts'
import { fail, ok, type Result } from '#server/platform/result.ts'
import { passkeyKnown } from '../errors.ts'
import { PasskeySignUp } from '../schema.ts'
import type { Caller } from '../sign-in.ts'
import { enter, personOf, refuseMany, refuseWish } from '../sign-up.ts'
import { ask } from './challenge.ts'
import { checkRegistration, creationOptions, insertKey } from './register.ts'

/** First half of signing up by passkey: checks the wish and asks the device for a key. Nothing is reserved until it answers. */
export async function passkeySignUpOptions(ctx: Context, wish: PasskeySignUp) {
  const refused = await refuseWish(ctx, wish)
  if (refused) return refused
  const id = ctx.ids.next()
  const options = await creationOptions(ctx, { id, handle: wish.handle, displayName: wish.displayName ?? wish.handle })
  await ask(ctx, options.challenge, 'sign-up', { wish: { id, ...wish } })
  return ok({ options: { ...options } })
}

/** Rolls the transaction back with a refusal. */
class Refused extends Error {}

/** Second half: account, passkey and session are made together or not at all. */
export async function signUpByPasskey(
  ctx: Context,
  input: { response: unknown },
  locale: string,
  caller: Caller,
  keyName: string,
): Promise<Result<{ accountId: string; token: string }>> {
  const checked = await checkRegistration(ctx, input.response, 'sign-up')
  if (!checked.ok) return checked
  const { id } = checked.value.wish as { id: string }
  // The wish comes out of our own table; parsing it again says what it is.
  const wish = PasskeySignUp.parse(checked.value.wish)
  const many = await refuseMany(ctx, caller.ip)
  if (many) return many
  const person = { ...personOf(ctx, wish, locale, null), id }
  try {
    return await ctx.db.tx(async (tx) => {
      const entered = await enter(ctx, tx, person, caller.from)
      if (!entered.ok) return entered
      if (!(await insertKey(ctx, tx, id, keyName, checked.value.key))) throw new Refused()
      return entered
    })
  } catch (e) {
    if (e instanceof Refused) return fail(passkeyKnown)
    throw e
  }
}
