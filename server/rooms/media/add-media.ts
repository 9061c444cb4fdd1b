import type { Context } from '#server/platform/context.ts'
import { isAway, sql } from '#server/platform/db.ts'
import { everyTime, type Once } from '#server/platform/once.ts'
import { cardDrawing } from './jobs/redraw.ts'
import type { MadePicture } from './pictures/make.ts'
import { mediaColumns } from './read.ts'
import { type NewFile, newFolder, storeMaster, storeRecordings, storeRenditions } from './store-files.ts'
import type { MediaRow, StoredAudio, StoredVariant, StoredVideo } from './tables.ts'

interface Every {
  accountId: string
  alt: string
}

/** A picture that is encoded and not yet kept. */
export interface NewPicture extends Every, MadePicture {
  kind: 'image'
  textCard: string | null
}

/** A video that is encoded and measured and not yet kept, with a picture out of it to stand for it. */
export interface NewVideo extends Every {
  kind: 'video'
  width: number
  height: number
  durationMs: number
  poster: Pick<MadePicture, 'renditions' | 'impression'> | null
  files: readonly NewFile<StoredVideo>[]
}

export interface NewAudio extends Every {
  kind: 'audio'
  durationMs: number
  files: readonly NewFile<StoredAudio>[]
}

export type NewMedia = NewPicture | NewVideo | NewAudio

/** Columns that not every kind has, and the files that are served. */
interface Facts {
  master: string | null
  masterWidth: number | null
  masterHeight: number | null
  animated: boolean
  width: number | null
  height: number | null
  durationMs: number | null
  thumbhash: string | null
  color: string | null
  textCard: string | null
  variants: StoredVariant[]
}

const none: Omit<Facts, 'variants'> = {
  ...{ master: null, masterWidth: null, masterHeight: null, animated: false },
  ...{ width: null, height: null, durationMs: null, thumbhash: null, color: null, textCard: null },
}

/**
 * Keeps a medium: first all its files, then the row that names them. A crash between leaves files without a row, which the sweep finds; so does a
 * database that went away under the transaction: whether it had been committed nobody can say, and a row without its files would be worse.
 */
export const addMedia = async <T extends NewMedia>(
  ctx: Context,
  made: T,
  onMade: Once['made'] = everyTime.made,
): Promise<Extract<MediaRow, { kind: T['kind'] }>> => {
  const id = ctx.ids.next()
  const keys: string[] = []
  try {
    const facts = await store(ctx, newFolder(id), made, keys)
    return await ctx.db.tx(async (tx) => {
      const row = await tx.one<Extract<MediaRow, { kind: T['kind'] }>>(sql`
        insert into media (id, account_id, kind, master, master_width, master_height, animated, width, height, duration_ms, thumbhash, color, alt,
          text_card, card_drawing, variants)
        values (${id}, ${made.accountId}, ${made.kind}, ${facts.master}, ${facts.masterWidth}, ${facts.masterHeight}, ${facts.animated},
          ${facts.width}, ${facts.height}, ${facts.durationMs}, ${facts.thumbhash}, ${facts.color}, ${made.alt}, ${facts.textCard}, ${cardDrawing},
          ${JSON.stringify(facts.variants)}::jsonb)
        returning ${mediaColumns}`)
      if (!row) throw new Error('insert returned nothing')
      await onMade(tx, id)
      if (made.kind === 'image' && !made.animated)
        await ctx.jobs.add(tx, 'media.avif', { id }, { key: `media.avif:${id}`, priority: 'low' })
      return row
    })
  } catch (error) {
    if (!isAway(error))
      await ctx.storage.remove(keys).catch((e) => ctx.log.warn({ err: e }, 'files of a failed upload stay until the sweep'))
    throw error
  }
}

/** Writes the files; `keys` names them as they come, so that whoever called can take them back. */
const store = async ({ storage }: Context, folder: string, made: NewMedia, keys: string[]): Promise<Facts> => {
  const named = <T extends StoredVariant>(variants: T[]): T[] => {
    keys.push(...variants.map(({ key }) => key))
    return variants
  }
  switch (made.kind) {
    case 'image': {
      const { master: whole, width, height, animated, textCard, impression, renditions } = made
      const master = await storeMaster(storage, folder, whole.bytes)
      keys.push(master)
      const variants = named(await storeRenditions(storage, folder, renditions))
      const measures = { masterWidth: whole.width, masterHeight: whole.height, width, height }
      return { ...none, master, ...measures, animated, ...impression, textCard, variants }
    }
    case 'video': {
      const { width, height, durationMs, poster, files } = made
      const pictures = poster ? named(await storeRenditions(storage, folder, poster.renditions)) : []
      const variants = [...named(await storeRecordings(storage, folder, files)), ...pictures]
      return { ...none, width, height, durationMs, ...poster?.impression, variants }
    }
    case 'audio':
      return { ...none, durationMs: made.durationMs, variants: named(await storeRecordings(storage, folder, made.files)) }
    default:
      return made satisfies never
  }
}
