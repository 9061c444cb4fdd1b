import { expect } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'

/** A ready picture of somebody's, without the cost of decoding one. Its id. */
export async function picture(ctx: Context, accountId: string): Promise<string> {
  const id = ctx.ids.next()
  const variants = [1080, 360].map((width) => ({ key: `test/${id}-${width}.webp`, type: 'image/webp', width, height: (width * 4) / 3 }))
  await ctx.db.run(sql`
    insert into media (id, account_id, master, master_width, master_height, width, height, alt, variants)
    values (${id}, ${accountId}, ${`test/${id}.png`}, 1080, 1440, 1080, 1440, 'A picture', ${JSON.stringify(variants)}::jsonb)`)
  return id
}

/** Every counter of notes and topics equals the rows it counts. */
export async function rowsEqualCounters(ctx: Context): Promise<void> {
  const notes = await ctx.db.rows(sql`
    select c.note_id, c.likes, c.collects, c.comments, r.* from note_counter as c join note as n on n.id = c.note_id,
      lateral (select
        (select count(*)::int from note_like where note_id = c.note_id) as like_rows,
        (select count(*)::int from note_collect where note_id = c.note_id) as collect_rows,
        (select count(*)::int from note as m where (m.root_id = c.note_id or m.thread_id = c.note_id) and m.state = 'published') as comment_rows) as r
    where c.likes <> like_rows or c.collects <> collect_rows or c.comments <> comment_rows`)
  expect(notes).toEqual([])
  const topics = await ctx.db.rows(sql`
    select t.name, c.notes, r.n from topic as t left join topic_counter as c on c.topic_id = t.id,
      lateral (select count(*)::int as n from note_topic as x join note on note.id = x.note_id join account as a on a.id = note.author_id
        where x.topic_id = t.id and note.state = 'published' and note.visibility = 'public' and a.state = 'active' and not a.is_private) as r
    where c.notes is distinct from r.n`)
  expect(topics).toEqual([])
  const shelves = await ctx.db.rows(sql`
    (select x.note_id, b.owner_id from board_note as x join board as b on b.id = x.board_id except select note_id, account_id from note_collect)
    union all (select note_id, account_id from note_collect except select x.note_id, b.owner_id from board_note as x join board as b on b.id = x.board_id)`)
  expect(shelves).toEqual([])
}

/** A decision as moderators write it down, for events that name it. */
export async function decided(
  ctx: Context,
  of: { caseId: string; decisionId: string; subject: { type: string; id: string }; action: string; reason: string },
  words: string,
): Promise<void> {
  await ctx.db.run(sql`
    insert into moderation_case (id, subject_type, subject_id, state, excerpt, link)
    values (${of.caseId}, ${of.subject.type}, ${of.subject.id}, 'decided', '', '/')`)
  await ctx.db.run(sql`
    insert into decision (id, case_id, action, reason, words) values (${of.decisionId}, ${of.caseId}, ${of.action}, ${of.reason}, ${words})`)
}
