import type { Context } from '#server/platform/context.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { lastAdmin } from '../errors.ts'
import { emit } from '../events.ts'
import { changeProven, needProof } from '../proof/fresh.ts'
import type { Proof } from '../schema.ts'
import { countsHere } from '../secret.ts'
import { noteSecurity } from '../security/note.ts'
import { changed } from '../sessions/known.ts'

export const GRACE_DAYS = 30

/** True when the site would be left without anyone to run it. Locks, so that two administrators cannot leave at the same moment. */
export async function isLastAdmin(ctx: Context, tx: Tx, accountId: string): Promise<boolean> {
  const admins = await tx.rows<{ id: string }>(sql`
    select a.id from account a join account_secret s on s.account_id = a.id
    where a.role = 'admin' and a.state = 'active' and ${countsHere(ctx)} order by a.id for update of a`)
  return admins.length === 1 && admins[0]?.id === accountId
}

/** Asks for the account's deletion: hidden from others at once, erased after thirty days, until then restored with one call. Other sessions end. */
export async function leave(ctx: Context, viewer: Viewer, proof: Proof | null | undefined): Promise<Result<{ deletesAt: string }>> {
  const proven = await needProof(ctx, viewer, proof)
  if (!proven.ok) return proven
  const deletesAt = new Date(ctx.clock.now().getTime() + GRACE_DAYS * 86_400_000)
  const done = await changeProven(ctx, viewer, async (tx) => {
    if (await isLastAdmin(ctx, tx, viewer.accountId)) return fail(lastAdmin)
    const row = await tx.one<{ deletes_at: Date }>(sql`
      update account set state = 'deleting', deletes_at = ${deletesAt}
      where id = ${viewer.accountId} and state in ('active', 'suspended') returning deletes_at`)
    if (row) {
      await tx.run(sql`delete from session where account_id = ${viewer.accountId} and id <> ${viewer.sessionId}`)
      await noteSecurity(ctx, tx, { accountId: viewer.accountId, kind: 'leaving', session: viewer.sessionId })
      await emit(ctx, tx, 'account.leaving', { account: viewer.accountId, handle: viewer.handle, deletesAt: deletesAt.toISOString() })
      return ok({ deletesAt: deletesAt.toISOString() })
    }
    // Asked twice: the first date stands.
    const had = await tx.one<{ deletes_at: Date }>(
      sql`select deletes_at from account where id = ${viewer.accountId} and state = 'deleting'`,
    )
    return had ? ok({ deletesAt: had.deletes_at.toISOString() }) : fail(notFound)
  })
  changed(ctx, viewer.accountId)
  return done
}

/**
 * Takes the deletion back while there is time. A suspension that stood before stands again. Needs no fresh proof: the owner asked for the
 * deletion with one, all other sessions ended with it, and this opens nothing that was not open.
 */
export async function restore(ctx: Context, viewer: Viewer): Promise<Result<undefined>> {
  await ctx.db.tx(async (tx) => {
    const restored = await tx.run(sql`
      update account set state = case when suspended_at is null then 'active' else 'suspended' end, deletes_at = null
      where id = ${viewer.accountId} and state = 'deleting'`)
    if (!restored) return
    await noteSecurity(ctx, tx, { accountId: viewer.accountId, kind: 'restored', session: viewer.sessionId })
    await emit(ctx, tx, 'account.restored', { account: viewer.accountId, handle: viewer.handle })
  })
  changed(ctx, viewer.accountId)
  return ok()
}
