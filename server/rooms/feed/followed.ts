import type { Context } from '#server/platform/context.ts'
import { decodeCursor, encodeCursor } from '#server/platform/cursor.ts'
import type { Viewer } from '#server/platform/http.ts'
import type { List, Page } from '#server/platform/schema.ts'
import { relations } from '#server/rooms/graph/index.ts'
import { cards } from '#server/rooms/notes/index.ts'
import type { Card } from '#server/rooms/notes/schema.ts'
import { followedIds, followedIdsOfMany } from './read.ts'

/** From so many on, asking for each person's newest costs more than reading everybody's newest. */
const MANY = 1000
const MOST_READS = 5

/** What the people I follow share, newest first and nothing else: private accounts and notes for followers among it. */
export async function followingFeed(ctx: Context, viewer: Viewer, { cursor, limit }: Page): Promise<List<Card>> {
  const { following } = await relations(ctx, viewer.accountId)
  let below = (decodeCursor(cursor, ['id'])?.[0] as string | undefined) ?? null
  const items: Card[] = []
  if (following.size === 0) return { items, next: null }
  for (let reads = 0; reads < MOST_READS; reads++) {
    const wanted = limit - items.length
    const ids =
      following.size < MANY
        ? await followedIds(ctx.db, viewer.accountId, below, wanted + 1)
        : await followedIdsOfMany(ctx.db, [...following], below, wanted + 1)
    const part = ids.slice(0, wanted)
    items.push(...(await cards(ctx, viewer, part)))
    if (ids.length <= wanted) return { items, next: null }
    below = part.at(-1) ?? below
    // Muted words and blocks may have taken some: read on, so that a page is not short for no reason one can see.
    if (items.length >= limit) break
  }
  return { items, next: below === null ? null : encodeCursor([below]) }
}
