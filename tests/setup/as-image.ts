import type { ImageMedia, Media } from '#server/rooms/media/schema.ts'

/** A medium that has to be there and to be a picture. */
export const asImage = (media: Media | undefined): ImageMedia => {
  if (media?.kind !== 'image') throw new Error(media ? `a picture was expected and ${media.kind} came` : 'there is no such medium')
  return media
}
