import type { AudioMedia, ImageMedia, Still, Variant, VideoMedia } from './schema.ts'

/** As much of a medium as says what stands for it. */
type Shown = ({ kind: ImageMedia['kind'] } & Still) | Pick<VideoMedia, 'kind' | 'poster'> | Pick<AudioMedia, 'kind'>

/** The picture that stands for a medium where one is shown: itself, a video's poster; null where there is none. */
const stillOf = (media: Shown): Still | null => {
  switch (media.kind) {
    case 'image':
      return media
    case 'video':
      return media.poster
    case 'audio':
      return null
    default:
      return media satisfies never
  }
}

/** Address of its smallest WebP, as avatars and lists show it; null where no picture stands for it. */
const smallestOf = (media: Shown): string | null => {
  const webp = stillOf(media)?.variants.filter((variant) => variant.type === 'image/webp') ?? []
  return webp.reduce<Variant | null>((least, one) => (least && least.width <= one.width ? least : one), null)?.url ?? null
}

export const still = { of: stillOf, smallest: smallestOf }
