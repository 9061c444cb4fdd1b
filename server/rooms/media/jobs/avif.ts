import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { mediaChanged } from '../events.ts'
import { pipelineOf } from '../pipeline.ts'
import { mediaColumns, mediaRow } from '../read.ts'
import { folderOf, storeRenditions } from '../store-files.ts'
import type { ImageRow } from '../tables.ts'
import { sourceOfKey } from '../workshop/workshop.ts'

/** Adds the AVIF renditions of a picture. Twice is once; of a crop that is no longer the picture's, nothing is added. */
export const avif = async (ctx: Context, { id }: { id: string }): Promise<void> => {
  const row = await mediaRow(ctx.db, id)
  if (row?.kind !== 'image' || row.animated || row.variants.some((variant) => variant.type === 'image/avif')) return
  const master = await sourceOfKey(ctx.storage, row.master)
  if (!master) return
  const renditions = await pipelineOf(ctx).workshop.avif(row.crop, master)
  const variants = await storeRenditions(ctx.storage, folderOf(row.master), renditions)
  const added = await ctx.db.tx(async (tx) => {
    const set = await tx.one<ImageRow>(sql`
      update media set variants = variants || ${JSON.stringify(variants)}::jsonb
      where id = ${id} and revision = ${row.revision} and not (variants @> '[{"type": "image/avif"}]')
      returning ${mediaColumns}`)
    if (set) await mediaChanged(ctx, tx, set)
    return set
  })
  if (!added) {
    const now = await mediaRow(ctx.db, id)
    const used = new Set(now?.variants.map((variant) => variant.key))
    await ctx.storage.remove(variants.map((variant) => variant.key).filter((key) => !used.has(key)))
  }
}
