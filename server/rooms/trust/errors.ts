import { problem } from '#server/platform/result.ts'

export const ownSubject = problem('report-own', 422)
/** Nobody judges in their own case. */
export const caseAboutYou = problem('case-about-you', 403)
export const alreadyDecided = problem('already-decided', 409)
/** This cannot be done with a subject of this kind. */
export const actionUnfit = problem('action-unfit', 422)
/** A decision that changes something says why. */
export const wordsMissing = problem('words-missing', 422)
