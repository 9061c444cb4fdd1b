import type { Context } from '#server/platform/context.ts'
import { decodeCursor, encodeCursor } from '#server/platform/cursor.ts'
import type { Viewer } from '#server/platform/http.ts'
import { idAt } from '#server/platform/ids.ts'
import type { List } from '#server/platform/schema.ts'
import { relations } from '#server/rooms/graph/index.ts'
import { cards } from '#server/rooms/notes/index.ts'
import type { Card } from '#server/rooms/notes/schema.ts'
import { question } from './question.ts'
import { type Place, windowOf } from './read-window.ts'

/** Windows read for one page, when nearly all of them are hidden from this reader. */
const MOST_WINDOWS = 8

/**
 * Notes that answer a question, best first: title before topics before text, then freshness and response. Windows of the newest matches are ranked
 * one after the other, so that a word in every second note costs no more than a rare one, and every match is reached in the end.
 */
export async function searchNotes(
  ctx: Context,
  viewer: Viewer | null,
  q: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<List<Card>> {
  const asked = question(q)
  if (!asked) return { items: [], next: null }
  const mine = await relations(ctx, viewer?.accountId ?? null)
  let place: Place | null = placeOf(page.cursor, ctx.clock.now().getTime(), mine.accountId === null)
  const items: Card[] = []
  for (let reads = 0; place && items.length < page.limit && reads < MOST_WINDOWS; reads++) {
    const at: Place = place
    const found = await windowOf(ctx, asked, mine, at, page.limit - items.length + 1)
    const hits = found.hits.slice(0, page.limit - items.length)
    items.push(
      ...(await cards(
        ctx,
        viewer,
        hits.map((h) => h.note_id),
      )),
    )
    const last = hits.at(-1)
    if (found.hits.length > hits.length && last) place = { ...at, after: last }
    else place = found.full ? { asOf: at.asOf, below: found.oldest, isFirst: false, after: null } : null
  }
  return {
    items,
    next: place
      ? encodeCursor([place.asOf, place.below, place.isFirst ? 1 : 0, place.after?.score ?? null, place.after?.note_id ?? null])
      : null,
  }
}

function placeOf(cursor: string | undefined, now: number, isStranger: boolean): Place {
  const parts = decodeCursor(cursor, ['n', 'id', 'n', 'n?', 'id?'])
  if (!parts) {
    // Strangers of the same second get the same list.
    const asOf = isStranger ? now - (now % 1000) : now
    // A moment later, so that a note of this very millisecond is in.
    return { asOf, below: idAt(asOf + 2000), isFirst: true, after: null }
  }
  const [asOf, below, first, score, id] = parts as [number, string, number, number | null, string | null]
  const after = score !== null && id !== null ? { score, note_id: id } : null
  // A list that was begun: the shared first window is for who begins one.
  return { asOf, below, isFirst: first === 1 && after !== null, after }
}
