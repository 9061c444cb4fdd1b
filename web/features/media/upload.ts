import type { ImageMedia } from '#server/rooms/media/schema.ts'
import { api } from '#web/lib/api.ts'

/** What a file chooser offers; iPhones send HEIC, which some browsers do not call a picture. */
export const pictureTypes = 'image/jpeg,image/png,image/webp,image/avif,image/gif,image/heic,image/heif,.heic,.heif'

/** Sends one picture. Throws the ApiProblem of a refused one (damaged, too large, of another kind). */
export function uploadPicture(file: File): Promise<ImageMedia> {
  const form = new FormData()
  form.set('file', file)
  return api.post<ImageMedia>('/v1/media', form)
}
