import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { fail, ok, type Result } from '#server/platform/result.ts'
import { linkSpent } from '../errors.ts'
import { hashPassword } from '../passwords/hashing.ts'
import { refusePassword } from '../passwords/rules.ts'
import { putPassword } from '../passwords/set.ts'
import { secretsOf } from '../secret.ts'
import { changed } from '../sessions/known.ts'
import { openSession, type SessionFrom } from '../sessions/open.ts'
import { hashOf } from '../sessions/token.ts'
import { openWithSecondStep } from '../sign-in.ts'

interface Link {
  account_id: string
  kind: 'reset' | 'reset-link'
}

/** Rolls back: the link was used a moment ago. */
class Spent extends Error {}

/**
 * Sets a new password by the link of a letter or of an administrator, and signs in. A letter does not replace the second step, so its code
 * is asked for; an administrator, who has made sure who is asking, does: such a link turns the second step off.
 */
export async function confirmReset(
  ctx: Context,
  input: { token: string; password: string; code?: string | undefined },
  from: SessionFrom,
): Promise<Result<{ accountId: string; token: string }>> {
  const hash = hashOf(input.token)
  const link = await ctx.db.one<Link>(sql`
    select account_id, kind from account_token
    where token_hash = ${hash} and kind in ('reset', 'reset-link') and expires_at > ${ctx.clock.now()}`)
  const me = link ? await secretsOf(ctx.db, link.account_id) : undefined
  if (!link || !me) return fail(linkSpent)
  const refused = refusePassword(ctx, input.password, me)
  if (refused) return refused
  const hashed = await hashPassword(ctx, input.password)
  if (!hashed.ok) return hashed
  const byAdmin = link.kind === 'reset-link'
  try {
    const done = await openWithSecondStep(
      ctx,
      byAdmin ? { ...me, totp: false } : me,
      input.code,
      async (tx) => {
        if (!(await tx.run(sql`delete from account_token where token_hash = ${hash}`))) throw new Spent()
        if (byAdmin)
          await tx.run(
            sql`update account_secret set totp_secret = null, totp_enabled_at = null, totp_step = null where account_id = ${me.account_id}`,
          )
        await putPassword(ctx, tx, me.account_id, hashed.value, null)
        return openSession(ctx, me.account_id, from, tx)
      },
      from,
    )
    changed(ctx, me.account_id)
    return done.ok ? ok({ accountId: me.account_id, token: done.value }) : done
  } catch (e) {
    if (e instanceof Spent) return fail(linkSpent)
    throw e
  }
}
