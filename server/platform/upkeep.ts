import { sweepKeys } from './idempotency.ts'
import type { JobTable } from './jobs.ts'
import { sweepLimits } from './shared-limits.ts'

export const platformJobs: JobTable = {
  'platform.upkeep': async (ctx) => {
    await sweepKeys(ctx)
    await sweepLimits(ctx)
  },
}
