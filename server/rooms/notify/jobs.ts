import { sql } from '#server/platform/db.ts'
import { idAt } from '#server/platform/ids.ts'
import type { ByTheClock, JobTable } from '#server/platform/jobs.ts'

const RETENTION_DAYS = 180
const A_TIME = 5_000

export const notifyJobs: JobTable = {
  /** Forgets what happened half a year ago, a portion at a time. */
  'notify.sweep': async (ctx) => {
    const oldest = idAt(ctx.clock.now().getTime() - RETENTION_DAYS * 86_400_000)
    while (
      (await ctx.db.run(sql`
        delete from notification where id in (select id from notification where position < ${oldest} order by position limit ${A_TIME})`)) ===
      A_TIME
    );
  },
}

export const notifyClock: readonly ByTheClock[] = [{ task: 'notify.sweep', match: '41 3 * * *' }]
