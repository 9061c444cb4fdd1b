import type { Wiring } from '#server/platform/events.ts'
import type { ByTheClock, JobTable } from '#server/platform/jobs.ts'
import { platformJobs } from '#server/platform/upkeep.ts'
import { accountsClock, accountsJobs } from '#server/rooms/accounts/index.ts'
import { graphHears } from '#server/rooms/graph/index.ts'
import { mediaJobs } from '#server/rooms/media/index.ts'

/** THE list of what follows from what: event → who hears of it. A batch of events is handled in the transaction that takes it out of the outbox. */
export const wiring: Wiring = {
  'account.changed': [graphHears.onAccountChanged],
  'account.deleted': [graphHears.onAccountDeleted],
  'note.published': [graphHears.onNotePublished],
  'note.edited': [graphHears.onNoteEdited],
  'note.deleted': [graphHears.onNoteDeleted],
  'note.liked': [graphHears.onNoteLiked],
  'note.unliked': [graphHears.onNoteUnliked],
}

/** Every job by its name. */
export const jobs: JobTable = {
  ...platformJobs,
  ...accountsJobs,
  ...mediaJobs,
}

/** Jobs by the clock, UTC. */
export const clock: readonly ByTheClock[] = [
  { task: 'platform.upkeep', match: '7 * * * *' },
  ...accountsClock,
  { task: 'media.sweep', match: '23 * * * *' },
]
