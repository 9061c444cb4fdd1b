import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { type Fail, fail, forbidden, notFound, type Result } from '#server/platform/result.ts'
import { cleanText } from '#server/platform/text.ts'
import { suspendAccount } from '#server/rooms/accounts/index.ts'
import { caseView } from './cases.ts'
import { actionUnfit, alreadyDecided, caseAboutYou, wordsMissing } from './errors.ts'
import { emit } from './events.ts'
import { fitting, life, mayDecide, mayModerate } from './policy.ts'
import { caseRow } from './read.ts'
import type { Case, Decide } from './schema.ts'
import type { CaseRow } from './tables.ts'

/**
 * THE one door by which anything is taken from anybody: a decision on a case, with its reason and words that its author can read.
 * Of two moderators who decide at once one wins; the other hears so. A suspension is part of the decision; a removal is carried out by the
 * room that owns the subject, from the event written here in the same transaction.
 */
export async function decide(
  ctx: Context,
  viewer: Pick<Viewer, 'accountId' | 'role'>,
  caseId: string,
  input: Decide,
): Promise<Result<Case>> {
  const { action } = input
  const words = cleanText(input.words)
  if (!mayModerate(viewer)) return fail(forbidden)
  const row = await caseRow(ctx.db, caseId)
  if (!row) return fail(notFound)
  if (!mayDecide(viewer, row.author_id)) return fail(caseAboutYou)
  if (!fitting[row.subject_type].includes(action) || (action === 'suspend' && !row.author_id)) return fail(actionUnfit)
  if (action !== 'none' && !words) return fail(wordsMissing, { fields: { words: 'field.required' } })
  const refused = await settle(ctx, viewer.accountId, row, { ...input, words })
  return refused ?? caseView(ctx, caseId)
}

/** Thrown to leave the transaction without a trace; caught right below. */
class Refused extends Error {
  readonly refusal: Fail
  constructor(refusal: Fail) {
    super(refusal.problem.code)
    this.refusal = refusal
  }
}

async function settle(ctx: Context, by: string, row: CaseRow, { action, reason, words }: Decide): Promise<Fail | null> {
  const decisionId = ctx.ids.next()
  const subject = { type: row.subject_type, id: row.subject_id }
  try {
    await ctx.db.tx(async (tx) => {
      const done = await tx.run(sql`
        with closed as (update moderation_case set state = ${life.open.decide}, excerpt = case when gone_at is null then excerpt else '' end where id = ${row.id} and state = 'open' returning id)
        insert into decision (id, case_id, action, reason, words, by_id)
        select ${decisionId}, id, ${action}, ${reason}, ${words}, ${by} from closed`)
      if (done === 0) throw new Refused(fail(alreadyDecided))
      if (action === 'suspend' && row.author_id) {
        const suspended = await suspendAccount(ctx, tx, row.author_id, words)
        if (!suspended.ok) throw new Refused(suspended)
      }
      await emit(ctx, tx, 'trust.decided', { caseId: row.id, decisionId, subject, action, reason, authorId: row.author_id, by })
    })
    return null
  } catch (e) {
    if (e instanceof Refused) return e.refusal
    throw e
  }
}
