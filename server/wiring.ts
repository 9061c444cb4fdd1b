import type { Wiring } from '#server/platform/events.ts'
import type { ByTheClock, JobTable } from '#server/platform/jobs.ts'
import { platformJobs } from '#server/platform/upkeep.ts'
import { accountsClock, accountsHear, accountsJobs } from '#server/rooms/accounts/index.ts'
import { feedHears, feedJobs } from '#server/rooms/feed/index.ts'
import { graphHears } from '#server/rooms/graph/index.ts'
import { mediaHears, mediaJobs } from '#server/rooms/media/index.ts'
import { notesHear, notesJobs } from '#server/rooms/notes/index.ts'
import { notifyHears, notifyJobs } from '#server/rooms/notify/index.ts'
import { searchClock, searchHears, searchJobs } from '#server/rooms/search/index.ts'

/** THE list of what follows from what: event → who hears of it. A batch of events is handled in the transaction that takes it out of the outbox. */
export const wiring: Wiring = {
  'account.changed': [graphHears.onAccountChanged, searchHears.onAccounts],
  'account.followed': [notifyHears.onFollowed],
  'account.unfollowed': [notifyHears.onUnfollowed],
  'account.follow-requested': [notifyHears.onFollowRequested],
  'account.follow-accepted': [notifyHears.onFollowAccepted],
  'account.follow-refused': [notifyHears.onFollowRefused],
  'account.blocked': [notifyHears.onBlocked],
  'account.deleted': [
    graphHears.onAccountDeleted,
    notesHear.onAccountDeleted,
    mediaHears.onAccountDeleted,
    notifyHears.onAccountDeleted,
    searchHears.onAccounts,
  ],
  'media.changed': [accountsHear.onMediaChanged, notesHear.onMediaChanged],
  'note.published': [graphHears.onNotePublished, notifyHears.onPublished, feedHears.onNotes, searchHears.onNotes],
  'note.edited': [graphHears.onNoteEdited, notifyHears.onPublished, feedHears.onNotes, searchHears.onNotes],
  'note.deleted': [graphHears.onNoteDeleted, notifyHears.onNoteDeleted, feedHears.onNotes, searchHears.onNotes],
  'note.collected': [notifyHears.onCollected, feedHears.onResponse],
  'note.uncollected': [notifyHears.onUncollected, feedHears.onResponse],
  'comment.made': [notifyHears.onCommented, feedHears.onResponse],
  'comment.deleted': [notifyHears.onCommentDeleted, feedHears.onResponse],
  'trust.decided': [notesHear.onDecided, notifyHears.onDecided],
  'note.liked': [graphHears.onNoteLiked, notifyHears.onLiked, feedHears.onResponse],
  'note.unliked': [graphHears.onNoteUnliked, notifyHears.onUnliked, feedHears.onResponse],
  'account.created': [searchHears.onAccounts],
  'account.suspended': [searchHears.onAccounts],
  'account.reinstated': [searchHears.onAccounts],
  'account.leaving': [searchHears.onAccounts],
  'account.restored': [searchHears.onAccounts],
}

/** Every job by its name. */
export const jobs: JobTable = {
  ...platformJobs,
  ...feedJobs,
  ...searchJobs,
  ...accountsJobs,
  ...mediaJobs,
  ...notesJobs,
  ...notifyJobs,
}

/** Jobs by the clock, UTC. */
export const clock: readonly ByTheClock[] = [
  { task: 'platform.upkeep', match: '7 * * * *' },
  ...accountsClock,
  ...searchClock,
  { task: 'notify.sweep', match: '41 3 * * *' },
  { task: 'media.sweep', match: '23 * * * *' },
]
