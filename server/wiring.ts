import type { Wiring } from '#server/platform/events.ts'
import type { ByTheClock, JobTable } from '#server/platform/jobs.ts'
import { platformJobs } from '#server/platform/upkeep.ts'
import { accountsClock, accountsJobs } from '#server/rooms/accounts/index.ts'
import { graphHears } from '#server/rooms/graph/index.ts'
import { mediaJobs } from '#server/rooms/media/index.ts'
import { notifyHears, notifyJobs } from '#server/rooms/notify/index.ts'

/** THE list of what follows from what: event → who hears of it. A batch of events is handled in the transaction that takes it out of the outbox. */
export const wiring: Wiring = {
  'account.changed': [graphHears.onAccountChanged],
  'account.followed': [notifyHears.onFollowed],
  'account.unfollowed': [notifyHears.onUnfollowed],
  'account.follow-requested': [notifyHears.onFollowRequested],
  'account.follow-accepted': [notifyHears.onFollowAccepted],
  'account.follow-refused': [notifyHears.onFollowRefused],
  'account.blocked': [notifyHears.onBlocked],
  'account.deleted': [graphHears.onAccountDeleted, notifyHears.onAccountDeleted],
  'note.published': [graphHears.onNotePublished, notifyHears.onPublished],
  'note.edited': [graphHears.onNoteEdited, notifyHears.onPublished],
  'note.deleted': [graphHears.onNoteDeleted, notifyHears.onNoteDeleted],
  'note.collected': [notifyHears.onCollected],
  'note.uncollected': [notifyHears.onUncollected],
  'comment.made': [notifyHears.onCommented],
  'comment.deleted': [notifyHears.onCommentDeleted],
  'trust.decided': [notifyHears.onDecided],
  'note.liked': [graphHears.onNoteLiked, notifyHears.onLiked],
  'note.unliked': [graphHears.onNoteUnliked, notifyHears.onUnliked],
}

/** Every job by its name. */
export const jobs: JobTable = {
  ...platformJobs,
  ...accountsJobs,
  ...mediaJobs,
  ...notifyJobs,
}

/** Jobs by the clock, UTC. */
export const clock: readonly ByTheClock[] = [
  { task: 'platform.upkeep', match: '7 * * * *' },
  ...accountsClock,
  { task: 'notify.sweep', match: '41 3 * * *' },
  { task: 'media.sweep', match: '23 * * * *' },
]
