/** One thing of a list by its id, and the place right after it. */
export interface Found<P> {
  id: string
  after: P
}

/** The next things of a list, in its order. */
export interface Portion<P> {
  found: readonly Found<P>[]
  /** Where the list goes on after all of these; null: nowhere. */
  next: P | null
}

export interface Filling<P, T extends { id: string }> {
  /** Where the page begins. */
  from: P
  limit: number
  /** Up to `most` things from a place on; less, or none, with a `next` means: further down. */
  read(from: P, most: number): Portion<P> | Promise<Portion<P>>
  /** Those of them that this reader may see and wants to meet, in whatever order. */
  show(ids: string[]): Promise<T[]>
}

/** How often more is read while what was found is hidden from the reader. */
const ROUNDS = 8
/** So much is read from the second time on: where some are hidden, many may be. */
const WIDE = 100

/**
 * Fills a page of a list whose things may be hidden from its reader: reads on until the page is full or the list ends. Each thing that may be shown is
 * on exactly one of the pages, however long they are. After `ROUNDS` readings the page ends as it is, short or empty, with the place to go on from: a reader to whom
 * nearly all is hidden costs no more than that.
 */
export async function fillPage<P, T extends { id: string }>({
  from,
  limit,
  read,
  show,
}: Filling<P, T>): Promise<{ items: T[]; next: P | null }> {
  const items: T[] = []
  let at = from
  for (let round = 0; round < ROUNDS; round++) {
    const { found, next } = await read(at, round === 0 ? limit : Math.max(limit, WIDE))
    const shown = new Map<string, T>()
    if (found.length > 0) for (const item of await show(found.map(({ id }) => id))) shown.set(item.id, item)
    for (let n = 0; n < found.length; n++) {
      const { id, after } = found[n] as Found<P>
      const item = shown.get(id)
      if (!item) continue
      items.push(item)
      if (items.length === limit) return { items, next: n === found.length - 1 ? next : after }
    }
    if (next === null) return { items, next }
    at = next
  }
  return { items, next: at }
}

/** A portion of `most` things out of rows that were read with one too many. */
export function portion<P>(rows: readonly Found<P>[], most: number): Portion<P> {
  const found = rows.slice(0, most)
  return { found, next: rows.length > most ? (found.at(-1)?.after ?? null) : null }
}
