import type { Context } from '#server/platform/context.ts'
import { encodeCursor } from '#server/platform/cursor.ts'
import type { List } from '#server/platform/schema.ts'
import { cards, type Reader } from '../core/cards.ts'
import type { Card } from '../schema.ts'
import type { Place } from './place.ts'

interface Found {
  id: string
  /** Where it stands in its list. */
  place: readonly (string | number)[]
}

/** How often more is read when the reader may not see (or does not want) what was found. */
const ROUNDS = 5

/**
 * A page of cards from a list of ids. `read` answers up to `limit` places after the given one; what the reader may not see drops out, and
 * more is read until the page is full or the list ends.
 */
export async function fill(
  ctx: Context,
  reader: Reader,
  start: Place,
  limit: number,
  read: (after: Place, limit: number) => Promise<Found[]>,
  how: { muted?: boolean } = {},
): Promise<List<Card>> {
  const items: Card[] = []
  let after: Place = start
  for (let round = 0; round < ROUNDS; round++) {
    const found = await read(after, limit + 1)
    const ended = found.length <= limit
    const part = found.slice(0, limit)
    const shown = new Map(
      (
        await cards(
          ctx,
          reader,
          part.map((f) => f.id),
          how,
        )
      ).map((card) => [card.id, card]),
    )
    for (const [i, { id, place }] of part.entries()) {
      const card = shown.get(id)
      if (card) items.push(card)
      after = place
      if (items.length === limit) return { items, next: ended && i === part.length - 1 ? null : encodeCursor(place) }
    }
    if (ended) return { items, next: null }
  }
  return { items, next: after ? encodeCursor(after) : null }
}
