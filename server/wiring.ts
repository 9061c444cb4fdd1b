import type { Wiring } from '#server/platform/events.ts'
import type { ByTheClock, JobTable } from '#server/platform/jobs.ts'
import { platformJobs } from '#server/platform/upkeep.ts'

/** THE list of what follows from what: event → who hears of it. A batch of events is handled in the transaction that takes it out of the outbox. */
export const wiring: Wiring = {}

/** Every job by its name. */
export const jobs: JobTable = {
  ...platformJobs,
}

/** Jobs by the clock, UTC. */
export const clock: readonly ByTheClock[] = [{ task: 'platform.upkeep', match: '7 * * * *' }]
