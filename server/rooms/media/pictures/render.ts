import sharp, { type Sharp } from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import { fromPixels, type Pixels, pixelsOf } from './decode.ts'
import { limits } from './limits.ts'

export type RenditionType = 'image/webp' | 'image/avif' | 'image/jpeg'

/** One encoded form of a picture. */
export interface Rendition {
  type: RenditionType
  width: number
  height: number
  bytes: Buffer
}

/** Parts of a whole, 0 to 1, measured on the upright master. */
export interface CropArea {
  x: number
  y: number
  width: number
  height: number
}

/** What is shown before and around a picture. */
export interface Impression {
  /** ThumbHash in base64. */
  thumbhash: string
  /** Dominant colour, `#rrggbb`. */
  color: string
}

const widths = [1080, 360] as const

// Effort 2 is where WebP's size curve bends: 4 takes more than twice the time for 3 % fewer bytes.
const webp = (quality: number) => ({ quality, effort: 2 })

/** The form that crops and exports start from. */
export const encodeMaster = async (pixels: Pixels): Promise<Buffer> => fromPixels(pixels).webp(webp(88)).toBuffer()

/** An animation keeps moving: at most 1080 pixels wide, all frames, its own loop count. */
export const encodeAnimatedMaster = async (file: Buffer): Promise<Buffer> =>
  sharp(file, { animated: true, failOn: 'truncated', limitInputPixels: limits.animatedPixels })
    .resize({ width: 1080, withoutEnlargement: true })
    .webp({ quality: 75, effort: 1 })
    .toBuffer()

/** Whole pixels of a crop; at least one, never outside. */
export const cropBox = (
  width: number,
  height: number,
  crop: CropArea | null,
): { left: number; top: number; width: number; height: number } => {
  if (!crop) return { left: 0, top: 0, width, height }
  const left = Math.min(width - 1, Math.max(0, Math.round(crop.x * width)))
  const top = Math.min(height - 1, Math.max(0, Math.round(crop.y * height)))
  return {
    left,
    top,
    width: Math.max(1, Math.min(width - left, Math.round(crop.width * width))),
    height: Math.max(1, Math.min(height - top, Math.round(crop.height * height))),
  }
}

/** Pixels of a stored master, or of the part that its crop shows. */
export const masterPixels = async (master: Buffer, crop: CropArea | null): Promise<Pixels> => {
  const picture = sharp(master, { limitInputPixels: limits.pixels })
  const { width, height, pageHeight } = await picture.metadata()
  return pixelsOf(crop ? picture.extract(cropBox(width, pageHeight ?? height, crop)) : picture)
}

const scaled = (pixels: Pixels, width: number): Sharp =>
  width < pixels.width ? fromPixels(pixels).resize({ width, height: heightFor(pixels, width), fit: 'fill' }) : fromPixels(pixels)

const heightFor = ({ width, height }: Pixels, to: number) => Math.max(1, Math.round((height * to) / width))

/** The widths worth making: a small picture is not blown up, and not made twice. */
const widthsOf = (width: number): number[] => [...new Set(widths.map((wanted) => Math.min(wanted, width)))]

const finished = async (picture: Sharp, type: RenditionType): Promise<Rendition> => {
  const { data, info } = await picture.toBuffer({ resolveWithObject: true })
  return { type, width: info.width, height: info.pageHeight ?? info.height, bytes: data }
}

/** What is served at once: WebP 1080 and 360 wide, and a JPEG for link previews and peers that refuse WebP. Largest first. */
export const encodeRenditions = async (pixels: Pixels): Promise<Rendition[]> => {
  const made: Rendition[] = []
  let from = pixels
  for (const width of widthsOf(pixels.width)) {
    // Each width is made from the one before it: nine times fewer pixels to read for the small one.
    from = width < from.width ? await pixelsOf(scaled(from, width)) : from
    made.push(await finished(fromPixels(from).webp(webp(width > 360 ? 78 : 74)), 'image/webp'))
    if (made.length === 1) made.push(await finished(asJpeg(from), 'image/jpeg'))
  }
  return made
}

/** JPEG has no transparency: what shines through is paper. */
const asJpeg = (pixels: Pixels) => fromPixels(pixels).flatten({ background: '#ffffff' }).jpeg({ quality: 80, progressive: true })

/** The moving renditions of an animated master, and a still JPEG of its first frame. */
export const encodeAnimatedRenditions = async (master: Buffer, crop: CropArea | null): Promise<Rendition[]> => {
  const first = await masterPixels(master, crop)
  const made: Rendition[] = []
  for (const width of widthsOf(first.width)) {
    const all = sharp(master, { animated: true, limitInputPixels: limits.animatedPixels })
    const { width: w, height: h, pageHeight } = await all.metadata()
    const cut = crop ? all.extract(cropBox(w, pageHeight ?? h, crop)) : all
    made.push(await finished((width < first.width ? cut.resize({ width }) : cut).webp({ quality: 72, effort: 1 }), 'image/webp'))
    if (made.length === 1)
      made.push(await finished(asJpeg(width < first.width ? await pixelsOf(scaled(first, width)) : first), 'image/jpeg'))
  }
  return made
}

/** The smaller forms that take a second to make, and so come later by job. */
export const encodeAvif = async (pixels: Pixels): Promise<Rendition[]> => {
  const made: Rendition[] = []
  for (const width of widthsOf(pixels.width))
    made.push(await finished(scaled(pixels, width).avif({ quality: 52, effort: 2 }), 'image/avif'))
  return made
}

export const impressionOf = async (pixels: Pixels): Promise<Impression> => {
  const small = await pixelsOf(fromPixels(pixels).resize({ width: 96, height: 96, fit: 'inside', withoutEnlargement: true }).ensureAlpha())
  return {
    thumbhash: Buffer.from(rgbaToThumbHash(small.width, small.height, small.data)).toString('base64'),
    color: dominantColor(small),
  }
}

/** The mean of the fullest of 512 colour boxes: what one would call the picture's colour, where a plain mean is always mud. */
const dominantColor = ({ data, channels }: Pixels): string => {
  const boxes = new Map<number, [count: number, red: number, green: number, blue: number]>()
  for (let at = 0; at + channels <= data.length; at += channels) {
    if (channels === 4 && (data[at + 3] ?? 255) < 128) continue
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3)
    const key = ((red >> 5) << 6) | ((green >> 5) << 3) | (blue >> 5)
    const box = boxes.get(key) ?? [0, 0, 0, 0]
    boxes.set(key, [box[0] + 1, box[1] + red, box[2] + green, box[3] + blue])
  }
  const [count, ...sums] = [...boxes.values()].sort((a, b) => b[0] - a[0])[0] ?? [1, 255, 255, 255]
  return `#${sums
    .map((sum) =>
      Math.round(sum / count)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
