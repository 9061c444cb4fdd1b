import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { emit } from './events.ts'
import { withPair } from './pair.ts'
import { reachable } from './read.ts'

/**
 * Blocks someone: follows and requests between the two end, and from now on neither meets the other. The other is not told; for them this
 * account is as one that does not exist (which is also why someone who blocked me cannot be found here to be blocked).
 */
export const block = (ctx: Context, viewer: Pick<Viewer, 'accountId'>, handle: string): Promise<Result<undefined>> => {
  const me = viewer.accountId
  return withPair(ctx, me, handle, async (tx, them) => {
    const done = await tx.one<{ found: boolean; blocked: boolean }>(sql`
      with them as (${reachable(me, them.id)}),
      blocked as (insert into block (blocker_id, blocked_id) select ${me}, id from them on conflict do nothing returning 1),
      ended as (
        delete from follow using them
        where (follower_id = ${me} and followed_id = them.id) or (follower_id = them.id and followed_id = ${me})
        returning follower_id, followed_id),
      withdrawn as (
        delete from follow_request using them
        where (follower_id = ${me} and followed_id = them.id) or (follower_id = them.id and followed_id = ${me}))
      select exists (select 1 from them) as found, exists (select 1 from blocked) as blocked`)
    if (!done?.found) return fail(notFound)
    if (done.blocked) await emit(ctx, tx, 'account.blocked', { accountId: them.id, by: me })
    return ok(done.blocked)
  })
}

/** Ends a block. Follows do not come back by themselves. */
export const unblock = (ctx: Context, viewer: Pick<Viewer, 'accountId'>, handle: string): Promise<Result<undefined>> =>
  withPair(ctx, viewer.accountId, handle, async (tx, them) =>
    ok((await tx.run(sql`delete from block where blocker_id = ${viewer.accountId} and blocked_id = ${them.id}`)) > 0),
  )
