import { storageUrl } from '#server/platform/storage.ts'
import type { AudioMedia, ImageMedia, Media, Still, VideoMedia } from './schema.ts'
import type { AudioRow, ImageRow, MediaRow, StoredImage, StoredVideo, VideoRow } from './tables.ts'

const order = { 'image/avif': 0, 'image/webp': 1, 'image/jpeg': 2, 'video/mp4': 0, 'video/webm': 1 }

/** Best type first, larger first. */
const inOrder = <T extends StoredImage | StoredVideo>(variants: readonly T[]): T[] =>
  [...variants].sort((a, b) => order[a.type] - order[b.type] || b.width - a.width)

/** A stored file by its address. */
const served = <T extends { key: string }>({ key, ...rest }: T) => ({ url: storageUrl(key), ...rest })

/** What the outside sees of a medium. `url` of a picture is its largest WebP, which everything that shows pictures reads. */
export function mediaView(row: ImageRow): ImageMedia
export function mediaView(row: MediaRow): Media
export function mediaView(row: MediaRow): Media {
  switch (row.kind) {
    case 'image':
      return imageView(row)
    case 'video':
      return videoView(row)
    case 'audio':
      return audioView(row)
    default:
      return row satisfies never
  }
}

const imageView = (row: ImageRow): ImageMedia => {
  const variants = inOrder(row.variants).map(served)
  const main = variants.find((variant) => variant.type === 'image/webp') ?? variants[0]
  return {
    id: row.id,
    state: row.state,
    kind: row.kind,
    width: row.width,
    height: row.height,
    thumbhash: row.thumbhash,
    color: row.color,
    alt: row.alt,
    textCard: row.text_card,
    url: main?.url ?? '',
    variants,
  }
}

const isVideo = (variant: StoredVideo | StoredImage): variant is StoredVideo => variant.type.startsWith('video/')
const isImage = (variant: StoredVideo | StoredImage): variant is StoredImage => !isVideo(variant)

const videoView = (row: VideoRow): VideoMedia => {
  const variants = inOrder(row.variants.filter(isVideo)).map(served)
  return {
    id: row.id,
    state: row.state,
    kind: row.kind,
    width: row.width,
    height: row.height,
    duration: row.duration_ms / 1000,
    poster: posterOf(row),
    thumbhash: row.thumbhash,
    alt: row.alt,
    url: variants[0]?.url ?? '',
    variants,
  }
}

/** As large as its largest file. */
const posterOf = ({ variants, thumbhash, color }: VideoRow): Still | null => {
  const files = inOrder(variants.filter(isImage)).map(served)
  const [largest] = [...files].sort((a, b) => b.width - a.width)
  return largest ? { width: largest.width, height: largest.height, thumbhash, color, variants: files } : null
}

const audioView = (row: AudioRow): AudioMedia => {
  const variants = row.variants.map(served)
  return {
    id: row.id,
    state: row.state,
    kind: row.kind,
    duration: row.duration_ms / 1000,
    alt: row.alt,
    url: variants[0]?.url ?? '',
    variants,
  }
}
