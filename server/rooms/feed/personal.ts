import type { Context } from '#server/platform/context.ts'
import type { Viewer } from '#server/platform/http.ts'
import type { List, Page } from '#server/platform/schema.ts'
import { relations } from '#server/rooms/graph/index.ts'
import type { Card } from '#server/rooms/notes/schema.ts'
import { begin, placeOf, reopen } from './kept.ts'
import { pageOf } from './page.ts'
import { makeFeed } from './pipeline.ts'
import { currentPool } from './pool.ts'
import { baseOf } from './snapshot.ts'
import type { Audience, MadeFeed } from './types.ts'

/** A person's own feed: each card says why it is here. */
export async function personalFeed(ctx: Context, viewer: Viewer, { cursor, limit }: Page): Promise<List<Card>> {
  const make = async (how: Pick<Audience, 'turn' | 'asOf'>): Promise<MadeFeed> => {
    const [mine, pool] = [await relations(ctx, viewer.accountId), await currentPool(ctx)]
    return makeFeed(pool, { relations: mine, languages: basesOf(viewer.languages), ...how })
  }
  const place = placeOf(cursor)
  if (place) return pageOf(ctx, viewer, await reopen(ctx, place, make), place, limit)
  return pageOf(ctx, viewer, ...(await begin(ctx, make)), limit)
}

export const basesOf = (tags: readonly string[]): string[] => [...new Set(tags.map(baseOf))]
