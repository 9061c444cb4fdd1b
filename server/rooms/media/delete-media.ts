import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { mediaInUse } from './errors.ts'
import { mediaRemoved } from './events.ts'
import { removeLater } from './jobs/remove.ts'
import { filesOf, mediaColumns } from './read.ts'
import type { MediaRow } from './tables.ts'

/** A row that others refer to and that must not go. */
const isReferred = (error: unknown) => ['23503', '23001'].includes((error as { code?: string }).code ?? '')

/** Deletes one's own medium with all its files. Refuses while a note or a comment shows it. */
export const deleteMedia = async (ctx: Context, viewer: { accountId: string }, id: string): Promise<Result<undefined>> => {
  try {
    const gone = await removeMedia(ctx, sql`id = ${id} and account_id = ${viewer.accountId}`)
    return gone ? ok() : fail(notFound)
  } catch (error) {
    if (isReferred(error)) return fail(mediaInUse)
    throw error
  }
}

/** Deletes a medium that the sweep found, or marks it as in use when something does show it. */
export const deleteLoose = async (ctx: Context, id: string): Promise<void> => {
  try {
    if (await removeMedia(ctx, sql`id = ${id} and attached_at is null and not media_shown(id, account_id)`)) return
  } catch (error) {
    if (!isReferred(error)) throw error
  }
  await ctx.db.run(sql`
    update media set attached_at = now(), released_at = null where id = ${id} and attached_at is null and media_shown(id, account_id)`)
}

const removeMedia = (ctx: Context, which: ReturnType<typeof sql>): Promise<MediaRow | undefined> =>
  ctx.db.tx(async (tx) => {
    const row = await tx.one<MediaRow>(sql`delete from media where ${which} returning ${mediaColumns}`)
    if (!row) return undefined
    await removeLater(ctx, tx, row.id, filesOf(row), 0)
    await ctx.jobs.cancel(tx, `media.avif:${row.id}`)
    await mediaRemoved(ctx, tx, row)
    return row
  })
