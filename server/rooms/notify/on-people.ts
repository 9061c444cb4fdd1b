import { sql } from '#server/platform/db.ts'
import type { Handler } from '#server/platform/events.ts'
import { unreadChanged } from './unread.ts'

/** `account.blocked`: neither finds the other in what happened before. */
export const onBlocked: Handler<'account.blocked'> = async (_ctx, tx, events) => {
  const both = events.flatMap(({ facts }) => [
    [facts.by, facts.accountId],
    [facts.accountId, facts.by],
  ])
  const changed = await tx.rows<{ id: string }>(sql`
    delete from notification_actor as a
    using notification as n, unnest(${both.map(([to]) => to)}::bigint[], ${both.map(([, actor]) => actor)}::bigint[]) as g(to_id, actor_id)
    where n.account_id = g.to_id and a.notification_id = n.id and a.actor_id = g.actor_id
    returning n.account_id as id`)
  await unreadChanged(tx, [...new Set(changed.map((c) => c.id))])
}

/** `account.deleted`: their inbox goes. What they did elsewhere is no longer shown, since they are gone. */
export const onAccountDeleted: Handler<'account.deleted'> = async (_ctx, tx, events) => {
  const gone = events.map((e) => e.facts.account)
  await tx.run(sql`
    with inboxes as (delete from inbox where account_id = any(${gone}::bigint[]))
    delete from notification where account_id = any(${gone}::bigint[])`)
}
