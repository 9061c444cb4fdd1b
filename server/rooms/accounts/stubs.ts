import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { AccountStub } from './schema.ts'
import { known } from './sessions/known.ts'

interface Row {
  id: string
  handle: string
  origin: string | null
  display_name: string
  avatar: string | null
}

/**
 * The least of many people at once, by id: what stands beside notes and comments. Whoever is erased is missing. Whether someone may be shown
 * (suspended, leaving, blocked) is for the reader's query, which joins `account`. Kept for ten seconds, and dropped when the person changes.
 */
export async function accountStubs(ctx: Context, ids: readonly string[]): Promise<Map<string, AccountStub>> {
  const memory = known(ctx)
  const found = new Map<string, AccountStub>()
  const missing = new Set<string>()
  for (const id of ids) {
    const stub = memory.stubs.get(id)
    if (stub) found.set(id, stub)
    else missing.add(id)
  }
  if (missing.size === 0) return found
  const before = memory.changes
  const rows = await ctx.db.rows<Row>(sql`
    select id, handle, origin, display_name, avatar_url as avatar
    from account where id = any(${[...missing]}::bigint[]) and state <> 'deleted'`)
  for (const r of rows) {
    const stub: AccountStub = {
      id: r.id,
      handle: r.origin === null ? r.handle : `${r.handle}@${r.origin}`,
      displayName: r.display_name,
      avatar: r.avatar,
    }
    found.set(r.id, stub)
    if (memory.changes === before) memory.stubs.set(r.id, stub)
  }
  return found
}
