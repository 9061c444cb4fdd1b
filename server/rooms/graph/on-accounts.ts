import { sql } from '#server/platform/db.ts'
import type { Event, Handler } from '#server/platform/events.ts'
import { acceptAll } from './answer-request.ts'
import { relationsChanged } from './relations.ts'

/** `account.changed`: whoever still waits is let in when an account becomes public. */
export const onAccountChanged: Handler = async (ctx, tx, events: Event<{ account: string; opened: boolean }>[]) => {
  for (const { facts } of events) if (facts.opened) await acceptAll(ctx, tx, facts.account)
}

/** `account.deleted`: nobody follows, blocks or mutes them any more, nor they anybody. */
export const onAccountDeleted: Handler = async (_ctx, tx, events: Event<{ account: string }>[]) => {
  const gone = events.map((e) => e.facts.account)
  const met = await tx.rows<{ id: string }>(sql`
    with f as (delete from follow where follower_id = any(${gone}::bigint[]) or followed_id = any(${gone}::bigint[]) returning follower_id as id, followed_id as id2),
    r as (delete from follow_request where follower_id = any(${gone}::bigint[]) or followed_id = any(${gone}::bigint[]) returning follower_id as id),
    b as (delete from block where blocker_id = any(${gone}::bigint[]) or blocked_id = any(${gone}::bigint[]) returning blocker_id as id),
    m as (delete from mute where muter_id = any(${gone}::bigint[]) or muted_id = any(${gone}::bigint[]) returning muter_id as id),
    w as (delete from filter where account_id = any(${gone}::bigint[]))
    select id from f union select id2 from f union select id from r union select id from b union select id from m`)
  await relationsChanged(
    tx,
    met.map((p) => p.id),
  )
}
