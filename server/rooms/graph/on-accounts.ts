import { sql } from '#server/platform/db.ts'
import type { Handler } from '#server/platform/events.ts'
import { acceptAll } from './answer-request.ts'
import { emit } from './events.ts'
import { relationsChanged } from './relations.ts'

/** `account.changed`: whoever still waits is let in when an account becomes public. */
export const onAccountChanged: Handler<'account.changed'> = async (ctx, tx, events) => {
  for (const { facts } of events) if (facts.opened) await acceptAll(ctx, tx, facts.account)
}

/** `account.deleted`: nobody follows, blocks or mutes them any more, nor they anybody. */
export const onAccountDeleted: Handler<'account.deleted'> = async (ctx, tx, events) => {
  const gone = events.map((e) => e.facts.account)
  const either = (a: string, b: string) => sql`${sql.raw(a)} = any(${gone}::bigint[]) or ${sql.raw(b)} = any(${gone}::bigint[])`
  const ended = await tx.rows<{ by: string; accountId: string }>(sql`
    delete from follow where ${either('follower_id', 'followed_id')} returning follower_id as by, followed_id as "accountId"`)
  const met = await tx.rows<{ id: string }>(sql`
    with r as (delete from follow_request where ${either('follower_id', 'followed_id')} returning follower_id as id),
    b as (delete from block where ${either('blocker_id', 'blocked_id')} returning blocker_id as id),
    m as (delete from mute where ${either('muter_id', 'muted_id')} returning muter_id as id),
    w as (delete from filter where account_id = any(${gone}::bigint[]))
    select id from r union select id from b union select id from m`)
  await emit(ctx, tx, 'account.unfollowed', ...ended)
  await relationsChanged(tx, [...new Set([...met.map((p) => p.id), ...ended.flatMap((f) => [f.by, f.accountId])])])
}
