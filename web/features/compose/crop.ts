import type { Crop } from '#server/rooms/media/schema.ts'

export const ratios = ['original', '3:4', '1:1', '4:3'] as const
export type Ratio = (typeof ratios)[number]

export interface Frame {
  ratio: Ratio
  crop: Crop | null
}

const numbers: Record<Ratio, number | null> = { original: null, '3:4': 3 / 4, '1:1': 1, '4:3': 4 / 3 }

/** A picture smaller than this in one direction is no picture any more. */
const SMALLEST = 0.2

const within = (value: number, most: number) => Math.max(0, Math.min(most, value))
const round = (value: number) => Math.round(value * 10_000) / 10_000

/** The largest frame of a ratio that fits, in the middle (a little above it in tall pictures, where the faces are). */
export function largest(ratio: Ratio, width: number, height: number): Crop | null {
  const wanted = numbers[ratio]
  if (!wanted) return null
  const share = wanted / (width / height)
  const w = Math.min(1, share)
  const h = Math.min(1, 1 / share)
  return { x: round((1 - w) / 2), y: round((1 - h) * 0.4), width: round(w), height: round(h) }
}

/** The frame moved by fractions of the picture; it never leaves it. */
export const moved = (crop: Crop, dx: number, dy: number): Crop => ({
  ...crop,
  x: round(within(crop.x + dx, 1 - crop.width)),
  y: round(within(crop.y + dy, 1 - crop.height)),
})

/** The frame with `size` (0 to 1) of the largest one, around the same middle. */
export function sized(crop: Crop, size: number, full: Crop): Crop {
  const share = Math.max(SMALLEST, Math.min(1, size))
  const width = round(full.width * share)
  const height = round(full.height * share)
  const next = { x: crop.x + (crop.width - width) / 2, y: crop.y + (crop.height - height) / 2, width, height }
  return moved(next, 0, 0)
}
