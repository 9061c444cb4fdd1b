import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { cleanText } from '#server/platform/text.ts'
import { mediaChanged } from './events.ts'
import { removeLater } from './jobs/remove.ts'
import { encodeAnimatedRenditions, encodeRenditions, impressionOf, masterPixels } from './pictures/render.ts'
import { pipelineOf } from './pipeline.ts'
import { mayManage } from './policy.ts'
import { mediaColumns, mediaRow } from './read.ts'
import type { Crop, Media, UpdateMedia } from './schema.ts'
import { folderOf, storeRenditions } from './store-files.ts'
import type { MediaRow } from './tables.ts'
import { mediaView } from './view.ts'

/**
 * Changes the alt text or the crop of one's own picture. A crop only decides what is rendered: the master keeps everything, so any later
 * crop, or none (`null`), is possible. New renditions have new addresses; the old ones go after an hour, when no page shows them any more.
 */
export const updateMedia = async (
  ctx: Context,
  viewer: { accountId: string },
  id: string,
  { alt: said, crop }: UpdateMedia,
): Promise<Result<Media>> => {
  const alt = said === undefined ? undefined : cleanText(said)
  for (;;) {
    const row = await mediaRow(ctx.db, id)
    if (!row || !mayManage(viewer, row)) return fail(notFound)
    if (crop === undefined || JSON.stringify(crop) === JSON.stringify(row.crop)) return ok(mediaView(await setAlt(ctx, row, alt)))
    const changed = await recrop(ctx, row, whole(crop) ? null : crop, alt)
    // Undefined: another crop came first. Ours is the later wish, so it is rendered again on top.
    if (changed) return ok(mediaView(changed))
  }
}

const whole = (crop: Crop | null) => crop === null || (crop.x === 0 && crop.y === 0 && crop.width === 1 && crop.height === 1)

const setAlt = async (ctx: Context, row: MediaRow, alt: string | undefined): Promise<MediaRow> => {
  if (alt === undefined || alt === row.alt) return row
  return ctx.db.tx(async (tx) => {
    const set = await tx.one<MediaRow>(sql`update media set alt = ${alt} where id = ${row.id} returning ${mediaColumns}`)
    if (set) await mediaChanged(ctx, tx, set)
    return set ?? row
  })
}

const recrop = async (ctx: Context, row: MediaRow, crop: Crop | null, alt: string | undefined): Promise<MediaRow | undefined> => {
  const master = await ctx.storage.read(row.master)
  if (!master) throw new Error(`the master of media ${row.id} is missing`)
  const made = await pipelineOf(ctx).work.run(row.account_id, async () => {
    const pixels = await masterPixels(master, crop)
    const renditions = row.animated ? await encodeAnimatedRenditions(master, crop) : await encodeRenditions(pixels)
    return { renditions, width: pixels.width, height: pixels.height, ...(await impressionOf(pixels)) }
  })
  const variants = await storeRenditions(ctx.storage, folderOf(row.master), made.renditions)
  const kept = new Set(variants.map((variant) => variant.key))
  return ctx.db.tx(async (tx) => {
    const set = await tx.one<MediaRow>(sql`
      update media set crop = ${crop ? JSON.stringify(crop) : null}::jsonb, revision = revision + 1, width = ${made.width}, height = ${made.height},
        thumbhash = ${made.thumbhash}, color = ${made.color}, variants = ${JSON.stringify(variants)}::jsonb, alt = coalesce(${alt ?? null}::text, alt)
      where id = ${row.id} and revision = ${row.revision}
      returning ${mediaColumns}`)
    if (!set) return undefined
    await removeLater(
      ctx,
      tx,
      row.id,
      row.variants.map((variant) => variant.key).filter((key) => !kept.has(key)),
      3_600_000,
    )
    if (!row.animated) await ctx.jobs.add(tx, 'media.avif', { id: row.id }, { key: `media.avif:${row.id}`, patient: true })
    await mediaChanged(ctx, tx, set)
    return set
  })
}
