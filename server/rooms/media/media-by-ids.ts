import type { Queryable } from '#server/platform/db.ts'
import { mediaRows } from './read.ts'
import type { Media } from './schema.ts'
import { mediaView } from './view.ts'

/** Many media at once, by id; those that do not exist are missing in the map. `{ db: tx }` reads inside a transaction. */
export const mediaByIds = async (ctx: { db: Queryable }, ids: readonly string[]): Promise<Map<string, Media>> => {
  if (ids.length === 0) return new Map()
  const rows = await mediaRows(ctx.db, [...new Set(ids)])
  return new Map(rows.map((row) => [row.id, mediaView(row)]))
}
