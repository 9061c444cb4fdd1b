import { Readable } from 'node:stream'
import type { Context } from '#server/platform/context.ts'
import { everyTime, type Once } from '#server/platform/once.ts'
import { fail, invalid, ok, type Result } from '#server/platform/result.ts'
import { cleanText } from '#server/platform/text.ts'
import { addMedia } from './add-media.ts'
import { refuse, tooBusy } from './errors.ts'
import type { Refusal } from './pictures/decode.ts'
import { GateFull } from './pictures/gate.ts'
import type { MadePicture } from './pictures/make.ts'
import { pipelineOf } from './pipeline.ts'
import { type ImageMedia, MAX_ALT } from './schema.ts'
import { type Spooled, spool } from './spool.ts'
import { mediaView } from './view.ts'
import { BenchBroke, type Source, TooCostly, Unreadable } from './workshop/bench.ts'
import { sourceOf } from './workshop/workshop.ts'

/**
 * Takes a picture in: JPEG, PNG, WebP, AVIF, GIF or HEIC by its content, whatever its name says. It is kept upright, in sRGB, without
 * any metadata, and is ready to be shown on return; AVIF renditions follow by job. Refuses (within milliseconds of the last byte, and
 * without a trace) what is no picture, too large, cut off or broken; what takes too long to decode; and anything while too many wait.
 */
export const uploadPicture = async (
  ctx: Context,
  viewer: { accountId: string },
  source: Buffer | Readable | Spooled,
  { alt = '', onMade = everyTime.made }: { alt?: string; onMade?: Once['made'] } = {},
): Promise<Result<ImageMedia>> => {
  if (alt.length > MAX_ALT) return fail(invalid, { fields: { alt: 'field.too-long' }, params: { maximum: MAX_ALT } })
  if (Buffer.isBuffer(source)) return take(ctx, viewer.accountId, sourceOf(source), alt, onMade)
  if (!(source instanceof Readable)) return take(ctx, viewer.accountId, source, alt, onMade)
  const spooled = await spool(ctx, source)
  if (typeof spooled === 'string') return refuse(spooled)
  try {
    return await take(ctx, viewer.accountId, spooled, alt, onMade)
  } finally {
    await spooled.remove()
  }
}

/** The file is read twice, so that it waits for its turn on disk and not in memory. */
const take = async (ctx: Context, accountId: string, file: Source, alt: string, onMade: Once['made']): Promise<Result<ImageMedia>> => {
  const made = await make(ctx, accountId, file).catch((error) => {
    if (error instanceof GateFull) return tooBusy()
    throw error
  })
  if (typeof made === 'string') return refuse(made)
  if ('ok' in made) return made
  return ok(mediaView(await addMedia(ctx, { kind: 'image', ...made, accountId, alt: cleanText(alt), textCard: null }, onMade)))
}

const make = async (ctx: Context, accountId: string, file: Source): Promise<MadePicture | Refusal> => {
  const { workshop } = pipelineOf(ctx)
  let format = 'unknown'
  try {
    const seen = await workshop.look(accountId, file)
    if (typeof seen === 'string') return seen
    format = seen.format
    return await workshop.make(accountId, seen, file)
  } catch (error) {
    if (error instanceof GateFull) throw error
    // The header was sound and the data is not. Which of the decoders says so, and how, helps only whoever reads the log.
    ctx.log.info({ err: error, format }, 'a picture could not be decoded')
    if (error instanceof TooCostly) return 'too-costly'
    if (error instanceof Unreadable || error instanceof BenchBroke) return 'broken'
    throw error
  }
}
