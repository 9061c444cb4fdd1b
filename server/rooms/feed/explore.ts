import { Buffer } from 'node:buffer'
import { LRUCache } from 'lru-cache'
import type { Context } from '#server/platform/context.ts'
import type { List, Page } from '#server/platform/schema.ts'
import { noRelations } from '#server/rooms/graph/index.ts'
import type { Card } from '#server/rooms/notes/schema.ts'
import { keep, placeOf, reopen, turn } from './kept.ts'
import { pageOf } from './page.ts'
import { basesOf } from './personal.ts'
import { makeFeed } from './pipeline.ts'
import { currentPool } from './pool.ts'
import type { MadeFeed } from './types.ts'

const FRESH_MS = 1000
const KEPT = 500

/** The feed for whoever is signed out, in an interface language: everybody gets the same for a second. */
export async function explore(ctx: Context, locale: string, { cursor, limit }: Page): Promise<List<Card>> {
  const make = async (): Promise<MadeFeed> =>
    makeFeed(await currentPool(ctx), { relations: noRelations, languages: basesOf([locale]) }, turn(ctx))
  const place = placeOf(cursor)
  if (place) return pageOf(ctx, null, await reopen(ctx, place, make), place, limit)
  const feed = await make()
  return pageOf(ctx, null, feed, { list: keep(ctx, feed), offset: 0, asOf: ctx.clock.now().getTime() }, limit)
}

type Bytes = Buffer | Promise<Buffer>

/** The same, written out: the bytes are kept for a second and made once, however many ask. */
export function exploreBytes(ctx: Context, locale: string, page: Page): Bytes {
  const cache = ctx.hold('feed.explore', () => new LRUCache<string, Bytes>({ max: KEPT, ttl: FRESH_MS, ttlResolution: 20 }))
  const place = placeOf(page.cursor)
  const key = `${locale} ${page.limit} ${place ? `${place.list} ${place.offset}` : ''}`
  const had = cache.get(key)
  if (had) return had
  const making = explore(ctx, locale, page).then((list) => {
    const bytes = Buffer.from(JSON.stringify(list))
    cache.set(key, bytes)
    return bytes
  })
  making.catch(() => cache.delete(key))
  // While it is being made it does not grow old.
  cache.set(key, making, { ttl: 30_000 })
  return making
}
