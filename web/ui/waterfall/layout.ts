/** Numbers of columns a waterfall can have; which one it has is for its width to say (waterfall.module.css has the same steps). */
export const columnCounts = [2, 3, 4, 5, 6] as const
export type ColumnCount = (typeof columnCounts)[number]

/**
 * Steps in rem of the waterfall's width, with the gutter (rem) and the width a column has at the step's narrow end: titles are
 * measured for that one, so that a wider column never needs more lines than were kept for it.
 */
export const steps: readonly { count: ColumnCount; from: number; gap: number; narrow: number; nominal: number }[] = [
  { count: 2, from: 0, gap: 0.5, narrow: 10, nominal: 11.5 },
  { count: 3, from: 33, gap: 0.75, narrow: 10.5, nominal: 13.5 },
  { count: 4, from: 46, gap: 1, narrow: 10.75, nominal: 15 },
  { count: 5, from: 76, gap: 1, narrow: 14.4, nominal: 15.5 },
  { count: 6, from: 94, gap: 1, narrow: 14.8, nominal: 15.5 },
]

/** What the waterfall must know of a tile: `ratio` = height of its picture by its width; `extra` = what stands below it, in rem. */
export interface Tile {
  ratio: number
  extra: (narrow: number) => number
}

/** Where a tile stands: in column `x`, at `a` column widths plus `b` rem from the top. */
export interface Spot {
  x: number
  a: number
  b: number
}

export interface Columns {
  spots: Spot[]
  /** Height of the whole: the longest column, as `a` widths and `b` rem. */
  a: number
  b: number
}

const shorten = (n: number) => Math.round(n * 1000) / 1000

/**
 * Puts every tile under the shortest column. Which column that is depends on the width; it is decided at the step's usual width, once,
 * while the place itself is kept as a sum that holds at every width: so the server can lay out what it has never measured.
 */
export function layOut(tiles: readonly Tile[], step: (typeof steps)[number]): Columns {
  const columns = Array.from({ length: step.count }, () => ({ a: 0, b: 0 }))
  const length = (c: { a: number; b: number }) => c.a * step.nominal + c.b
  const spots = tiles.map((tile) => {
    let x = 0
    for (let i = 1; i < columns.length; i++) {
      // A hair's breadth of difference must not send a tile to the far right.
      if (length(columns[i] as Spot) < length(columns[x] as Spot) - 0.05) x = i
    }
    const column = columns[x] as { a: number; b: number }
    const spot = { x, a: shorten(column.a), b: shorten(column.b) }
    column.a += tile.ratio
    column.b += tile.extra(step.narrow) + step.gap
    return spot
  })
  const longest = columns.reduce((l, c) => (length(c) > length(l) ? c : l))
  return { spots, a: shorten(longest.a), b: shorten(longest.b) }
}

/** The step for a width in rem. */
export const stepFor = (rem: number): (typeof steps)[number] =>
  steps.findLast((step) => rem >= step.from) ?? (steps[0] as (typeof steps)[number])
