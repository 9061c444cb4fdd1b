import type { Context } from '#server/platform/context.ts'
import type { Viewer } from '#server/platform/http.ts'
import type { List } from '#server/platform/schema.ts'
import { cards } from '#server/rooms/notes/index.ts'
import type { Card } from '#server/rooms/notes/schema.ts'
import { cursorOf, type Opened } from './kept.ts'
import type { MadeFeed } from './types.ts'

/** One page of a feed from its place on. Notes that may not be shown after all (deleted a moment ago, a muted word) are made up for by the next ones. */
export async function pageOf(
  ctx: Context,
  viewer: Viewer | null,
  { feed: opened, place, whole }: Opened,
  limit: number,
): Promise<List<Card>> {
  const items: Card[] = []
  let feed = opened
  let at = place.offset
  while (items.length < limit) {
    if (at >= feed.ids.length) {
      if (feed.complete) break
      feed = await whole()
      continue
    }
    const wanted = feed.ids.slice(at, at + limit - items.length)
    at += wanted.length
    items.push(...(await cards(ctx, viewer, wanted)))
  }
  if (viewer) withReasons(items, feed, place.offset, at)
  return { items, next: at < feed.ids.length || !feed.complete ? cursorOf({ ...place, offset: at }) : null }
}

function withReasons(items: Card[], { ids, why }: MadeFeed, from: number, to: number): void {
  let i = from
  for (const card of items) {
    while (i < to && ids[i] !== card.id) i++
    const reason = why[i]
    if (reason) card.why = reason
  }
}
