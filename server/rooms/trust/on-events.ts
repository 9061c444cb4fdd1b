import { sql } from '#server/platform/db.ts'
import type { Handler } from '#server/platform/events.ts'

/** `note.erased`: its author deleted it. A decided case forgets what it quoted, an open one keeps it for a while as evidence. */
const onErased: Handler<'note.erased'> = async (_ctx, tx, events) => {
  await tx.run(sql`
    update moderation_case as c set gone_at = coalesce(c.gone_at, now()), excerpt = case when c.state = 'open' then c.excerpt else '' end
    from unnest(${events.map((e) => (e.facts.comment ? 'comment' : 'note'))}::text[], ${events.map((e) => e.facts.noteId)}::bigint[]) as g(type, id)
    where c.subject_type = g.type and c.subject_id = g.id`)
}

/**
 * `account.deleted`: thirty days have passed since they asked. Nothing is quoted of them any more; what was still open about them is closed
 * without a finding, and what they told moderators about others keeps its reason and loses its words and its name.
 */
const onAccountDeleted: Handler<'account.deleted'> = async (ctx, tx, events) => {
  const gone = events.map((e) => e.facts.account)
  const open = await tx.rows<{ id: string }>(
    sql`select id from moderation_case where author_id = any(${gone}::bigint[]) and state = 'open' order by id for update`,
  )
  await tx.run(sql`
    insert into decision (id, case_id, action, reason)
    select d.id, d.case_id, 'none', 'other' from unnest(${open.map(() => ctx.ids.next())}::bigint[], ${open.map((c) => c.id)}::bigint[]) as d(id, case_id)
    on conflict (case_id) do nothing`)
  await tx.run(sql`
    update moderation_case set state = 'decided', excerpt = '', gone_at = coalesce(gone_at, now()) where author_id = any(${gone}::bigint[])`)
  // Words about them may name or quote them.
  await tx.run(sql`
    update decision as d set words = '—' from moderation_case as c
    where c.id = d.case_id and c.author_id = any(${gone}::bigint[]) and d.words <> ''`)
  await tx.run(sql`
    update report as r set detail = '' from moderation_case as c where c.id = r.case_id and c.author_id = any(${gone}::bigint[]) and r.detail <> ''`)
  await tx.run(sql`update report set detail = '', reporter_id = null where reporter_id = any(${gone}::bigint[])`)
  await tx.run(sql`update decision set by_id = null where by_id = any(${gone}::bigint[])`)
}

export const trustHears = { onErased, onAccountDeleted }
