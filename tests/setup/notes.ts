import { expect } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { wrongCounters } from './counters.ts'

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
  expect(await wrongCounters(ctx.db)).toEqual([])
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
