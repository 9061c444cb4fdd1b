/** Drawing words: every function gives a piece of SVG. */

export type Point = readonly [number, number]

const n = (value: number) => (Math.round(value * 10) / 10).toString()

/** A filled path. */
export const path = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`

/** An unfilled line with round ends. */
export const stroke = (d: string, colour: string, width: number, more = '') =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`

export const circle = (x: number, y: number, r: number, fill: string, more = '') =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}" ${more}/>`

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more = '') =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${more}/>`

export const rect = (x: number, y: number, w: number, h: number, fill: string, r = 0, more = '') =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(0, w))}" height="${n(Math.max(0, h))}" fill="${fill}"${r ? ` rx="${n(r)}"` : ''} ${more}/>`

/** Puts content at a place, scaled and turned (degrees). */
export const at = (x: number, y: number, content: string, scale = 1, turn = 0, flip = false) =>
  `<g transform="translate(${n(x)} ${n(y)})${turn ? ` rotate(${n(turn)})` : ''} scale(${flip ? -scale : scale} ${scale})">${content}</g>`

export const fade = (opacity: number, content: string) => `<g opacity="${opacity}">${content}</g>`

/** Repeats and joins. */
export const times = (count: number, make: (i: number) => string) =>
  Array.from({ length: Math.max(0, Math.floor(count)) }, (_, i) => make(i)).join('')

export const each = <T>(list: readonly T[], make: (item: T, i: number) => string) => list.map(make).join('')

export const line = (points: readonly Point[], closed = false) =>
  `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}${closed ? 'Z' : ''}`

/** A soft curve through the points. */
export function smooth(points: readonly Point[], closed = false, tension = 1): string {
  const count = points.length
  const get = (i: number): Point => (closed ? points[(i + count) % count] : points[Math.max(0, Math.min(count - 1, i))]) as Point
  let d = `M${n(get(0)[0])} ${n(get(0)[1])}`
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [a, b, c, e] = [get(i - 1), get(i), get(i + 1), get(i + 2)]
    const f = tension / 6
    d += `C${n(b[0] + (c[0] - a[0]) * f)} ${n(b[1] + (c[1] - a[1]) * f)} ${n(c[0] - (e[0] - b[0]) * f)} ${n(c[1] - (e[1] - b[1]) * f)} ${n(c[0])} ${n(c[1])}`
  }
  return closed ? `${d}Z` : d
}

/** An uneven round shape. */
export function blob(rng: () => number, x: number, y: number, rx: number, ry: number, wobble = 0.12, corners = 9): string {
  const points: Point[] = []
  const start = rng() * 6.28
  for (let i = 0; i < corners; i++) {
    const angle = start + (i / corners) * Math.PI * 2
    const r = 1 + (rng() * 2 - 1) * wobble
    points.push([x + Math.cos(angle) * rx * r, y + Math.sin(angle) * ry * r])
  }
  return smooth(points, true)
}
