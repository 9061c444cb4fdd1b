import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { ok, type Result } from '#server/platform/result.ts'
import { emit } from './events.ts'
import { withPair } from './pair.ts'

/** Ends a follow, or takes back the request for one. */
export const unfollow = (ctx: Context, viewer: Pick<Viewer, 'accountId'>, handle: string): Promise<Result<undefined>> =>
  end(ctx, viewer.accountId, handle, 'mine')

/** Makes someone stop following me, without a word to them. */
export const removeFollower = (ctx: Context, viewer: Pick<Viewer, 'accountId'>, handle: string): Promise<Result<undefined>> =>
  end(ctx, viewer.accountId, handle, 'theirs')

const end = (ctx: Context, me: string, handle: string, whose: 'mine' | 'theirs'): Promise<Result<undefined>> =>
  withPair(ctx, me, handle, async (tx, them) => {
    const [follower, followed] = whose === 'mine' ? [me, them.id] : [them.id, me]
    const done = await tx.one<{ ended: boolean }>(sql`
      with ended as (
        delete from follow where follower_id = ${follower} and followed_id = ${followed} returning follower_id, followed_id),
      withdrawn as (
        delete from follow_request where follower_id = ${follower} and followed_id = ${followed} returning 1)
      select exists (select 1 from ended) or exists (select 1 from withdrawn) as ended`)
    if (done?.ended) await emit(ctx, tx, 'account.unfollowed', { accountId: followed, by: follower })
    return ok(done?.ended ?? false)
  })
