import { deleteBoard, makeBoard, updateBoard } from './boards/change.ts'
import { boardNotes, boardsOf, readBoard } from './boards/view.ts'
import { deleteComment, pinComment } from './comments/change.ts'
import { listComments, listReplies, readComment } from './comments/list.ts'
import { makeComment } from './comments/make.ts'
import { pictureSight } from './core/picture-sight.ts'
import { commentStubs, commentsUnder, noteStubs, wordsOf } from './core/stubs.ts'
import { deleteDraft, makeDraft, saveDraft } from './drafts/change.ts'
import { listDrafts, readDraft } from './drafts/view.ts'
import { readTopic, topicNotes, trending } from './topics/show.ts'
import { countViews, flushViews } from './views/count.ts'
import { editNote } from './write/edit.ts'
import { publishNote } from './write/publish.ts'
import { deleteNote } from './write/take-down.ts'
import { history, readNote } from './write/view.ts'

export { notesRoutes } from './api.ts'
export type { CardField, CardFields } from './core/card-fields.ts'
export { cards, type Reader } from './core/cards.ts'
export type { NoteEvents } from './events.ts'
export { notesJobs } from './jobs.ts'
export { notesHears } from './on-events.ts'
export { collect, uncollect } from './reactions/collect.ts'
export { like } from './reactions/like.ts'
export { sight } from './read-sight.ts'

/** Verbs by what they are about; each says more where it is made. */
export const notes = {
  publish: publishNote,
  edit: editNote,
  remove: deleteNote,
  read: readNote,
  history,
  picture: pictureSight,
  stubs: noteStubs,
  words: wordsOf,
}
export const comments = {
  make: makeComment,
  list: listComments,
  replies: listReplies,
  read: readComment,
  remove: deleteComment,
  pin: pinComment,
  stubs: commentStubs,
  under: commentsUnder,
}
export const boards = { make: makeBoard, update: updateBoard, remove: deleteBoard, read: readBoard, of: boardsOf, notes: boardNotes }
export const drafts = { make: makeDraft, save: saveDraft, remove: deleteDraft, read: readDraft, list: listDrafts }
export const topics = { trending, read: readTopic, notes: topicNotes }
export const views = { count: countViews, flush: flushViews }
