import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'

/** How many things everyone still finds unread. */
const UNREAD = 4

/** All of it happened within a minute; the inboxes show it over days, most of it read. */
export async function settleInboxes(ctx: Context): Promise<void> {
  await ctx.db.run(sql`
    with placed as (
      select id, account_id, position, row_number() over (partition by account_id order by position desc) as place from notification),
    aged as (
      update notification as n set at = now() - (placed.place * placed.place * interval '9 minutes') from placed where n.id = placed.id)
    insert into inbox (account_id, read_up_to)
    select account_id, max(position) from placed where place > ${UNREAD} group by account_id
    on conflict (account_id) do update set read_up_to = excluded.read_up_to`)
}
