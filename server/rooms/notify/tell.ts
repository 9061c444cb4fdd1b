import type { Context } from '#server/platform/context.ts'
import { type Sql, sql, type Tx } from '#server/platform/db.ts'
import { emit, type NotifyEvents } from './events.ts'
import type { Gone, Told } from './kind.ts'
import type { Kind } from './schema.ts'
import type { SubjectType } from './subject.ts'
import { unreadChanged } from './unread.ts'

interface MadeRow {
  id: string
  position: string
  account_id: string
  kind: Kind
  subject_type: SubjectType | null
  subject_id: string | null
}

/**
 * Puts things into inboxes, in the transaction that takes their events out of the outbox, and says so as `notification.made`. Left out is one's own
 * doing and what `worthTelling` (a query over the relation `told`) leaves out.
 */
export async function tell(ctx: Context, tx: Tx, worthTelling: Sql, all: readonly (Told & { kind: Kind })[]): Promise<void> {
  const told = all.filter((t) => t.to !== t.actor)
  if (told.length === 0) return
  const column = <K>(of: (t: Told & { kind: Kind }) => K): K[] => told.map(of)
  const rows = sql`
    select * from unnest(
      ${column((t) => t.to)}::bigint[], ${column((t) => t.kind)}::text[], ${column((t) => t.group)}::text[],
      ${column((t) => t.actor)}::bigint[], ${column((t) => t.subject?.type ?? null)}::text[], ${column((t) => t.subject?.id ?? null)}::bigint[],
      ${column((t) => (t.said ? JSON.stringify(t.said) : null))}::jsonb[], ${column((t) => t.at.toISOString())}::timestamptz[],
      ${column(() => ctx.ids.next())}::bigint[])
      as t(to_id, kind, group_key, actor_id, subject_type, subject_id, said, at, position)`
  const made = await tx.rows<MadeRow>(sql`
    with told as (${rows}),
    kept as (${worthTelling}),
    latest as (select distinct on (to_id, group_key) * from kept order by to_id, group_key, position desc),
    made as (
      insert into notification (id, position, account_id, kind, group_key, subject_type, subject_id, said, at)
      select position, position, to_id, kind, group_key, subject_type, subject_id, said, at from latest order by to_id, group_key
      on conflict (account_id, group_key) do update set position = excluded.position, at = excluded.at
      returning id, position, account_id, kind, group_key, subject_type, subject_id),
    joined as (
      insert into notification_actor (notification_id, actor_id, position)
      select made.id, kept.actor_id, max(kept.position) from kept
        join made on made.account_id = kept.to_id and made.group_key = kept.group_key
      where kept.actor_id is not null group by made.id, kept.actor_id
      on conflict (notification_id, actor_id) do update set position = excluded.position)
    select id, position, account_id, kind, subject_type, subject_id from made`)
  await emit(
    ctx,
    tx,
    'notification.made',
    made.map(({ id, position, account_id: to, kind, subject_type: type, subject_id: subject }): NotifyEvents['notification.made'] => ({
      to,
      id: position,
      notification: id,
      kind,
      subject: type !== null && subject !== null ? { type, id: subject } : null,
    })),
  )
  await unreadChanged(tx, [...new Set(made.map((m) => m.account_id))])
}

/** Takes back what someone did and undid. `undone`: a condition on the relation `g` of (to_id, kind, actor_id, subject_id). */
export async function untell(tx: Tx, undone: Sql, gone: readonly (Gone & { kind: Kind })[]): Promise<void> {
  if (gone.length === 0) return
  const changed = await tx.rows<{ id: string }>(sql`
    delete from notification_actor as a
    using notification as n, unnest(
      ${gone.map((g) => g.to)}::bigint[], ${gone.map((g) => g.kind)}::text[], ${gone.map((g) => g.actor)}::bigint[], ${gone.map((g) => g.subject)}::bigint[])
      as g(to_id, kind, actor_id, subject_id)
    where n.account_id = g.to_id and n.kind = g.kind and coalesce(n.subject_id, 0) = coalesce(g.subject_id, 0)
      and a.notification_id = n.id and a.actor_id = g.actor_id and ${undone}
    returning n.account_id as id`)
  await unreadChanged(tx, [...new Set(changed.map((c) => c.id))])
}

/** What is not there any more is not pointed to, but by the kinds that stay. */
export async function forget(tx: Tx, type: SubjectType, ids: readonly string[], staying: readonly Kind[]): Promise<void> {
  if (ids.length === 0) return
  const changed = await tx.rows<{ id: string }>(sql`
    delete from notification where subject_type = ${type} and subject_id = any(${ids}::bigint[]) and kind <> all(${staying}::text[])
    returning account_id as id`)
  await unreadChanged(tx, [...new Set(changed.map((c) => c.id))])
}
