import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { prove } from '../prove.ts'
import type { Proof } from '../schema.ts'
import { secretsOf } from '../secret.ts'

/** Turns the second step off. Recovery codes stay: they also reset a forgotten password. */
export async function stopTotp(ctx: Context, viewer: Viewer, proof: Proof): Promise<Result<undefined>> {
  const me = await secretsOf(ctx.db, viewer.accountId)
  if (!me) return fail(notFound)
  const proven = await prove(ctx, me, proof)
  if (!proven.ok) return proven
  await ctx.db.run(
    sql`update account_secret set totp_secret = null, totp_enabled_at = null, totp_step = null where account_id = ${viewer.accountId}`,
  )
  return ok()
}
