import type { Context } from '#server/platform/context.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { lastAdmin } from '../errors.ts'
import { emit } from '../events.ts'
import { prove } from '../prove.ts'
import type { Proof } from '../schema.ts'
import { secretsOf } from '../secret.ts'
import { changed } from '../sessions/known.ts'

export const GRACE_DAYS = 30

/** True when the site would be left without anyone to run it. Locks, so that two administrators cannot leave at the same moment. */
export async function isLastAdmin(tx: Tx, accountId: string): Promise<boolean> {
  const admins = await tx.rows<{ id: string }>(sql`select id from account where role = 'admin' and state = 'active' order by id for update`)
  return admins.length === 1 && admins[0]?.id === accountId
}

/** Asks for the account's deletion: hidden from others at once, erased after thirty days, until then restored with one call. Other sessions end. */
export async function leave(ctx: Context, viewer: Viewer, proof: Proof): Promise<Result<{ deletesAt: string }>> {
  const me = await secretsOf(ctx.db, viewer.accountId)
  if (!me) return fail(notFound)
  const proven = await prove(ctx, me, proof)
  if (!proven.ok) return proven
  const deletesAt = new Date(ctx.clock.now().getTime() + GRACE_DAYS * 86_400_000)
  const done = await ctx.db.tx(async (tx) => {
    if (await isLastAdmin(tx, viewer.accountId)) return fail(lastAdmin)
    const row = await tx.one<{ deletes_at: Date }>(sql`
      update account set state = 'deleting', deletes_at = ${deletesAt}
      where id = ${viewer.accountId} and state in ('active', 'suspended') returning deletes_at`)
    if (row) {
      await tx.run(sql`delete from session where account_id = ${viewer.accountId} and id <> ${viewer.sessionId}`)
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

/** Takes the deletion back while there is time. A suspension that stood before stands again. */
export async function restore(ctx: Context, viewer: Viewer): Promise<Result<undefined>> {
  await ctx.db.tx(async (tx) => {
    const restored = await tx.run(sql`
      update account set state = case when suspended_at is null then 'active' else 'suspended' end, deletes_at = null
      where id = ${viewer.accountId} and state = 'deleting'`)
    if (restored) await emit(ctx, tx, 'account.restored', { account: viewer.accountId, handle: viewer.handle })
  })
  changed(ctx, viewer.accountId)
  return ok()
}
