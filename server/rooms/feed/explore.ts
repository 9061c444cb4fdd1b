import { Buffer } from 'node:buffer'
import type { Context } from '#server/platform/context.ts'
import type { ListSeal } from '#server/platform/cursor.ts'
import type { List, Page } from '#server/platform/schema.ts'
import { Standing } from '#server/platform/standing.ts'
import { noRelations } from '#server/rooms/graph/index.ts'
import { pageOf } from './page.ts'
import { basesOf } from './personal.ts'
import { makeFeed } from './pipeline.ts'
import { currentPool } from './pool.ts'
import type { FeedCard } from './schema.ts'
import { open } from './session.ts'

/** What is new comes within this time; what is gone is gone at once. */
const LIFE = { fresh: 1000, most: 1000 }
/** A page of a hundred cards is some 100 KB written out. */
const MAX_BYTES = 10_000_000

/** The feed for whoever is signed out, in an interface language: everybody gets the same for a second. */
export async function explore(ctx: Context, locale: string, { cursor, limit }: Page): Promise<List<FeedCard>> {
  const opened = await open(ctx, locale, cursor, async (how, most) =>
    makeFeed(ctx, await currentPool(ctx), { relations: noRelations, languages: basesOf([locale]), ...how }, most),
  )
  return pageOf(ctx, null, opened, limit)
}

/** Shared by all who ask: never to be changed. */
export interface ReadyFeed {
  list: List<FeedCard>
  /** Written out with its cursor sealed. */
  bytes: Buffer
}

/** The same, kept for a second as long as all its notes and people stand, and made once, however many ask. */
export function readyFeed(ctx: Context, locale: string, page: Page, seal: ListSeal): ReadyFeed | Promise<ReadyFeed> {
  const kept = ctx.hold('feed.explore', () => new Standing<ReadyFeed>(ctx, MAX_BYTES, ({ bytes }) => bytes.length))
  const key = `${locale} ${page.limit} ${page.cursor ?? ''}`
  const make = async () => {
    const list = await explore(ctx, locale, page)
    const bytes = Buffer.from(JSON.stringify({ ...list, next: seal.close(list.next) }))
    return { value: { list, bytes }, names: list.items.flatMap(({ id, author }) => [id, author.id]), life: LIFE }
  }
  return kept.find(key, make) ?? kept.make(key, make)
}
