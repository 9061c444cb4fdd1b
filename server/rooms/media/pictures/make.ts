import { decode, type Inspected } from './decode.ts'
import type { HeicDecoder } from './heic.ts'
import {
  type CropArea,
  encodeAnimatedMaster,
  encodeAnimatedRenditions,
  encodeMaster,
  encodeRenditions,
  type Impression,
  impressionOf,
  masterPixels,
  type Rendition,
} from './render.ts'

/** A picture in all forms that are made at once. */
export interface MadePicture {
  master: { bytes: Buffer; width: number; height: number }
  renditions: Rendition[]
  impression: Impression
  /** Pixels as shown. */
  width: number
  height: number
  animated: boolean
}

/** Decodes a file that was looked at, and encodes what is kept of it. Throws what a decoder throws when the data is broken. */
export const makePicture = (file: Buffer, seen: Inspected, heic: HeicDecoder): Promise<MadePicture> =>
  seen.animated ? makeAnimated(file) : makeStill(file, seen, heic)

const makeStill = async (file: Buffer, seen: Inspected, heic: HeicDecoder): Promise<MadePicture> => {
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

const makeAnimated = async (file: Buffer): Promise<MadePicture> => {
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

/** What a crop of a kept picture is shown by. */
export type MadeCrop = Omit<MadePicture, 'master' | 'animated'>

export const makeCrop = async (master: Buffer, { crop, animated }: { crop: CropArea | null; animated: boolean }): Promise<MadeCrop> => {
  const pixels = await masterPixels(master, crop)
  const renditions = animated ? await encodeAnimatedRenditions(master, crop) : await encodeRenditions(pixels)
  return { renditions, impression: await impressionOf(pixels), width: pixels.width, height: pixels.height }
}
