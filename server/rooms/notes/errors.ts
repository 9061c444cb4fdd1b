import { problem } from '#server/platform/result.ts'

/** Neither pictures nor words. */
export const noteEmpty = problem('note-empty', 422)
/** Removed by a decision: its author may read and delete it, nothing else. */
export const noteRemoved = problem('note-removed', 409)
/** `publishAt` lies in the past, or beyond a year. */
export const publishTime = problem('publish-time', 422)
/** Only a note that waits can be given another time. */
export const notScheduled = problem('not-scheduled', 409)
export const commentsOff = problem('comments-off', 403)
export const commentsFollowers = problem('comments-followers', 403)
export const commentEmpty = problem('comment-empty', 422)
/** A newer version of the draft was saved elsewhere; it comes along in `draft`. */
export const draftNewer = problem('draft-newer', 409)
export const draftTooLarge = problem('draft-too-large', 413)
export const tooManyMentions = problem('too-many-mentions', 422)
export const tooManyDrafts = problem('too-many-drafts', 409)
/** A board whose name nobody could see. */
export const nameEmpty = problem('name-empty', 422)
export const tooManyBoards = problem('too-many-boards', 409)
/** The board that `collect` fills cannot go. */
export const defaultBoard = problem('board-default', 409)
