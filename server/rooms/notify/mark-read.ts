import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { idAt } from '#server/platform/ids.ts'
import { forgetUnread, unreadChanged } from './unread.ts'

/**
 * Everything up to and including this one is read. It never goes back, and never reaches into the future: beyond what is there already, which may
 * bear a later time than the clock says since that was set back.
 */
export async function markRead(ctx: Context, viewer: Pick<Viewer, 'accountId'>, upTo: string): Promise<void> {
  const me = viewer.accountId
  const now = idAt(ctx.clock.now().getTime() + 1)
  await ctx.db.tx(async (tx) => {
    await tx.run(sql`
      insert into inbox (account_id, read_up_to) values (${me}, least(${upTo}::bigint, greatest(${now}::bigint,
        (select max(position) from notification where account_id = ${me}))))
      on conflict (account_id) do update set read_up_to = greatest(inbox.read_up_to, excluded.read_up_to)`)
    await unreadChanged(tx, [me])
  })
  forgetUnread(ctx, me)
}
