import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { known, type Standing } from './sessions/known.ts'

/** Whether these people are active and private, by id: what decides if their things are shown. Who never was is missing. Remembered as stubs are. */
export async function accountStandings(ctx: Context, ids: readonly string[]): Promise<Map<string, Standing>> {
  const memory = known(ctx)
  const found = new Map<string, Standing>()
  const missing: string[] = []
  for (const id of ids) {
    const standing = memory.standings.get(id)
    if (standing) found.set(id, standing)
    else missing.push(id)
  }
  if (missing.length === 0) return found
  const before = memory.changes
  const rows = await ctx.db.rows<Standing & { id: string }>(
    sql`select id, is_private as private, state from account where id = any(${missing}::bigint[])`,
  )
  for (const { id, private: hidden, state } of rows) {
    const standing: Standing = { private: hidden, state }
    found.set(id, standing)
    if (memory.changes === before) memory.standings.set(id, standing)
  }
  return found
}
