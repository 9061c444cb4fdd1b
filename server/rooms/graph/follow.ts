import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { lock } from '#server/platform/locks.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { followLimit, unblockFirst } from './errors.ts'
import { emit } from './events.ts'
import { locks } from './locks.ts'
import { withPair } from './pair.ts'
import { reachable } from './read.ts'

/** Keeps what every list must know about a reader small. */
const MOST_FOLLOWED = 10_000

/** Follows someone; with a private account, asks to. Doing it again changes nothing. */
export const follow = (ctx: Context, viewer: Pick<Viewer, 'accountId'>, handle: string): Promise<Result<undefined>> => {
  const me = viewer.accountId
  return withPair(ctx, me, handle, async (tx, them) => {
    // Follows of many people at once queue here, each counting what those before it have made: the number holds exactly. Requests count,
    // since they become follows without their maker being asked again.
    await lock(tx, locks.follows, [me])
    const done = await tx.one<{ found: boolean; blocking: boolean; full: boolean; followed: boolean; asked: boolean }>(sql`
      with them as (${reachable(me, them.id)}),
      blocking as (select 1 from block where blocker_id = ${me} and blocked_id = ${them.id}),
      had as (
        select 1 from follow where follower_id = ${me} and followed_id = ${them.id}
        union all select 1 from follow_request where follower_id = ${me} and followed_id = ${them.id}),
      full_already as (
        select 1 where not exists (select 1 from had) and ${MOST_FOLLOWED} <= (
          select count(*) from (
            (select 1 from follow where follower_id = ${me} limit ${MOST_FOLLOWED})
            union all (select 1 from follow_request where follower_id = ${me} limit ${MOST_FOLLOWED})) as all_of_mine)),
      free as (select id, is_private from them where not exists (select 1 from blocking) and not exists (select 1 from full_already)),
      followed as (
        insert into follow (follower_id, followed_id) select ${me}, id from free where not is_private
        on conflict do nothing returning follower_id, followed_id),
      asked as (
        insert into follow_request (follower_id, followed_id) select ${me}, id from free
          where is_private and not exists (select 1 from follow where follower_id = ${me} and followed_id = free.id)
        on conflict do nothing returning followed_id),
      answered as (
        delete from follow_request using followed
        where follow_request.follower_id = followed.follower_id and follow_request.followed_id = followed.followed_id)
      select exists (select 1 from them) as found, exists (select 1 from blocking) as blocking, exists (select 1 from full_already) as full,
        exists (select 1 from followed) as followed, exists (select 1 from asked) as asked`)
    if (!done?.found) return fail(notFound)
    if (done.blocking) return fail(unblockFirst)
    if (done.full) return fail(followLimit, { params: { most: MOST_FOLLOWED } })
    if (done.followed) await emit(ctx, tx, 'account.followed', { accountId: them.id, by: me })
    if (done.asked) await emit(ctx, tx, 'account.follow-requested', { accountId: them.id, by: me })
    return ok(done.followed || done.asked)
  })
}
