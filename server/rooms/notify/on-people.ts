import { sql } from '#server/platform/db.ts'
import type { Handler } from '#server/platform/events.ts'
import { dayOf, tell, untell } from './told.ts'
import { unreadChanged } from './unread.ts'

/** `account.followed`: the day's new followers come together. */
export const onFollowed: Handler<'account.followed'> = (ctx, tx, events) =>
  tell(
    ctx,
    tx,
    events.map(({ facts, at }) => ({ to: facts.accountId, kind: 'follow', group: `follow ${dayOf(at)}`, actor: facts.by, at })),
  )

/** `account.unfollowed`: as if it had not happened; a request taken back, too. */
export const onUnfollowed: Handler<'account.unfollowed'> = (_ctx, tx, events) =>
  untell(
    tx,
    events.flatMap(({ facts: { accountId: to, by: actor } }) => [
      { to, kind: 'follow', actor, subject: null },
      { to, kind: 'follow-request', actor, subject: null },
    ]),
  )

export const onFollowRequested: Handler<'account.follow-requested'> = (ctx, tx, events) =>
  tell(
    ctx,
    tx,
    events.map(({ facts, at }) => ({
      to: facts.accountId,
      kind: 'follow-request',
      group: `follow-request ${facts.by}`,
      actor: facts.by,
      at,
    })),
  )

/** `account.follow-accepted`: who asked hears of it; the question is answered. */
export const onFollowAccepted: Handler<'account.follow-accepted'> = async (ctx, tx, events) => {
  await tell(
    ctx,
    tx,
    events.map(({ facts, at }) => ({
      to: facts.accountId,
      kind: 'follow-accepted',
      group: `follow-accepted ${facts.by}`,
      actor: facts.by,
      at,
    })),
  )
  await untell(
    tx,
    events.map(({ facts }) => ({ to: facts.by, kind: 'follow-request', actor: facts.accountId, subject: null })),
  )
}

/** `account.follow-refused`: the question goes, nobody is told. */
export const onFollowRefused: Handler<'account.follow-refused'> = (_ctx, tx, events) =>
  untell(
    tx,
    events.map(({ facts }) => ({ to: facts.accountId, kind: 'follow-request', actor: facts.by, subject: null })),
  )

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
