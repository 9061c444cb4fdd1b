import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { ok, type Result } from '#server/platform/result.ts'
import { changeProven, needProof } from '../proof/fresh.ts'
import type { Proof } from '../schema.ts'
import { noteSecurity } from '../security/note.ts'

/** Turns the second step off. Recovery codes stay: they also reset a forgotten password. */
export async function stopTotp(ctx: Context, viewer: Viewer, proof: Proof | null | undefined): Promise<Result<undefined>> {
  const proven = await needProof(ctx, viewer, proof)
  if (!proven.ok) return proven
  return changeProven(ctx, viewer, async (tx) => {
    const was = await tx.one<{ on: boolean }>(sql`
      with old as (select account_id, totp_enabled_at is not null as on from account_secret where account_id = ${viewer.accountId} for update)
      update account_secret s set totp_secret = null, totp_enabled_at = null, totp_step = null from old
      where s.account_id = old.account_id returning old.on`)
    if (was?.on) await noteSecurity(ctx, tx, { accountId: viewer.accountId, kind: 'totp-off', session: viewer.sessionId })
    return ok()
  })
}
