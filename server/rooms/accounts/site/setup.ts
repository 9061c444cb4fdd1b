import { randomBytes } from 'node:crypto'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { fail, type Result } from '#server/platform/result.ts'
import { setupCodeWrong, setupDone } from '../errors.ts'
import { hashPassword } from '../passwords/hashing.ts'
import { refusePassword } from '../passwords/rules.ts'
import { throttle } from '../passwords/throttle.ts'
import type { SetUp } from '../schema.ts'
import { countsHere } from '../secret.ts'
import { type Caller, slowDown } from '../sign-in.ts'
import { enter, personOf, refuseWish } from '../sign-up.ts'
import { forgetSite, siteChanged } from './site.ts'

const LETTERS = 'abcdefghjkmnpqrstvwxyz23456789'

/**
 * The start-up code that makes the first administrator, for the console; null once there is one. All processes on a database say the same
 * one, and a restart does not change it.
 */
export async function setupCode(ctx: Context): Promise<string | null> {
  const fresh = (
    [...randomBytes(12)]
      .map((b) => LETTERS[b % LETTERS.length])
      .join('')
      .match(/.{4}/g) ?? []
  ).join('-')
  const row = await ctx.db.one<{ code: string }>(sql`
    insert into setup_code (code)
    select ${fresh} where not exists (
      select 1 from account a join account_secret s on s.account_id = a.id
      where a.role = 'admin' and a.state <> 'deleted' and ${countsHere(ctx)})
    on conflict (one) do update set code = setup_code.code returning code`)
  return row?.code ?? null
}

/** Makes the first administrator. The code is used up in the same transaction, so of two at once one succeeds. */
export async function setUp(
  ctx: Context,
  input: SetUp,
  locale: string,
  caller: Caller,
): Promise<Result<{ accountId: string; token: string }>> {
  const wait = await throttle(ctx).begin('setup', 'first administrator', caller.network)
  if (wait > 0) return slowDown(wait)
  if ((await setupCode(ctx)) === null) return fail(setupDone)
  const code = input.code.normalize('NFKC').toLowerCase().replace(/\s/g, '')
  const right = await ctx.db.one(sql`select 1 from setup_code where code = ${code}`)
  if (!right) return fail(setupCodeWrong, { fields: { code: 'setup-code-wrong' } })
  const refused = refusePassword(ctx, input.password, input) ?? (await refuseWish(ctx, input))
  if (refused) return refused
  const hashed = await hashPassword(ctx, input.password)
  if (!hashed.ok) return hashed
  const done = await ctx.db.tx(async (tx) => {
    // Locked first: whoever comes second waits here and finds it gone.
    const open = await tx.one(sql`select 1 from setup_code where code = ${code} for update`)
    if (!open) return fail(setupDone)
    const entered = await enter(ctx, tx, { ...personOf(ctx, input, locale, hashed.value), role: 'admin' }, caller.from)
    if (entered.ok) {
      await tx.run(sql`delete from setup_code`)
      await siteChanged(tx)
    }
    return entered
  })
  if (done.ok) forgetSite(ctx)
  return done
}
