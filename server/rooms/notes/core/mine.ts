import type { Context } from '#server/platform/context.ts'
import { together } from '#server/platform/together.ts'
import { mineRows } from './read.ts'

export interface Mine {
  liked: ReadonlySet<string>
  collected: ReadonlySet<string>
}
const nothing: Mine = { liked: new Set(), collected: new Set() }

/** What one request asks: these notes, of this person. */
interface Asked {
  accountId: string
  ids: readonly string[]
}

/** So many pages go in one statement. */
const MOST = 30

/** Which of these notes or comments the person likes and keeps: never cached, and one statement for all who ask at once. */
export async function mineOf(ctx: Context, accountId: string | null, ids: readonly string[]): Promise<Mine> {
  if (accountId === null || ids.length === 0) return nothing
  const asked = { accountId, ids }
  const read = ctx.hold('notes.mine', () => together((all: readonly Asked[]) => readMine(ctx, all), MOST))
  return (await read([asked])).get(asked) ?? nothing
}

async function readMine(ctx: Context, all: readonly Asked[]): Promise<ReadonlyMap<Asked, Mine>> {
  const found = new Map<Asked, { liked: Set<string>; collected: Set<string> }>()
  for (const { n, id, liked } of await mineRows(ctx.db, all)) {
    const asked = all[n - 1] as Asked
    let mine = found.get(asked)
    if (!mine) {
      mine = { liked: new Set(), collected: new Set() }
      found.set(asked, mine)
    }
    ;(liked ? mine.liked : mine.collected).add(id)
  }
  return found
}
