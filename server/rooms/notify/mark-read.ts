import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { idAt } from '#server/platform/ids.ts'
import { forgetUnread, unreadChanged } from './unread.ts'

/** Everything up to and including this one is read. It never goes back, and never reaches into the future. */
export async function markRead(ctx: Context, viewer: Pick<Viewer, 'accountId'>, upTo: string): Promise<void> {
  const me = viewer.accountId
  const now = idAt(ctx.clock.now().getTime() + 1)
  const reached = BigInt(upTo) < BigInt(now) ? upTo : now
  await ctx.db.tx(async (tx) => {
    await tx.run(sql`
      insert into inbox (account_id, read_up_to) values (${me}, ${reached})
      on conflict (account_id) do update set read_up_to = greatest(inbox.read_up_to, excluded.read_up_to)`)
    await unreadChanged(tx, [me])
  })
  forgetUnread(ctx, me)
}
