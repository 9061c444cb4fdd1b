import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Context } from '#server/platform/context.ts'
import { everyTime, type Once } from '#server/platform/once.ts'
import { fail, invalid, ok, type Result } from '#server/platform/result.ts'
import { cleanText } from '#server/platform/text.ts'
import { addPicture, type NewPicture } from './add-picture.ts'
import { refuse } from './errors.ts'
import { decode, type Inspected, inspect, type Refusal } from './pictures/decode.ts'
import {
  encodeAnimatedMaster,
  encodeAnimatedRenditions,
  encodeMaster,
  encodeRenditions,
  impressionOf,
  masterPixels,
} from './pictures/render.ts'
import { type Pipeline, pipelineOf } from './pipeline.ts'
import { MAX_ALT, type Media } from './schema.ts'
import { type Spooled, spool } from './spool.ts'
import { mediaView } from './view.ts'

/**
 * Takes a picture in: JPEG, PNG, WebP, AVIF, GIF or HEIC by its content, whatever its name says. It is kept upright, in sRGB, without
 * any metadata, and is ready to be shown on return; AVIF renditions follow by job. Refuses (within milliseconds of the last byte, and
 * without a trace) what is no picture, too large, cut off or broken.
 */
export const uploadPicture = async (
  ctx: Context,
  viewer: { accountId: string },
  source: Buffer | Readable | Spooled,
  { alt = '', onMade = everyTime.made }: { alt?: string; onMade?: Once['made'] } = {},
): Promise<Result<Media>> => {
  if (alt.length > MAX_ALT) return fail(invalid, { fields: { alt: 'field.too-long' }, params: { maximum: MAX_ALT } })
  if (Buffer.isBuffer(source)) return take(ctx, viewer.accountId, async () => source, alt, onMade)
  if (!(source instanceof Readable)) return take(ctx, viewer.accountId, () => readFile(source.path), alt, onMade)
  const spooled = await spool(ctx, source)
  if (typeof spooled === 'string') return refuse(spooled)
  try {
    return await take(ctx, viewer.accountId, () => readFile(spooled.path), alt, onMade)
  } finally {
    await spooled.remove()
  }
}

/** `read` is called twice, so that a file waits for its turn on disk and not in memory. */
const take = async (
  ctx: Context,
  accountId: string,
  read: () => Promise<Buffer>,
  alt: string,
  onMade: Once['made'],
): Promise<Result<Media>> => {
  const pipeline = pipelineOf(ctx)
  const seen = await pipeline.look.run(accountId, async () => inspect(await read()))
  if (typeof seen === 'string') return refuse(seen)
  const made = await pipeline.work.run(accountId, async () => make(ctx, pipeline, await read(), seen))
  if (typeof made === 'string') return refuse(made)
  return ok(mediaView(await addPicture(ctx, { ...made, accountId, alt: cleanText(alt), textCard: null }, onMade)))
}

type Made = Omit<NewPicture, 'accountId' | 'alt' | 'textCard'>

const make = async (ctx: Context, pipeline: Pipeline, file: Buffer, seen: Inspected): Promise<Made | Refusal> => {
  try {
    return seen.animated ? await makeAnimated(file) : await makeStill(file, seen, pipeline)
  } catch (error) {
    // The header was sound and the data is not. Which of the decoders says so, and how, helps only whoever reads the log.
    ctx.log.info({ err: error, format: seen.format }, 'a picture could not be decoded')
    return 'broken'
  }
}

const makeStill = async (file: Buffer, seen: Inspected, { heic }: Pipeline): Promise<Made> => {
  const pixels = await decode(file, seen, heic)
  const { width, height } = pixels
  return {
    master: { bytes: await encodeMaster(pixels), width, height },
    renditions: await encodeRenditions(pixels),
    impression: await impressionOf(pixels),
    width,
    height,
    animated: false,
  }
}

const makeAnimated = async (file: Buffer): Promise<Made> => {
  const bytes = await encodeAnimatedMaster(file)
  const first = await masterPixels(bytes, null)
  const { width, height } = first
  return {
    master: { bytes, width, height },
    renditions: await encodeAnimatedRenditions(bytes, null),
    impression: await impressionOf(first),
    width,
    height,
    animated: true,
  }
}
