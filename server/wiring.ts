import { me } from '#server/doors/me.ts'
import type { Context } from '#server/platform/context.ts'
import type { Wiring } from '#server/platform/events.ts'
import type { App } from '#server/platform/http.ts'
import type { ByTheClock, JobTable } from '#server/platform/jobs.ts'
import { platformJobs } from '#server/platform/upkeep.ts'
import { accountsClock, accountsHears, accountsJobs, accountsRoutes } from '#server/rooms/accounts/index.ts'
import { feedClock, feedHears, feedJobs, feedRoutes } from '#server/rooms/feed/index.ts'
import { graphHears, graphRoutes } from '#server/rooms/graph/index.ts'
import { mediaClock, mediaHears, mediaJobs, mediaRoutes } from '#server/rooms/media/index.ts'
import { type CardFields, notesHears, notesJobs, notesRoutes } from '#server/rooms/notes/index.ts'
import { notifyClock, notifyHears, notifyJobs, notifyRoutes } from '#server/rooms/notify/index.ts'
import { searchClock, searchHears, searchJobs, searchRoutes } from '#server/rooms/search/index.ts'
import { trustClock, trustHears, trustJobs, trustRoutes } from '#server/rooms/trust/index.ts'

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
    notes: notesHears.onAccountDeleted,
    media: mediaHears.onAccountDeleted,
    notify: notifyHears.handler('account.deleted'),
    search: searchHears.onAccounts,
    trust: trustHears.onAccountDeleted,
  },
  'media.changed': { accounts: accountsHears.onMediaChanged, notes: notesHears.onMediaChanged },
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
  'trust.decided': { notes: notesHears.onDecided, notify: notifyHears.handler('trust.decided') },
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
  ...feedClock,
  ...notifyClock,
  ...trustClock,
  ...mediaClock,
]

/** What rooms add to the cards of notes, by the name it has there (decision 252). */
export const cardFields: CardFields = {}

/** The routes of every room. What a person is to themselves several rooms know: the door puts it together (`doors/me.ts`). */
export const routes: readonly ((app: App, ctx: Context) => void)[] = [
  (app, ctx) => accountsRoutes(app, ctx, me),
  mediaRoutes,
  graphRoutes,
  trustRoutes,
  (app, ctx) => notesRoutes(app, ctx, cardFields),
  feedRoutes,
  searchRoutes,
  notifyRoutes,
]
