import type { Context } from '#server/platform/context.ts'
import type { Viewer } from '#server/platform/http.ts'
import { ok, type Result } from '#server/platform/result.ts'
import { changeProven, needProof } from '../proof/fresh.ts'
import type { Proof } from '../schema.ts'
import { noteSecurity } from '../security/note.ts'
import { makeCodes } from './codes.ts'

/** Ten new recovery codes; the old ones end. */
export async function renewCodes(
  ctx: Context,
  viewer: Viewer,
  proof: Proof | null | undefined,
): Promise<Result<{ recoveryCodes: string[] }>> {
  const proven = await needProof(ctx, viewer, proof)
  if (!proven.ok) return proven
  return changeProven(ctx, viewer, async (tx) => {
    await noteSecurity(ctx, tx, { accountId: viewer.accountId, kind: 'codes-made', session: viewer.sessionId })
    return ok({ recoveryCodes: await makeCodes(tx, viewer.accountId) })
  })
}
