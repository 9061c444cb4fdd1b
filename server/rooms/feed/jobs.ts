import type { ByTheClock, JobTable } from '#server/platform/jobs.ts'
import { rebuildFeed } from './on-events.ts'
import { sessionJobs } from './session-store.ts'

export const feedJobs: JobTable = { 'feed.rebuild': (ctx) => rebuildFeed(ctx.db), ...sessionJobs }

export const feedClock: readonly ByTheClock[] = [{ task: 'feed.sweep', match: '*/10 * * * *' }]
