import type { Context } from '#server/platform/context.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { emit } from './events.ts'
import { withPair } from './pair.ts'
import { relationsChanged } from './relations.ts'

/** Says yes to a follow request. */
export const acceptRequest = (ctx: Context, viewer: Pick<Viewer, 'accountId'>, handle: string): Promise<Result<undefined>> => {
  const me = viewer.accountId
  return withPair(ctx, me, handle, async (tx, them) => {
    const done = await tx.one<{ accepted: boolean; follows: boolean }>(sql`
      with asked as (
        delete from follow_request where follower_id = ${them.id} and followed_id = ${me} returning follower_id, followed_id),
      accepted as (
        insert into follow (follower_id, followed_id) select follower_id, followed_id from asked
        on conflict do nothing returning follower_id, followed_id)
      select exists (select 1 from accepted) as accepted,
        exists (select 1 from follow where follower_id = ${them.id} and followed_id = ${me}) as follows`)
    if (!done?.accepted) return done?.follows ? ok(false) : fail(notFound)
    await emit(ctx, tx, 'account.follow-accepted', { accountId: them.id, by: me })
    return ok(true)
  })
}

/** Says no, without a word to whoever asked. */
export const refuseRequest = (ctx: Context, viewer: Pick<Viewer, 'accountId'>, handle: string): Promise<Result<undefined>> => {
  const me = viewer.accountId
  return withPair(ctx, me, handle, async (tx, them) => {
    const refused = await tx.run(sql`delete from follow_request where follower_id = ${them.id} and followed_id = ${me}`)
    if (refused) await emit(ctx, tx, 'account.follow-refused', { accountId: me, by: them.id })
    return ok(refused > 0)
  })
}

/** Lets in everyone who waits. */
export async function acceptAll(ctx: Context, tx: Tx, me: string): Promise<void> {
  const accepted = await tx.rows<{ id: string }>(sql`
    with asked as (delete from follow_request where followed_id = ${me} returning follower_id, followed_id),
    accepted as (
      insert into follow (follower_id, followed_id) select follower_id, followed_id from asked
      on conflict do nothing returning follower_id)
    select follower_id as id from accepted`)
  await emit(ctx, tx, 'account.follow-accepted', ...accepted.map(({ id }) => ({ accountId: id, by: me })))
  await relationsChanged(
    tx,
    accepted.map((a) => a.id),
  )
}
