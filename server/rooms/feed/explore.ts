import { Buffer } from 'node:buffer'
import { LRUCache } from 'lru-cache'
import type { Context } from '#server/platform/context.ts'
import type { ListSeal } from '#server/platform/cursor.ts'
import type { List, Page } from '#server/platform/schema.ts'
import { noRelations } from '#server/rooms/graph/index.ts'
import { pageOf } from './page.ts'
import { basesOf } from './personal.ts'
import { makeFeed } from './pipeline.ts'
import { currentPool } from './pool.ts'
import type { FeedCard } from './schema.ts'
import { open } from './session.ts'

const FRESH_MS = 1000
const MAX_ENTRIES = 500
/** A page of a hundred cards is some 100 KB. */
const MAX_BYTES = 16_000_000

/** The feed for whoever is signed out, in an interface language: everybody gets the same for a second. */
export async function explore(ctx: Context, locale: string, { cursor, limit }: Page): Promise<List<FeedCard>> {
  const opened = await open(ctx, locale, cursor, async (how, most) =>
    makeFeed(ctx, await currentPool(ctx), { relations: noRelations, languages: basesOf([locale]), ...how }, most),
  )
  return pageOf(ctx, null, opened, limit)
}

interface Entry {
  bytes: Buffer | Promise<Buffer>
  /** Milliseconds since 1970; while it is being made it does not grow old. */
  until: number
}

const sizeOf = ({ bytes }: Entry): number => (bytes instanceof Promise ? 1 : bytes.length + 1)

/** The same, written out with its cursor sealed: the bytes are kept for a second and made once, however many ask. */
export function exploreBytes(ctx: Context, locale: string, page: Page, seal: ListSeal): Buffer | Promise<Buffer> {
  const cache = ctx.hold(
    'feed.explore',
    () => new LRUCache<string, Entry>({ max: MAX_ENTRIES, maxSize: MAX_BYTES, sizeCalculation: sizeOf }),
  )
  const key = `${locale} ${page.limit} ${page.cursor ?? ''}`
  const had = cache.get(key)
  if (had && had.until > ctx.clock.monotonic()) return had.bytes
  const making = explore(ctx, locale, page).then(
    (list) => {
      const bytes = Buffer.from(JSON.stringify({ ...list, next: seal.close(list.next) }))
      cache.set(key, { bytes, until: ctx.clock.monotonic() + FRESH_MS })
      return bytes
    },
    (e) => {
      cache.delete(key)
      throw e
    },
  )
  cache.set(key, { bytes: making, until: Number.POSITIVE_INFINITY })
  return making
}
