import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql } from '#server/platform/db.ts'
import { fail, ok, type Result } from '#server/platform/result.ts'
import { linkSpent } from '../errors.ts'
import { hashPassword } from '../passwords/hashing.ts'
import { refusePassword } from '../passwords/rules.ts'
import { putPassword } from '../passwords/set.ts'
import { counts, lockSecrets, secretsOf } from '../secret.ts'
import { changed } from '../sessions/known.ts'
import { openSession, type SessionFrom } from '../sessions/open.ts'
import { hashOf } from '../sessions/token.ts'
import { openWithSecondStep, type Step } from '../sign-in.ts'

interface Link {
  account_id: string
  kind: 'reset' | 'reset-link'
}

/** Rolls back: the link was used a moment ago. */
class Spent extends Error {}

/**
 * Sets a new password by the link of a letter or of an administrator, and signs in. A letter does not replace the second step, so its code
 * is asked for; an administrator, who has made sure who is asking, does: such a link turns the second step off. All sessions, passkeys and
 * recovery codes end (the codes stay where one of them was the second step).
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
  if (!link || !me || !counts(ctx, me)) return fail(linkSpent)
  const refused = refusePassword(ctx, input.password, me)
  if (refused) return refused
  const hashed = await hashPassword(ctx, input.password)
  if (!hashed.ok) return hashed
  const byAdmin = link.kind === 'reset-link'
  try {
    const asked = byAdmin ? { ...me, totp: false } : me
    const work = async (tx: Queryable, step: Step) => {
      await lockSecrets(tx, me.account_id)
      if (!(await tx.run(sql`delete from account_token where token_hash = ${hash}`))) throw new Spent()
      if (byAdmin)
        await tx.run(
          sql`update account_secret set totp_secret = null, totp_enabled_at = null, totp_step = null where account_id = ${me.account_id}`,
        )
      await putPassword(ctx, tx, {
        accountId: me.account_id,
        hash: hashed.value,
        kind: 'password-reset',
        keep: null,
        passkeys: [],
        codes: step === 'recovery',
        device: from.device,
      })
      return openSession(ctx, me.account_id, from, tx)
    }
    const done = await openWithSecondStep(ctx, asked, input.code, work, from)
    changed(ctx, me.account_id)
    return done.ok ? ok({ accountId: me.account_id, token: done.value }) : done
  } catch (e) {
    if (e instanceof Spent) return fail(linkSpent)
    throw e
  }
}
