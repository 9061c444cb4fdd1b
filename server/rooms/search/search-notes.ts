import type { Context } from '#server/platform/context.ts'
import { decodeCursor, encodeCursor } from '#server/platform/cursor.ts'
import { fillPage, portion } from '#server/platform/fill-page.ts'
import type { Viewer } from '#server/platform/http.ts'
import { idAt } from '#server/platform/ids.ts'
import type { List } from '#server/platform/schema.ts'
import { type Relations, relations } from '#server/rooms/graph/index.ts'
import { cards } from '#server/rooms/notes/index.ts'
import type { Card } from '#server/rooms/notes/schema.ts'
import { type Question, question } from './question.ts'
import { findIn, momentOf, type Place } from './read-window.ts'

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
  const from = placeOf(page.cursor, momentOf(q, ctx.clock.now().getTime()))
  const exact = from.isHalf ? null : await pageOf(ctx, viewer, asked, mine, from, page.limit)
  if (exact && (exact.hasHits || page.cursor)) return exact.list
  // Nothing has these words: perhaps the last one is still being typed.
  const begun = question(q, true)
  return begun ? (await pageOf(ctx, viewer, begun, mine, { ...from, isHalf: true }, page.limit)).list : { items: [], next: null }
}

/** A page, and whether the index has anything at all: what this reader may not see counts, so that they are shown nothing else in its place. */
async function pageOf(
  ctx: Context,
  viewer: Viewer | null,
  asked: Question,
  mine: Relations,
  from: Place,
  limit: number,
): Promise<{ list: List<Card>; hasHits: boolean }> {
  let hasHits = false
  const { items, next } = await fillPage({
    from,
    limit,
    async read(at: Place, most) {
      const { hits, full, oldest } = await findIn(ctx, asked, mine, at, most + 1)
      hasHits ||= hits.length > 0
      const { found, next } = portion(
        hits.map((hit) => ({ id: hit.note_id, after: { ...at, after: hit } })),
        most,
      )
      return { found, next: next ?? (full ? { ...at, below: oldest, isFirst: false, after: null } : null) }
    },
    show: (ids) => cards(ctx, viewer, ids),
  })
  return { list: { items, next: next && cursorOf(next) }, hasHits }
}

const cursorOf = ({ asOf, below, isFirst, isHalf, after }: Place): string =>
  encodeCursor([asOf, below, (isFirst ? 1 : 0) + (isHalf ? 2 : 0), after?.score ?? null, after?.note_id ?? null])

function placeOf(cursor: string | undefined, asOf: number): Place {
  const parts = decodeCursor(cursor, ['n', 'id', 'n', 'n?', 'id?'])
  // A moment later, so that a note of this very millisecond is in.
  if (!parts) return { asOf, below: idAt(asOf + 2000), isFirst: true, isHalf: false, after: null }
  const [begun, below, first, score, id] = parts as [number, string, number, number | null, string | null]
  return {
    asOf: begun,
    below,
    isFirst: first % 2 === 1,
    isHalf: first >= 2,
    after: score !== null && id !== null ? { score, note_id: id } : null,
  }
}
