import type { Context } from '#server/platform/context.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { prove } from '../prove.ts'
import type { Proof } from '../schema.ts'
import { secretsOf } from '../secret.ts'
import { makeCodes } from './codes.ts'

/** Ten new recovery codes; the old ones end. */
export async function renewCodes(ctx: Context, viewer: Viewer, proof: Proof): Promise<Result<{ recoveryCodes: string[] }>> {
  const me = await secretsOf(ctx.db, viewer.accountId)
  if (!me) return fail(notFound)
  const proven = await prove(ctx, me, proof)
  if (!proven.ok) return proven
  return ok({ recoveryCodes: await ctx.db.tx((tx) => makeCodes(tx, viewer.accountId)) })
}
