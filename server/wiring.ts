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
import { trustHears, trustJobs } from '#server/rooms/trust/index.ts'

/** THE list of what follows from what: event → which room hears of it. A batch of events is handled in the transaction that takes it out of the outbox. */
export const wiring: Wiring = {
  'account.changed': { graph: graphHears.onAccountChanged, search: searchHears.onAccounts },
  'account.followed': { notify: notifyHears.handler('account.followed') },
  'account.unfollowed': { notify: notifyHears.handler('account.unfollowed') },
  'account.follow-requested': { notify: notifyHears.handler('account.follow-requested') },
  'account.follow-accepted': { notify: notifyHears.handler('account.follow-accepted') },
  'account.follow-refused': { notify: notifyHears.handler('account.follow-refused') },
  'account.blocked': { notify: notifyHears.handler('account.blocked') },
  'account.deleted': {
    graph: graphHears.onAccountDeleted,
    notes: notesHear.onAccountDeleted,
    media: mediaHears.onAccountDeleted,
    notify: notifyHears.handler('account.deleted'),
    search: searchHears.onAccounts,
    trust: trustHears.onAccountDeleted,
  },
  'media.changed': { accounts: accountsHear.onMediaChanged, notes: notesHear.onMediaChanged },
  'note.published': {
    graph: graphHears.onNotePublished,
    notify: notifyHears.handler('note.published'),
    feed: feedHears.onNotes,
    search: searchHears.onNotes,
  },
  'note.edited': {
    graph: graphHears.onNoteEdited,
    notify: notifyHears.handler('note.edited'),
    feed: feedHears.onNotes,
    search: searchHears.onNotes,
  },
  'note.deleted': {
    graph: graphHears.onNoteDeleted,
    notify: notifyHears.handler('note.deleted'),
    feed: feedHears.onNotes,
    search: searchHears.onNotes,
  },
  'note.collected': { notify: notifyHears.handler('note.collected'), feed: feedHears.onResponse },
  'note.uncollected': { notify: notifyHears.handler('note.uncollected'), feed: feedHears.onResponse },
  'comment.made': { notify: notifyHears.handler('comment.made'), feed: feedHears.onResponse },
  'comment.deleted': { notify: notifyHears.handler('comment.deleted'), feed: feedHears.onResponse },
  'trust.decided': { notes: notesHear.onDecided, notify: notifyHears.handler('trust.decided') },
  'note.erased': { trust: trustHears.onErased },
  'topic.dropped': { search: searchHears.onTopicsDropped },
  'note.liked': { graph: graphHears.onNoteLiked, notify: notifyHears.handler('note.liked'), feed: feedHears.onResponse },
  'note.unliked': { graph: graphHears.onNoteUnliked, notify: notifyHears.handler('note.unliked'), feed: feedHears.onResponse },
  'account.created': { search: searchHears.onAccounts },
  'account.suspended': { search: searchHears.onAccounts },
  'account.reinstated': { search: searchHears.onAccounts },
  'account.leaving': { search: searchHears.onAccounts },
  'account.restored': { search: searchHears.onAccounts },
  'account.secured': { notify: notifyHears.handler('account.secured') },
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
  ...trustJobs,
}

/** Jobs by the clock, UTC. */
export const clock: readonly ByTheClock[] = [
  { task: 'platform.upkeep', match: '7 * * * *' },
  ...accountsClock,
  ...searchClock,
  { task: 'feed.sweep', match: '*/10 * * * *' },
  { task: 'notify.sweep', match: '41 3 * * *' },
  { task: 'trust.sweep', match: '29 4 * * *' },
  { task: 'media.sweep', match: '23 * * * *' },
  { task: 'media.redraw', match: '53 * * * *' },
]
