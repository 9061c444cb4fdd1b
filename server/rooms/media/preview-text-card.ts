import { LRUCache } from 'lru-cache'
import type { Context } from '#server/platform/context.ts'
import { say } from '#server/platform/i18n.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { templateUnknown, tooBusy } from './errors.ts'
import { orFull } from './pictures/gate.ts'
import { pipelineOf } from './pipeline.ts'
import type { PreviewTextCard } from './schema.ts'
import { textCardTemplates } from './text-cards/draw-card.ts'
import { textCardThumbnail } from './text-cards/render.ts'

/** Drawn previews; typing in the composer asks for the same one again and again, and samples are asked for by everyone. */
const drawn = (ctx: Context) =>
  ctx.hold('media.previews', () => new LRUCache<string, Promise<Buffer>>({ max: 300, maxSize: 12_000_000, sizeCalculation: () => 40_000 }))

const draw = (ctx: Context, who: string, card: PreviewTextCard, width: number): Promise<Buffer> => {
  const key = JSON.stringify([width, card.template, card.title ?? '', card.text])
  const cache = drawn(ctx)
  const had = cache.get(key)
  if (had) return had
  const { draw, painter } = pipelineOf(ctx)
  const drawing = draw.run(who, () => textCardThumbnail(painter, card, width))
  cache.set(key, drawing)
  drawing.catch(() => cache.delete(key))
  return drawing
}

const drawnOrBusy = async (drawing: Promise<Buffer>): Promise<Result<Buffer>> => {
  const picture = await drawing.catch(orFull)
  return picture === null ? tooBusy() : ok(picture)
}

/** A text card as it will look, 540 pixels wide, WebP. */
export const previewTextCard = async (ctx: Context, who: string, card: PreviewTextCard): Promise<Result<Buffer>> =>
  textCardTemplates.includes(card.template)
    ? drawnOrBusy(draw(ctx, who, card, 540))
    : fail(templateUnknown, { params: { template: card.template } })

/** A template with a few words of ours, 270 pixels wide, WebP. */
export const templateSample = async (ctx: Context, template: string, locale: string): Promise<Result<Buffer>> =>
  textCardTemplates.includes(template)
    ? drawnOrBusy(draw(ctx, 'samples', { template, text: say(locale, 'text-card.sample') }, 270))
    : fail(notFound)
