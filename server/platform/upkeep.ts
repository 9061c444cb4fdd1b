import { sweepKeys } from './idempotency.ts'
import type { JobTable } from './jobs.ts'

export const platformJobs: JobTable = {
  'platform.upkeep': async (ctx) => {
    await sweepKeys(ctx)
  },
}
