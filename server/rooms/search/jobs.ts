import type { ByTheClock, JobTable } from '#server/platform/jobs.ts'
import { rebuildSearch, refreshWeights } from './rebuild.ts'

export const searchJobs: JobTable = {
  'search.rebuild': (ctx) => rebuildSearch(ctx),
  'search.weights': (ctx) => refreshWeights(ctx),
}

export const searchClock: readonly ByTheClock[] = [{ task: 'search.weights', match: '41 * * * *' }]
