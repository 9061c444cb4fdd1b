import { sql } from '#server/platform/db.ts'
import type { ByTheClock, Job, JobTable } from '#server/platform/jobs.ts'

/** Days that an open case keeps what it quotes after its author deleted the thing. */
const EVIDENCE_DAYS = 30
/** Days that a decided case keeps what it quotes, so that its decision can be looked at again. */
const DECIDED_DAYS = 180

/** Evidence whose time is over. */
const sweepEvidence: Job = async (ctx) => {
  const now = ctx.clock.now()
  await ctx.db.run(sql`
    update moderation_case set excerpt = ''
    where excerpt <> '' and state = 'open' and gone_at < ${now}::timestamptz - make_interval(days => ${EVIDENCE_DAYS})`)
  await ctx.db.run(sql`
    update moderation_case as c set excerpt = '' from decision as d
    where d.case_id = c.id and c.excerpt <> '' and d.created_at < ${now}::timestamptz - make_interval(days => ${DECIDED_DAYS})`)
}

export const trustJobs: JobTable = { 'trust.sweep': sweepEvidence }

export const trustClock: readonly ByTheClock[] = [{ task: 'trust.sweep', match: '29 4 * * *' }]
