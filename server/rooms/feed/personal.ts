import type { Context } from '#server/platform/context.ts'
import type { Viewer } from '#server/platform/http.ts'
import type { List, Page } from '#server/platform/schema.ts'
import { relations } from '#server/rooms/graph/index.ts'
import { pageOf } from './page.ts'
import { makeFeed } from './pipeline.ts'
import { currentPool } from './pool.ts'
import type { FeedCard } from './schema.ts'
import { open } from './session.ts'
import { baseOf } from './snapshot.ts'

/** A person's own feed: each card says why it is here. */
export async function personalFeed(ctx: Context, viewer: Viewer, { cursor, limit }: Page): Promise<List<FeedCard>> {
  const opened = await open(ctx, viewer.accountId, cursor, async (how, most) => {
    const [mine, pool] = [await relations(ctx, viewer.accountId), await currentPool(ctx)]
    return makeFeed(ctx, pool, { relations: mine, languages: basesOf(viewer.languages), ...how }, most)
  })
  return pageOf(ctx, viewer, opened, limit)
}

export const basesOf = (tags: readonly string[]): string[] => [...new Set(tags.map(baseOf))]
