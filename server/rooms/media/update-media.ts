import type { Context } from '#server/platform/context.ts'
import { isAway, sql } from '#server/platform/db.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { cleanText } from '#server/platform/text.ts'
import { cropNeedsPicture, tooBusy } from './errors.ts'
import { mediaChanged } from './events.ts'
import { removeLater } from './jobs/remove.ts'
import { LastWish } from './last-wish.ts'
import { GateFull } from './pictures/gate.ts'
import type { MadeCrop } from './pictures/make.ts'
import { pipelineOf } from './pipeline.ts'
import { mayManage } from './policy.ts'
import { mediaColumns, mediaRow } from './read.ts'
import type { Crop, Media, UpdateMedia } from './schema.ts'
import { folderOf, storeRenditions } from './store-files.ts'
import type { ImageRow, MediaRow, StoredImage } from './tables.ts'
import { mediaView } from './view.ts'
import { sourceOfKey } from './workshop/workshop.ts'

interface Wish {
  viewer: { accountId: string }
  id: string
  crop: Crop | null
  alt: string | undefined
}

/** How often a crop is rendered again because another process' came first. */
const tries = 4

/**
 * Changes the alt text of one's own medium, or the crop of a picture. A crop only decides what is rendered: the master keeps everything, so any later
 * crop, or none (`null`), is possible. New renditions have new addresses; the old ones are nobody else's from that moment, and go after an
 * hour. Of crops that come while one is being rendered only the last is rendered, and answers all of them.
 */
export const updateMedia = async (
  ctx: Context,
  viewer: { accountId: string },
  id: string,
  { alt: said, crop }: UpdateMedia,
): Promise<Result<Media>> => {
  const alt = said === undefined ? undefined : cleanText(said)
  // Before anything is waited for, so that the call that came last is the last wish. Each person's wishes are their own: whose picture it is
  // is looked at when their turn has come.
  if (crop !== undefined) return cropsOf(ctx).run(`${viewer.accountId} ${id}`, { viewer, id, crop: whole(crop) ? null : crop, alt })
  const row = await mediaRow(ctx.db, id)
  return row && mayManage(viewer, row) ? ok(mediaView(await setAlt(ctx, row, alt))) : fail(notFound)
}

const cropsOf = (ctx: Context) =>
  ctx.hold(
    'media.crops',
    () =>
      new LastWish<Wish, Result<Media>>(
        (_, wish) => recropped(ctx, wish),
        (earlier, later) => ({ ...later, alt: later.alt ?? earlier.alt }),
      ),
  )

const recropped = async (ctx: Context, { viewer, id, crop, alt }: Wish): Promise<Result<Media>> => {
  for (let i = 0; i < tries; i++) {
    const row = await mediaRow(ctx.db, id)
    if (!row || !mayManage(viewer, row)) return fail(notFound)
    // The whole is all there is to see of what has no frame.
    if (row.kind !== 'image')
      return crop ? fail(cropNeedsPicture, { fields: { crop: cropNeedsPicture.code } }) : ok(mediaView(await setAlt(ctx, row, alt)))
    if (JSON.stringify(crop) === JSON.stringify(row.crop)) return ok(mediaView(await setAlt(ctx, row, alt)))
    try {
      const changed = await recrop(ctx, row, crop, alt)
      // Undefined: another process' crop came first. Ours is the later wish, so it is rendered again on top.
      if (changed) return ok(mediaView(changed))
    } catch (error) {
      if (error instanceof GateFull) return tooBusy()
      throw error
    }
  }
  return tooBusy()
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

const recrop = async (ctx: Context, row: ImageRow, crop: Crop | null, alt: string | undefined): Promise<ImageRow | undefined> => {
  const master = await sourceOfKey(ctx.storage, row.master)
  if (!master) throw new Error(`the master of media ${row.id} is missing`)
  const made = await pipelineOf(ctx).workshop.crop(row.account_id, { crop, animated: row.animated }, master)
  const variants = await storeRenditions(ctx.storage, folderOf(row.master), made.renditions)
  const set = await keep(ctx, row, { crop, alt }, made, variants).catch(async (error) => {
    // A database that went away may have committed first: then the row names these files. Otherwise the sweep finds them.
    if (!isAway(error)) await discard(ctx, variants)
    throw error
  })
  if (!set) await discard(ctx, variants)
  return set
}

/** Files that no row will name. Their names are theirs alone, so nobody else's go along. */
const discard = (ctx: Context, variants: readonly StoredImage[]): Promise<void> => ctx.storage.remove(variants.map(({ key }) => key))

const keep = (
  ctx: Context,
  row: ImageRow,
  { crop, alt }: Pick<Wish, 'crop' | 'alt'>,
  made: MadeCrop,
  variants: readonly StoredImage[],
): Promise<ImageRow | undefined> =>
  ctx.db.tx(async (tx) => {
    const set = await tx.one<ImageRow>(sql`
      update media set crop = ${crop ? JSON.stringify(crop) : null}::jsonb, revision = revision + 1, width = ${made.width}, height = ${made.height},
        thumbhash = ${made.impression.thumbhash}, color = ${made.impression.color}, variants = ${JSON.stringify(variants)}::jsonb, alt = coalesce(${alt ?? null}::text, alt)
      where id = ${row.id} and revision = ${row.revision}
      returning ${mediaColumns}`)
    if (!set) return undefined
    await removeLater(
      ctx,
      tx,
      row.id,
      row.variants.map((variant) => variant.key),
      3_600_000,
    )
    if (!row.animated) await ctx.jobs.add(tx, 'media.avif', { id: row.id }, { key: `media.avif:${row.id}`, priority: 'low' })
    await mediaChanged(ctx, tx, set)
    return set
  })
