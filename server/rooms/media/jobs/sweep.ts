import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { StoredFile } from '#server/platform/storage.ts'
import { deleteLoose } from '../delete-media.ts'
import { filesOf, mediaRows } from '../read.ts'
import { settled } from '../settled.ts'
import { cleanSpool } from '../spool.ts'
import { idOfKey, mediaFolder } from '../store-files.ts'

const hour = 3_600_000
const batch = 500

/**
 * Removes what nobody needs: what was let go two hours ago (time enough to change one's mind), uploads that nothing showed for two days,
 * files without a row (a crash), half-received files. Ages are of time that has passed, not of a clock that was set (`settled`).
 */
export const sweep = async (ctx: Context): Promise<void> => {
  const { now, ahead } = settled(ctx)
  const loose = await ctx.db.rows<{ id: string }>(sql`
    select id from media
    where attached_at is null and coalesce(released_at, created_at) < ${new Date(now.getTime() - 2 * hour)}
      and (released_at is not null or created_at < ${new Date(now.getTime() - 48 * hour)})
    order by id limit 5000`)
  for (const { id } of loose) await deleteLoose(ctx, id)

  let files: StoredFile[] = []
  for await (const file of ctx.storage.list(mediaFolder)) {
    // A young file may belong to an upload whose row is being written right now, or to a crop that open pages still show.
    if (now.getTime() - file.modifiedAt.getTime() < 2 * hour) continue
    files.push(file)
    if (files.length >= batch) {
      await removeOrphans(ctx, files)
      files = []
    }
  }
  await removeOrphans(ctx, files)
  await ctx.storage.clean(hour + ahead)
  await cleanSpool(ctx)
}

const removeOrphans = async (ctx: Context, files: readonly StoredFile[]): Promise<void> => {
  const ids = [...new Set(files.map((file) => idOfKey(file.key)).filter((id) => id !== undefined))]
  const rows = ids.length > 0 ? await mediaRows(ctx.db, ids) : []
  const used = new Set(rows.flatMap(filesOf))
  await ctx.storage.remove(files.map((file) => file.key).filter((key) => !used.has(key)))
}
