import type { Context } from '#server/platform/context.ts'
import type { Queryable } from '#server/platform/db.ts'
import { filesOf, mediaRow } from '../read.ts'

/** Has files removed after the transaction, `delay` milliseconds from now. */
export const removeLater = async (ctx: Context, tx: Queryable, id: string, keys: readonly string[], delay: number): Promise<void> => {
  if (keys.length === 0) return
  await ctx.jobs.add(tx, 'media.remove', { id, keys }, delay > 0 ? { runAt: new Date(ctx.clock.now().getTime() + delay) } : {})
}

/** Removes files, except those that the medium shows again meanwhile (a crop taken back gives the same content the same name). */
export const remove = async (ctx: Context, { id, keys }: { id: string; keys: string[] }): Promise<void> => {
  const row = await mediaRow(ctx.db, id)
  const used = new Set(row ? filesOf(row) : [])
  await ctx.storage.remove(keys.filter((key) => !used.has(key)))
}
