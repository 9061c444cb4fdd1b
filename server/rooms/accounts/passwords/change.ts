import type { Context } from '#server/platform/context.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { prove } from '../prove.ts'
import { secretsOf } from '../secret.ts'
import { changed } from '../sessions/known.ts'
import { hashPassword } from './hashing.ts'
import { refusePassword } from './rules.ts'
import { putPassword } from './set.ts'

/** Changes the password, or sets the first one of an account made by passkey. All other sessions end. */
export async function changePassword(ctx: Context, viewer: Viewer, current: string | undefined, next: string): Promise<Result<undefined>> {
  const me = await secretsOf(ctx.db, viewer.accountId)
  if (!me) return fail(notFound)
  if (me.password_hash) {
    const proven = await prove(ctx, me, { password: current ?? '' })
    if (!proven.ok) return proven.fields ? { ...proven, fields: { current: 'password-wrong' } } : proven
  }
  const refused = refusePassword(ctx, next, me, 'next')
  if (refused) return refused
  const hashed = await hashPassword(ctx, next)
  if (!hashed.ok) return hashed
  await ctx.db.tx((tx) => putPassword(ctx, tx, viewer.accountId, hashed.value, viewer.sessionId))
  changed(ctx, viewer.accountId)
  return ok()
}
