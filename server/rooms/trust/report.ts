import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { cleanText, cutText } from '#server/platform/text.ts'
import { ownSubject } from './errors.ts'
import { emit } from './events.ts'
import type { MakeReport, Report } from './schema.ts'
import { findSubject } from './subjects.ts'

const EXCERPT = 300

/**
 * Brings something before the moderators. All reports of one subject lie in one open case; saying it again replaces what one said before.
 * The reported person never learns by whom.
 */
export async function report(ctx: Context, viewer: Viewer, input: MakeReport): Promise<Result<Report>> {
  const { subject, reason } = input
  const detail = cleanText(input.detail ?? '')
  const found = await findSubject(ctx, viewer, subject)
  if (!found) return fail(notFound)
  if (found.authorId === viewer.accountId) return fail(ownSubject)
  const { authorId, link } = found
  const excerpt = cutText(found.excerpt, EXCERPT, '…')
  return ctx.db.tx(async (tx) => {
    // "do update" although nothing changes: so the open case is locked against being decided in between, and is returned.
    const opened = await tx.one<{ id: string; fresh: boolean }>(sql`
      insert into moderation_case as c (id, subject_type, subject_id, author_id, excerpt, link)
      values (${ctx.ids.next()}, ${subject.type}, ${subject.id}, ${authorId}, ${excerpt}, ${link})
      on conflict (subject_type, subject_id) where state = 'open' do update set link = c.link
      returning id, (xmax = 0) as fresh`)
    if (!opened) throw new Error('an upsert returns its row')
    const said = await tx.one<{ id: string; created_at: Date }>(sql`
      insert into report (id, case_id, reporter_id, reason, detail)
      values (${ctx.ids.next()}, ${opened.id}, ${viewer.accountId}, ${reason}, ${detail})
      on conflict (case_id, reporter_id) do update set reason = excluded.reason, detail = excluded.detail
      returning id, created_at`)
    if (!said) throw new Error('an upsert returns its row')
    if (opened.fresh) await emit(ctx, tx, 'trust.reported', { caseId: opened.id, subject })
    return ok({ id: said.id, subject, reason, state: 'open' as const, createdAt: said.created_at.toISOString() })
  })
}
