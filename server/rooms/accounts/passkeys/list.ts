import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import type { List } from '#server/platform/schema.ts'
import { lastWayIn } from '../errors.ts'
import { changeProven, needProof } from '../proof/fresh.ts'
import type { Passkey, Proof } from '../schema.ts'
import { lockSecrets } from '../secret.ts'
import { noteSecurity } from '../security/note.ts'

/** One's passkeys, oldest first. */
export async function listPasskeys(ctx: Context, viewer: Viewer): Promise<List<Passkey>> {
  const rows = await ctx.db.rows<{ id: string; name: string; created_at: Date; used_at: Date | null }>(
    sql`select id, name, created_at, used_at from passkey where account_id = ${viewer.accountId} order by id`,
  )
  const items = rows.map((r) => ({
    id: r.id,
    name: r.name,
    createdAt: r.created_at.toISOString(),
    usedAt: r.used_at?.toISOString() ?? null,
  }))
  return { items, next: null }
}

/** Removes a passkey, unless it is the only way left into the account. */
export async function removePasskey(ctx: Context, viewer: Viewer, id: string, proof: Proof | null | undefined): Promise<Result<undefined>> {
  const proven = await needProof(ctx, viewer, proof)
  if (!proven.ok) return proven
  return changeProven(ctx, viewer, async (tx) => {
    // Two removals at once must not take the last two: they queue on the account's secrets.
    const me = await lockSecrets(tx, viewer.accountId)
    const keys = await tx.rows<{ id: string; name: string }>(sql`select id, name from passkey where account_id = ${viewer.accountId}`)
    const key = keys.find((k) => k.id === id)
    if (!key) return fail(notFound)
    if (!me?.password_hash && keys.length === 1) return fail(lastWayIn)
    await tx.run(sql`delete from passkey where id = ${id} and account_id = ${viewer.accountId}`)
    await noteSecurity(ctx, tx, { accountId: viewer.accountId, kind: 'passkey-removed', name: key.name, session: viewer.sessionId })
    return ok()
  })
}
