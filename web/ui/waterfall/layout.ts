/** A range of widths of the waterfall (waterfall.module.css has the same ones, under the same letters). */
export interface Step {
  name: string
  /** Columns. */
  count: 2 | 3 | 4 | 5 | 6
  /** Width of the waterfall from which it holds, in rem. */
  from: number
  /** Gutter, in rem. */
  gap: number
  /** Width that a column usually has, in rem: for it the columns are evened out. */
  nominal: number
  /** Whether columns are narrow or wide, which is what titles are measured for. */
  wide: boolean
}

export const steps: readonly Step[] = [
  { name: 'a', count: 2, from: 0, gap: 0.5, nominal: 11.5, wide: false },
  { name: 'b', count: 3, from: 33, gap: 0.75, nominal: 12.5, wide: false },
  { name: 'c', count: 4, from: 46, gap: 1, nominal: 12.5, wide: false },
  { name: 'd', count: 4, from: 60, gap: 1, nominal: 16, wide: true },
  { name: 'e', count: 5, from: 76, gap: 1, nominal: 16, wide: true },
  { name: 'f', count: 6, from: 94, gap: 1, nominal: 16, wide: true },
]

/** The least width of a narrow and of a wide column, in rem. */
export const NARROW = 10
export const WIDE = 14.25

/** What the waterfall must know of a tile: `ratio` = height of its picture by its width; `extra` = what stands below it, in rem. */
export interface Tile {
  ratio: number
  extra: (wide: boolean) => number
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
export function layOut(tiles: readonly Tile[], step: Step): Columns {
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
    column.b += tile.extra(step.wide) + step.gap
    return spot
  })
  const longest = columns.reduce((l, c) => (length(c) > length(l) ? c : l))
  return { spots, a: shorten(longest.a), b: shorten(longest.b) }
}

/** The step for a width in rem. */
export const stepFor = (rem: number): (typeof steps)[number] =>
  steps.findLast((step) => rem >= step.from) ?? (steps[0] as (typeof steps)[number])
