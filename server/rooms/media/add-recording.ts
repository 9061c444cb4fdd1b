import type { Context } from '#server/platform/context.ts'
import { everyTime, type Once } from '#server/platform/once.ts'
import { cleanText } from '#server/platform/text.ts'
import { addMedia, type NewAudio, type NewVideo } from './add-media.ts'
import type { Media } from './schema.ts'
import { mediaView } from './view.ts'

/**
 * Keeps a video or a sound as somebody's own, ready to be shown on return. Its files are what browsers play as they are, and were measured by
 * whoever encoded them; nobody's upload comes here unread.
 */
export const addRecording = async (ctx: Context, recording: NewVideo | NewAudio, onMade: Once['made'] = everyTime.made): Promise<Media> =>
  mediaView(await addMedia(ctx, { ...recording, alt: cleanText(recording.alt) }, onMade))
