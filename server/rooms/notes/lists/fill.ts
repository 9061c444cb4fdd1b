import type { Context } from '#server/platform/context.ts'
import { encodeCursor } from '#server/platform/cursor.ts'
import { fillPage, portion } from '#server/platform/fill-page.ts'
import type { List } from '#server/platform/schema.ts'
import { cards, type Reader } from '../core/cards.ts'
import type { Card } from '../schema.ts'
import type { Place } from './place.ts'

interface Found {
  id: string
  /** Where it stands in its list. */
  place: NonNullable<Place>
}

/** A page of cards from a list that `read` reads: up to so many of its notes after a place (null: from the beginning). */
export async function fill(
  ctx: Context,
  reader: Reader,
  start: Place,
  limit: number,
  read: (after: Place, limit: number) => Promise<Found[]>,
  how: { muted?: boolean } = {},
): Promise<List<Card>> {
  const { items, next } = await fillPage({
    from: start,
    limit,
    read: async (after, most) =>
      portion(
        (await read(after, most + 1)).map(({ id, place }) => ({ id, after: place })),
        most,
      ),
    show: (ids) => cards(ctx, reader, ids, how),
  })
  return { items, next: next && encodeCursor(next) }
}
