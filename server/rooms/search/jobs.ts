import type { JobTable } from '#server/platform/jobs.ts'
import { rebuildSearch, refreshWeights } from './rebuild.ts'

export const searchJobs: JobTable = {
  'search.rebuild': (ctx) => rebuildSearch(ctx),
  'search.weights': (ctx) => refreshWeights(ctx),
}
