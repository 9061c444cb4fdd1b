import type { Context } from '#server/platform/context.ts'
import { mineRows } from './read.ts'

export interface Mine {
  liked: ReadonlySet<string>
  collected: ReadonlySet<string>
}
const nothing: Mine = { liked: new Set(), collected: new Set() }

/** Which of these notes or comments the person likes and keeps; one statement, never cached. */
export async function mineOf(ctx: Context, accountId: string | null, ids: readonly string[]): Promise<Mine> {
  if (accountId === null || ids.length === 0) return nothing
  const liked = new Set<string>()
  const collected = new Set<string>()
  for (const row of await mineRows(ctx.db, accountId, ids)) (row.liked ? liked : collected).add(row.id)
  return { liked, collected }
}
