import type { Context } from '#server/platform/context.ts'
import { everyTime, type Once } from '#server/platform/once.ts'
import { fail, ok, type Result } from '#server/platform/result.ts'
import { addMedia } from './add-media.ts'
import { templateUnknown, tooBusy } from './errors.ts'
import { orFull } from './pictures/gate.ts'
import { encodeMaster, encodeRenditions, impressionOf } from './pictures/render.ts'
import { pipelineOf } from './pipeline.ts'
import type { ImageMedia, MakeTextCard } from './schema.ts'
import { textCardTemplates } from './text-cards/draw-card.ts'
import { textCardPixels } from './text-cards/render.ts'
import { mediaView } from './view.ts'

/** Draws a text card (of the first template, unless another is named) and keeps it as a picture of one's own; its words become the alt text, so that nothing is lost to who cannot see it. */
export const makeTextCard = async (
  ctx: Context,
  viewer: { accountId: string },
  { template = textCardTemplates[0] ?? '', ...words }: Omit<MakeTextCard, 'template'> & { template?: string },
  onMade: Once['made'] = everyTime.made,
): Promise<Result<ImageMedia>> => {
  if (!textCardTemplates.includes(template)) return fail(templateUnknown, { params: { template } })
  const { draw, painter } = pipelineOf(ctx)
  const drawing = draw.run(viewer.accountId, async () => {
    const pixels = await textCardPixels(painter, { ...words, template })
    const { width, height } = pixels
    return {
      master: { bytes: await encodeMaster(pixels), width, height },
      renditions: await encodeRenditions(pixels),
      impression: await impressionOf(pixels),
      width,
      height,
      animated: false,
    }
  })
  const made = await drawing.catch(orFull)
  if (made === null) return tooBusy()
  const alt = [words.title, words.text].filter(Boolean).join('\n')
  return ok(mediaView(await addMedia(ctx, { kind: 'image', ...made, accountId: viewer.accountId, alt, textCard: template }, onMade)))
}
