import type { Context } from '#server/platform/context.ts'
import { decodeCursor, encodeCursor } from '#server/platform/cursor.ts'
import { fillPage, portion } from '#server/platform/fill-page.ts'
import type { Viewer } from '#server/platform/http.ts'
import type { List, Page } from '#server/platform/schema.ts'
import { relations } from '#server/rooms/graph/index.ts'
import { cards } from '#server/rooms/notes/index.ts'
import { followedIds, followedIdsOfMany } from './read.ts'
import type { FeedCard } from './schema.ts'

/** From so many on, asking for each person's newest costs more than reading everybody's newest. */
const MANY = 1000

/** What the people I follow share, newest first and nothing else: private accounts and notes for followers among it. */
export async function followingFeed(ctx: Context, viewer: Viewer, { cursor, limit }: Page): Promise<List<FeedCard>> {
  const { following } = await relations(ctx, viewer.accountId)
  if (following.size === 0) return { items: [], next: null }
  const { items, next } = await fillPage({
    from: (decodeCursor(cursor, ['id'])?.[0] as string | undefined) ?? null,
    limit,
    async read(below: string | null, most) {
      const ids =
        following.size < MANY
          ? await followedIds(ctx.db, viewer.accountId, below, most + 1)
          : await followedIdsOfMany(ctx.db, [...following], below, most + 1)
      return portion(
        ids.map((id) => ({ id, after: id })),
        most,
      )
    },
    show: (ids) => cards(ctx, viewer, ids),
  })
  return { items, next: next && encodeCursor([next]) }
}
