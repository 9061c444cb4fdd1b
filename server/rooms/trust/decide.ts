import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, forbidden, notFound, type Result } from '#server/platform/result.ts'
import { caseView } from './cases.ts'
import { actionUnfit, alreadyDecided, caseAboutYou, staffFirst, wordsMissing } from './errors.ts'
import { emit } from './events.ts'
import { fitting, life, mayDecide, mayModerate, maySuspend } from './policy.ts'
import { caseRow, roleOf } from './read.ts'
import type { Case, Decide } from './schema.ts'

/**
 * THE one door by which anything is taken from anybody: a decision on a case, with its reason and words that its author can read.
 * Of two moderators who decide at once one wins; the other hears so. What was decided is carried out by the rooms that own the subject,
 * from the event written here in the same transaction.
 */
export async function decide(
  ctx: Context,
  viewer: Pick<Viewer, 'accountId' | 'role'>,
  caseId: string,
  input: Decide,
): Promise<Result<Case>> {
  const { action, reason, words } = input
  if (!mayModerate(viewer)) return fail(forbidden)
  const row = await caseRow(ctx.db, caseId)
  if (!row) return fail(notFound)
  if (!mayDecide(viewer, row.author_id)) return fail(caseAboutYou)
  if (!fitting[row.subject_type].includes(action) || (action === 'suspend' && !row.author_id)) return fail(actionUnfit)
  if (action !== 'none' && !words) return fail(wordsMissing, { fields: { words: 'field.required' } })
  if (action === 'suspend' && row.author_id && !maySuspend((await roleOf(ctx.db, row.author_id))?.role)) return fail(staffFirst)
  const decisionId = ctx.ids.next()
  const won = await ctx.db.tx(async (tx) => {
    const done = await tx.run(sql`
      with closed as (update moderation_case set state = ${life.open.decide} where id = ${caseId} and state = 'open' returning id)
      insert into decision (id, case_id, action, reason, words, by_id)
      select ${decisionId}, id, ${action}, ${reason}, ${words}, ${viewer.accountId} from closed`)
    if (done === 0) return false
    const subject = { type: row.subject_type, id: row.subject_id }
    await emit(ctx, tx, 'trust.decided', {
      caseId,
      decisionId,
      subject,
      action,
      reason,
      words,
      authorId: row.author_id,
      by: viewer.accountId,
    })
    return true
  })
  return won ? caseView(ctx, caseId) : fail(alreadyDecided)
}
