/** Colours as `#rrggbb`. Shadows lean to plum and lights to cream, never to grey: that keeps the pictures warm. */

const SHADOW = '#2b1c3a'
const LIGHT = '#fff4de'

const parts = (hex: string) => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as [number, number, number]

/** From `a` (0) to `b` (1). */
export function mix(a: string, b: string, t: number): string {
  const [x, y] = [parts(a), parts(b)]
  return `#${x
    .map((v, i) =>
      Math.round(v + ((y[i] ?? 0) - v) * t)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** Darker, towards plum. */
export const dark = (colour: string, amount = 0.2) => mix(colour, SHADOW, amount)

/** Lighter, towards cream. */
export const light = (colour: string, amount = 0.25) => mix(colour, LIGHT, amount)
