import { type Fail, fail, type ProblemKind, problem } from '#server/platform/result.ts'
import type { Refusal } from './pictures/decode.ts'
import { limits } from './pictures/limits.ts'

export const noFile = problem('media-no-file', 400)
export const mediaInUse = problem('media-in-use', 409)
export const mediaUnusable = problem('media-unusable', 422)
export const cropNeedsPicture = problem('crop-needs-picture', 422)
export const templateUnknown = problem('text-card-template-unknown', 422)

export const mediaBusy = problem('media-busy', 503)

const refusals: Record<Refusal, ProblemKind> = {
  empty: problem('media-empty', 422),
  'not-a-picture': problem('media-not-a-picture', 415),
  video: problem('media-is-a-video', 415),
  'too-many-bytes': problem('media-too-large', 413),
  'too-many-pixels': problem('media-too-many-pixels', 422),
  incomplete: problem('media-incomplete', 422),
  broken: problem('media-broken', 422),
  'too-costly': problem('media-too-costly', 422),
}

/** A refused file, with the figures its words need. */
export const refuse = (why: Refusal): Fail =>
  fail(refusals[why], {
    params: { megabytes: limits.bytes / 1024 / 1024, megapixels: limits.pixels / 1e6 },
    fields: { file: refusals[why].code },
  })

/** More pictures wait here than can be made in good time. */
export const tooBusy = (): Fail => fail(mediaBusy, { params: { seconds: 15 } })
