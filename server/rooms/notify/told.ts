import type { Context } from '#server/platform/context.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import type { Statement } from '#server/rooms/trust/index.ts'
import type { SecurityFacts } from './read.ts'
import { undone, worthTelling } from './read-told.ts'
import type { Notification } from './schema.ts'
import { unreadChanged } from './unread.ts'

/** One thing to tell one person. */
export interface Told {
  to: string
  kind: Notification['kind']
  /** What comes together: the same person hears of one group in one notification. */
  group: string
  /** Who did it; null: the site. */
  actor: string | null
  noteId?: string | null
  commentId?: string | null
  /** What the site itself says: a statement of reasons, or what was changed about getting in. */
  decision?: Statement | SecurityFacts
  at: Date
}

/** Likes, collects and follows of one day come together; days are UTC. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

/**
 * Puts things into inboxes, in the transaction that takes their events out of the outbox. Left out: one's own doing, what is no longer true
 * (a like taken back before it was told), and what people muted, blocked or not allowed to be seen did.
 */
export async function tell(ctx: Context, tx: Tx, all: readonly Told[]): Promise<void> {
  const told = all.filter((t) => t.to !== t.actor)
  if (told.length === 0) return
  const column = <K>(of: (t: Told) => K): K[] => told.map(of)
  const rows = sql`
    select * from unnest(
      ${column((t) => t.to)}::bigint[], ${column((t) => t.kind)}::text[], ${column((t) => t.group)}::text[],
      ${column((t) => t.actor)}::bigint[], ${column((t) => t.noteId ?? null)}::bigint[], ${column((t) => t.commentId ?? null)}::bigint[],
      ${column((t) => (t.decision ? JSON.stringify(t.decision) : null))}::jsonb[], ${column((t) => t.at.toISOString())}::timestamptz[],
      ${column(() => ctx.ids.next())}::bigint[])
      as t(to_id, kind, group_key, actor_id, note_id, comment_id, decision, at, position)`
  const changed = await tx.rows<{ id: string }>(sql`
    with told as (${rows}),
    kept as (${worthTelling}),
    latest as (select distinct on (to_id, group_key) * from kept order by to_id, group_key, position desc),
    made as (
      insert into notification (id, position, account_id, kind, group_key, note_id, comment_id, decision, at)
      select position, position, to_id, kind, group_key, note_id, comment_id, decision, at from latest order by to_id, group_key
      on conflict (account_id, group_key) do update set position = excluded.position, at = excluded.at
      returning id, account_id, group_key),
    joined as (
      insert into notification_actor (notification_id, actor_id, position)
      select made.id, kept.actor_id, max(kept.position) from kept
        join made on made.account_id = kept.to_id and made.group_key = kept.group_key
      where kept.actor_id is not null group by made.id, kept.actor_id
      on conflict (notification_id, actor_id) do update set position = excluded.position)
    select distinct account_id as id from made`)
  await unreadChanged(
    tx,
    changed.map((c) => c.id),
  )
}

/** Takes back what someone did and undid. `subject`: the note or comment it was about; null: none. */
export async function untell(
  tx: Tx,
  gone: readonly { to: string; kind: Notification['kind']; actor: string; subject: string | null }[],
): Promise<void> {
  if (gone.length === 0) return
  const changed = await tx.rows<{ id: string }>(sql`
    delete from notification_actor as a
    using notification as n, unnest(
      ${gone.map((g) => g.to)}::bigint[], ${gone.map((g) => g.kind)}::text[], ${gone.map((g) => g.actor)}::bigint[], ${gone.map((g) => g.subject)}::bigint[])
      as g(to_id, kind, actor_id, subject_id)
    where n.account_id = g.to_id and n.kind = g.kind and coalesce(n.comment_id, n.note_id, 0) = coalesce(g.subject_id, 0)
      and a.notification_id = n.id and a.actor_id = g.actor_id and ${undone}
    returning n.account_id as id`)
  await unreadChanged(tx, [...new Set(changed.map((c) => c.id))])
}
