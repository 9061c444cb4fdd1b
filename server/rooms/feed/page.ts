import type { Context } from '#server/platform/context.ts'
import { fillPage } from '#server/platform/fill-page.ts'
import type { Viewer } from '#server/platform/http.ts'
import type { List } from '#server/platform/schema.ts'
import { cards } from '#server/rooms/notes/index.ts'
import type { FeedCard, Why } from './schema.ts'
import type { Opened } from './session.ts'
import type { MadeFeed } from './types.ts'

/** One page of a feed from its place on. Notes that may not be shown after all (deleted a moment ago, a muted word) are made up for by the next ones. */
export async function pageOf(ctx: Context, viewer: Viewer | null, opened: Opened, limit: number): Promise<List<FeedCard>> {
  let { feed } = opened
  const reasons = new Map<string, number>()
  const { items, next } = await fillPage<number, FeedCard>({
    from: opened.offset,
    limit,
    async read(from, most) {
      if (from >= feed.ids.length && !feed.complete) feed = await opened.whole()
      const found = feed.ids.slice(from, from + most).map((id, n) => ({ id, after: from + n + 1 }))
      for (const { id, after } of found) reasons.set(id, after - 1)
      const end = from + found.length
      return { found, next: end < feed.ids.length || !feed.complete ? end : null }
    },
    show: (ids) => cards(ctx, viewer, ids),
  })
  if (viewer) for (const card of items) card.why = whyOf(feed, reasons.get(card.id) ?? 0)
  const shown = () => items.map((card) => card.id)
  return { items, next: next === null ? null : await opened.goOn(feed, next, shown()) }
}

function whyOf({ why, topicKeys }: MadeFeed, at: number): Why {
  const { code, topic } = why[at] ?? { code: 'popular' }
  if (topic === undefined) return { code }
  const key = topicKeys.get(topic)
  // A topic that is gone meanwhile is no reason any more.
  return key === undefined ? { code: 'popular' } : { code, topic: key }
}
