import type { AudioMedia, ImageMedia, Still, VideoMedia } from '#server/rooms/media/schema.ts'

/** As much of a medium as a card or a list shows: of a note's cover no more is sent. */
export type Shown =
  | ({ kind: ImageMedia['kind']; alt: string } & Still)
  | Pick<VideoMedia, 'kind' | 'width' | 'height' | 'duration' | 'poster' | 'alt'>
  | Pick<AudioMedia, 'kind' | 'duration' | 'alt'>

/** The picture that stands for a medium: itself, a video's poster; null where there is none. */
export function stillOf(media: Shown): Still | null {
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

/** Height by width of what is seen of a medium; a sound is a strip. */
export const ratioOf = (media: Shown): number => (media.kind === 'audio' ? 0.68 : media.height / media.width)

/** How long a video or a sound of less than a day lasts, in seconds, as a clock shows it: 0:05, 12:40, 1:02:03. What lasts at all lasts a second. */
export const clockOf = (duration: number): string =>
  new Date(Math.ceil(duration) * 1000)
    .toISOString()
    .slice(11, 19)
    .replace(/^00:0?|^0/, '')
