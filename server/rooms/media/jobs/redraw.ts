import type { Context } from '#server/platform/context.ts'
import { isAway, type Queryable, sql } from '#server/platform/db.ts'
import { mediaChanged } from '../events.ts'
import type { Pixels } from '../pictures/decode.ts'
import { encodeMaster, encodeRenditions, impressionOf, masterPixels } from '../pictures/render.ts'
import { pipelineOf } from '../pipeline.ts'
import { filesOf, mediaColumns } from '../read.ts'
import { folderOf, storeMaster, storeRenditions } from '../store-files.ts'
import type { ImageRow } from '../tables.ts'
import { repaired } from '../text-cards/damage.ts'
import { textCardTemplates } from '../text-cards/draw-card.ts'
import { PaintingEnded } from '../text-cards/painter.ts'
import { removeLater } from './remove.ts'

const batch = 10

/** How cards are drawn now: a card that was drawn in an earlier way is looked at once. */
export const cardDrawing = 1

/**
 * Finds the text cards that were stored with letters missing and draws them anew, a few at a time; as long as there are more it puts itself
 * at the end of the queue. Each card is marked when it was looked at, so a killed job goes on where it was, and a second run finds nothing.
 */
export const redraw = async (ctx: Context): Promise<void> => {
  const rows = await ctx.db.rows<ImageRow>(sql`
    select ${mediaColumns} from media where text_card is not null and card_drawing < ${cardDrawing} order by id limit ${batch}`)
  for (const row of rows) await lookAt(ctx, row)
  if (rows.length === batch) await ctx.jobs.add(ctx.db, 'media.redraw', {}, { key: 'media.redraw', priority: 'low' })
}

const lookAt = async (ctx: Context, row: ImageRow): Promise<void> => {
  const master = await ctx.storage.read(row.master)
  const template = row.text_card ?? ''
  const known = master && textCardTemplates.includes(template)
  const { draw, painter } = pipelineOf(ctx)
  // A card that cannot be drawn is not what keeps the others waiting.
  const right = known
    ? await draw
        .run('redraw', () => repaired(painter, master, row.alt, template))
        .catch((error) => {
          if (error instanceof PaintingEnded) throw error
          ctx.log.warn({ err: error, media: row.id }, 'an old text card could not be drawn')
        })
    : undefined
  if (right) await replace(ctx, row, right)
  else await seen(ctx.db, row)
}

const seen = (db: Queryable, { id }: ImageRow) =>
  db.run(sql`update media set card_drawing = ${cardDrawing} where id = ${id} and card_drawing < ${cardDrawing}`)

const replace = async (ctx: Context, row: ImageRow, right: Pixels): Promise<void> => {
  const bytes = await encodeMaster(right)
  const shown = row.crop ? await masterPixels(bytes, row.crop) : right
  const impression = await impressionOf(shown)
  const folder = folderOf(row.master)
  const master = await storeMaster(ctx.storage, folder, bytes)
  const variants = await storeRenditions(ctx.storage, folder, await encodeRenditions(shown))
  const written = ctx.db.tx(async (tx) => {
    const set = await tx.one<ImageRow>(sql`
      update media set master = ${master}, variants = ${JSON.stringify(variants)}::jsonb, revision = revision + 1, card_drawing = ${cardDrawing},
        thumbhash = ${impression.thumbhash}, color = ${impression.color}
      where id = ${row.id} and revision = ${row.revision} and master = ${row.master} and card_drawing < ${cardDrawing}
      returning ${mediaColumns}`)
    if (!set) return undefined
    await removeLater(ctx, tx, row.id, filesOf(row), 3_600_000)
    await ctx.jobs.add(tx, 'media.avif', { id: row.id }, { key: `media.avif:${row.id}`, priority: 'low' })
    await mediaChanged(ctx, tx, set)
    return set
  })
  const discard = () => ctx.storage.remove([master, ...variants.map(({ key }) => key)])
  const set = await written.catch(async (error) => {
    if (!isAway(error)) await discard()
    throw error
  })
  // Somebody cropped it or deleted it meanwhile: a cropped one is looked at again in the next round.
  if (!set) await discard()
}
