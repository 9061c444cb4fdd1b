import { problem } from '#server/platform/result.ts'

/** Following, blocking, muting oneself. */
export const yourself = problem('only-others', 422)
/** One has blocked them: following again begins with unblocking. */
export const unblockFirst = problem('unblock-first', 409)
export const followLimit = problem('follow-limit', 422)
/** A word to mute of which nothing is to be seen. */
export const filterEmpty = problem('filter-empty', 422)
export const filterLimit = problem('filter-limit', 422)
/** A private account shows this to accepted followers only. */
export const privateAccount = problem('account-private', 403)
/** Avatar or banner that is not a ready picture of one's own. */
export const pictureUnusable = problem('picture-unusable', 422)
