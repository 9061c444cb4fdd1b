import type { Context } from '#server/platform/context.ts'
import { isAway, sql } from '#server/platform/db.ts'
import { everyTime, type Once } from '#server/platform/once.ts'
import { cardDrawing } from './jobs/redraw.ts'
import type { MadePicture } from './pictures/make.ts'
import { mediaColumns } from './read.ts'
import { newFolder, storeMaster, storeRenditions } from './store-files.ts'
import type { MediaRow } from './tables.ts'

/** A picture that is encoded and not yet kept. */
export interface NewPicture extends MadePicture {
  accountId: string
  alt: string
  textCard: string | null
}

/**
 * Keeps a picture: first all its files, then the row that names them. A crash between leaves files without a row, which the sweep finds; so does a
 * database that went away under the transaction: whether it had been committed nobody can say, and a row without its files would be worse.
 */
export const addPicture = async (ctx: Context, picture: NewPicture, onMade: Once['made'] = everyTime.made): Promise<MediaRow> => {
  const id = ctx.ids.next()
  const folder = newFolder(id)
  const keys: string[] = []
  try {
    const master = await storeMaster(ctx.storage, folder, picture.master.bytes)
    keys.push(master)
    const variants = await storeRenditions(ctx.storage, folder, picture.renditions)
    keys.push(...variants.map((variant) => variant.key))
    return await ctx.db.tx(async (tx) => {
      const row = await tx.one<MediaRow>(sql`
        insert into media (id, account_id, master, master_width, master_height, animated, width, height, thumbhash, color, alt, text_card, card_drawing, variants)
        values (${id}, ${picture.accountId}, ${master}, ${picture.master.width}, ${picture.master.height}, ${picture.animated}, ${picture.width},
          ${picture.height}, ${picture.impression.thumbhash}, ${picture.impression.color}, ${picture.alt}, ${picture.textCard}, ${cardDrawing},
          ${JSON.stringify(variants)}::jsonb)
        returning ${mediaColumns}`)
      if (!row) throw new Error('insert returned nothing')
      await onMade(tx, id)
      if (!picture.animated) await ctx.jobs.add(tx, 'media.avif', { id }, { key: `media.avif:${id}`, priority: 'low' })
      return row
    })
  } catch (error) {
    if (!isAway(error))
      await ctx.storage.remove(keys).catch((e) => ctx.log.warn({ err: e }, 'files of a failed upload stay until the sweep'))
    throw error
  }
}
