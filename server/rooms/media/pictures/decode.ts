import sharp, { type Metadata, type Sharp, type SharpOptions } from 'sharp'
import type { HeicDecoder } from './heic.ts'
import { type PictureFormat, sniff, structureOf } from './inspect.ts'
import { limits } from './limits.ts'

/** Why a file is not taken. */
export type Refusal = 'empty' | 'not-a-picture' | 'video' | 'too-many-bytes' | 'too-many-pixels' | 'incomplete' | 'broken' | 'too-costly'

/** A file that may be decoded: its type and size are known and within bounds. */
export interface Inspected {
  format: PictureFormat
  /** As stored, before it is turned upright. */
  width: number
  height: number
  /** More than one frame, and few enough to stay an animation. */
  animated: boolean
  /** Sixteen bits a channel. */
  deep: boolean
  /** Bytes that decoding it may hold at most, roughly: what the workshop's budget counts. */
  weight: number
  profile: Buffer | undefined
}

/** Upright pixels in sRGB, three or four bytes each. */
export interface Pixels {
  data: Buffer
  width: number
  height: number
  channels: 3 | 4
}

/**
 * Looks at a whole file without decoding it (a millisecond or two): type by content, structure to the end, dimensions from the
 * header. What it lets pass cannot cost more than `limits` allow.
 */
export const inspect = async (file: Buffer): Promise<Inspected | Refusal> => {
  if (file.length === 0) return 'empty'
  if (file.length > limits.bytes) return 'too-many-bytes'
  const format = sniff(file.subarray(0, 1024))
  if (format === undefined) return 'not-a-picture'
  if (format === 'video') return 'video'
  const structure = structureOf(file, format)
  if (structure !== 'whole') return structure === 'incomplete' ? 'incomplete' : 'too-many-pixels'
  let seen: Metadata
  try {
    seen = await sharp(file, { limitInputPixels: false }).metadata()
  } catch {
    return 'broken'
  }
  const { width } = seen
  const height = seen.pageHeight ?? seen.height
  const frames = format === 'gif' || format === 'webp' ? (seen.pages ?? 1) : 1
  if (!(width > 0 && height > 0)) return 'broken'
  if (width * height > limits.pixels || width > limits.side || height > limits.side || frames > limits.claimedFrames)
    return 'too-many-pixels'
  const animated = frames > 1 && frames <= limits.frames && width * height * frames <= limits.animatedPixels
  const weight = file.length + weightOf(format, seen, width * height * (animated ? frames : 1))
  return { format, width, height, animated, deep: seen.depth === 'ushort', weight, profile: seen.icc }
}

/**
 * What decoders hold at their peak, measured: rows that stream through cost next to nothing; a progressive JPEG holds all its coefficients,
 * an interlaced PNG all its pixels, AVIF its planes and its pixels, HEIC the same inside WebAssembly, an animation all its frames twice.
 */
const weightOf = (format: PictureFormat, { isProgressive, depth, channels }: Metadata, pixels: number): number => {
  const deep = depth === 'ushort' ? 2 : 1
  if (format === 'heic') return pixels * 10
  if (format === 'avif') return pixels * 7 * deep
  if (format === 'jpeg') return pixels * (isProgressive ? 4 : 1)
  if (format === 'png') return isProgressive ? pixels * channels * deep * 2 : pixels * 0.5
  return pixels * 8
}

/** Decoders warn about many things that every viewer shows all the same; only missing data is a reason to refuse. */
const careful = { failOn: 'truncated', limitInputPixels: limits.pixels } satisfies SharpOptions

/**
 * The size a picture is kept at: at most 2560 pixels on its longest side, except that a long screenshot stays readable (its short side
 * is not pressed below 1080) up to 16 megapixels and WebP's own bound.
 */
export const masterSize = (width: number, height: number): { width: number; height: number } => {
  const long = Math.max(width, height)
  const scale = Math.min(
    1,
    Math.max(2560 / long, Math.min(1080 / Math.min(width, height), Math.sqrt(16e6 / (width * height)))),
    16_000 / long,
  )
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/**
 * Decodes to upright sRGB pixels at master size. Camera data, positions and thumbnails stay behind: only pixels come out.
 * Throws what the decoder throws when the data is broken.
 */
export const decode = async (file: Buffer, seen: Inspected, heic: HeicDecoder): Promise<Pixels> => {
  if (seen.format === 'heic') {
    // libheif has turned the picture already; the profile comes from the container and is put back to be converted.
    const { tiff, width, height } = await heic.decode(file, seen.profile)
    return pixelsOf(sharp(tiff, { limitInputPixels: limits.pixels }), masterSize(width, height))
  }
  const asIs = sharp(file, careful).autoOrient()
  // What is kept has eight bits: made so first, it is half the work.
  const upright = seen.deep ? asIs.pipelineColourspace('srgb') : asIs
  // EXIF orientations 5 to 8 lie on their side; asking sharp is surer than reading the number twice.
  const { width, height } = (await upright.metadata()).autoOrient
  return pixelsOf(upright, masterSize(width, seen.animated ? seen.height : height))
}

export const pixelsOf = async (picture: Sharp, size?: { width: number; height: number }): Promise<Pixels> => {
  const sized = size ? picture.resize({ ...size, fit: 'fill' }) : picture
  const { data, info } = await sized.toColourspace('srgb').raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
  if (info.channels !== 3 && info.channels !== 4) throw new Error(`a picture with ${info.channels} channels`)
  return { data, width: info.width, height: info.height, channels: info.channels }
}

/** Pixels as sharp's input. */
export const fromPixels = ({ data, width, height, channels }: Pixels): Sharp => sharp(data, { raw: { width, height, channels } })
