/** Sky, land and growing things. */
import { dark, light, mix } from '../colour.ts'
import { at, blob, circle, each, ellipse, line, type Point, path, rect, smooth, stroke, times } from '../draw.ts'
import type { Sky } from '../palettes.ts'
import type { Stage } from '../stage.ts'

export function paintSky(s: Stage, sky: Sky, horizon = s.h): string {
  return (
    rect(0, 0, s.w, s.h, sky.low) +
    rect(
      0,
      0,
      s.w,
      horizon,
      s.lin([
        [0, sky.top],
        [0.55, sky.mid],
        [1, sky.low],
      ]),
    )
  )
}

/** A disc with a soft glow. */
export function sun(s: Stage, sky: Sky, x: number, y: number, r: number): string {
  return (
    circle(
      x,
      y,
      r * 3.4,
      s.rad([
        [0, sky.sun, 0.75],
        [0.3, sky.sun, 0.28],
        [1, sky.sun, 0],
      ]),
    ) + circle(x, y, r, sky.sun)
  )
}

export function stars(s: Stage, count: number, below: number): string {
  return times(count, () =>
    circle(s.rng() * s.w, s.rng() ** 1.4 * below, s.rng.range(0.8, 2.8), '#fff3d6', `opacity="${s.rng.range(0.35, 1).toFixed(2)}"`),
  )
}

export function cloud(s: Stage, x: number, y: number, size: number, colour: string, opacity = 0.85): string {
  const r = s.rng
  const puffs = 5
  const top = times(puffs, (i) => {
    const px = x + (i - (puffs - 1) / 2) * size * 0.34
    const pr = size * (0.2 + 0.16 * Math.sin(((i + 0.7) / puffs) * Math.PI)) * r.range(0.85, 1.15)
    return circle(px, y - pr * 0.55, pr, colour)
  })
  return `<g opacity="${opacity}">${top}${rect(x - size, y - size * 0.16, size * 2, size * 0.26, colour, size * 0.13)}</g>`
}

/** A long flat cloud, for evenings. */
export function streak(s: Stage, x: number, y: number, size: number, colour: string, opacity = 0.6): string {
  const r = s.rng
  return `<g opacity="${opacity}">${times(3, (i) => {
    const w = size * r.range(0.6, 1.1)
    return rect(x + r.range(-0.3, 0.3) * size - w / 2, y + i * size * 0.055, w, size * r.range(0.035, 0.06), colour, size)
  })}</g>`
}

/** Points of a ridge from left to right edge. */
export function ridge(s: Stage, y: number, rough: number, steps: number): Point[] {
  const points: Point[] = []
  let drift = s.rng.range(-0.5, 0.5)
  for (let i = -1; i <= steps + 1; i++) {
    drift = drift * 0.45 + s.rng.range(-1, 1)
    points.push([(i / steps) * s.w, y + drift * rough])
  }
  return points
}

/** Land below a soft ridge. */
export function hill(s: Stage, points: Point[], fill: string): string {
  return path(`${smooth(points)}L${s.w + 400} ${s.h + 20}L-400 ${s.h + 20}Z`, fill)
}

/** Height of a ridge at x. */
export function ridgeAt(points: readonly Point[], x: number): number {
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1] as Point, points[i] as Point]
    if (x <= b[0]) return a[1] + ((x - a[0]) / (b[0] - a[0] || 1)) * (b[1] - a[1])
  }
  return (points.at(-1) as Point)[1]
}

/** A pointed mountain with a lit and a shaded side, and snow if wanted. Base at y. */
export function peak(s: Stage, x: number, y: number, w: number, h: number, colour: string, snow?: string): string {
  const r = s.rng
  const tip: Point = [x + r.range(-0.08, 0.08) * w, y - h]
  const left: Point[] = [tip, [x - w * 0.14, y - h * 0.72], [x - w * 0.22, y - h * 0.5], [x - w * 0.38, y - h * 0.26], [x - w * 0.52, y]]
  const right: Point[] = [
    [x + w * 0.52, y],
    [x + w * 0.34, y - h * 0.3],
    [x + w * 0.2, y - h * 0.54],
    [x + w * 0.1, y - h * 0.78],
  ]
  const fold: Point[] = [
    [x + w * 0.03, y - h * 0.72],
    [x - w * 0.04, y - h * 0.55],
    [x + w * 0.07, y - h * 0.36],
    [x - w * 0.02, y - h * 0.16],
    [x + w * 0.05, y],
  ]
  const base = path(line([...left, ...right], true), s.lin([light(colour, 0.12), mix(colour, '#f0eadf', 0.28)]))
  const shade = path(line([tip, ...fold, ...right], true), dark(colour, 0.2), 'opacity=".55"')
  const cap = snow
    ? path(
        line(
          [
            tip,
            [x - w * 0.14, y - h * 0.72],
            [x - w * 0.1, y - h * 0.66],
            [x - w * 0.05, y - h * 0.73],
            [x, y - h * 0.62],
            [x + w * 0.05, y - h * 0.72],
            [x + w * 0.1, y - h * 0.67],
            [x + w * 0.1, y - h * 0.78],
          ],
          true,
        ),
        snow,
      ) +
      path(
        line(
          [
            tip,
            [x + w * 0.03, y - h * 0.72],
            [x + 0.01 * w, y - h * 0.65],
            [x + w * 0.05, y - h * 0.72],
            [x + w * 0.1, y - h * 0.67],
            [x + w * 0.1, y - h * 0.78],
          ],
          true,
        ),
        dark(snow, 0.22),
        'opacity=".6"',
      )
    : ''
  return base + shade + cap
}

/** Round leafy tree, foot at x, y. */
export function tree(s: Stage, x: number, y: number, size: number, leaf: string, trunk = '#6b4632'): string {
  const r = s.rng
  const h = size
  const lean = r.range(-0.05, 0.05) * size
  const crown = [
    [-0.24, -0.62, 0.25],
    [0.22, -0.6, 0.26],
    [0, -0.84, 0.28],
    [-0.06, -0.58, 0.28],
    [0.1, -0.72, 0.24],
  ] as const
  return (
    path(
      `M${x - size * 0.045} ${y}C${x - size * 0.02} ${y - h * 0.3} ${x - size * 0.03 + lean} ${y - h * 0.4} ${x + lean} ${y - h * 0.6}L${x + lean + size * 0.04} ${y - h * 0.6}C${x + size * 0.03} ${y - h * 0.35} ${x + size * 0.03} ${y - h * 0.2} ${x + size * 0.055} ${y}Z`,
      trunk,
    ) +
    stroke(`M${x + lean * 0.8} ${y - h * 0.38}L${x + size * 0.14} ${y - h * 0.56}`, trunk, size * 0.025) +
    each(crown, ([dx, dy, cr]) =>
      path(blob(r, x + lean + dx * size, y + dy * h + size * 0.03, cr * size, cr * size * 0.92, 0.07), dark(leaf, 0.2)),
    ) +
    each(crown, ([dx, dy, cr]) =>
      path(blob(r, x + lean + dx * size - size * 0.03, y + dy * h - size * 0.02, cr * size * 0.86, cr * size * 0.78, 0.08), leaf),
    ) +
    each(crown.slice(0, 3), ([dx, dy, cr]) =>
      path(
        blob(r, x + lean + dx * size - size * 0.07, y + dy * h - size * 0.07, cr * size * 0.5, cr * size * 0.4, 0.12),
        light(leaf, 0.22),
        'opacity=".7"',
      ),
    )
  )
}

/** Fir, foot at x, y. */
export function fir(_s: Stage, x: number, y: number, size: number, leaf: string, snow?: string): string {
  const layers = 5
  const body = (dx: number, colour: string, cut: number) =>
    times(layers, (i) => {
      const w = size * (0.1 + 0.055 * (i + 1)) * 1.02
      const top = y - size + i * size * 0.165
      const low = top + size * 0.27
      return path(
        cut
          ? `M${x} ${top}C${x + w * 0.25} ${top + size * 0.12} ${x + w * 0.6} ${low - size * 0.05} ${x + w} ${low}C${x + w * 0.5} ${low + size * 0.015} ${x + w * 0.2} ${low + size * 0.02} ${x} ${low}Z`
          : `M${x} ${top}C${x - w * 0.25 + dx} ${top + size * 0.12} ${x - w * 0.6} ${low - size * 0.05} ${x - w} ${low}C${x - w * 0.4} ${low + size * 0.03} ${x + w * 0.4} ${low + size * 0.03} ${x + w} ${low}C${x + w * 0.6} ${low - size * 0.05} ${x + w * 0.25} ${top + size * 0.12} ${x} ${top}Z`,
        colour,
      )
    })
  const white = snow
    ? times(layers, (i) => {
        const w = size * (0.1 + 0.055 * (i + 1))
        const top = y - size + i * size * 0.165
        const low = top + size * 0.27
        return path(
          `M${x} ${top}C${x - w * 0.25} ${top + size * 0.12} ${x - w * 0.6} ${low - size * 0.07} ${x - w} ${low - size * 0.005}C${x - w * 0.55} ${low - size * 0.05} ${x - w * 0.3} ${low - size * 0.01} ${x - w * 0.1} ${low - size * 0.09}C${x} ${low - size * 0.12} ${x + w * 0.1} ${top + size * 0.1} ${x} ${top}Z`,
          snow,
        )
      })
    : ''
  return (
    rect(x - size * 0.03, y - size * 0.1, size * 0.06, size * 0.11, dark(leaf, 0.45)) +
    body(0, leaf, 0) +
    `<g opacity=".45">${body(0, dark(leaf, 0.35), 1)}</g>` +
    white
  )
}

/** Low round bush. */
export function bush(s: Stage, x: number, y: number, size: number, leaf: string): string {
  const r = s.rng
  return (
    path(blob(r, x, y - size * 0.3, size * 0.6, size * 0.42, 0.1), dark(leaf, 0.18)) +
    path(blob(r, x - size * 0.08, y - size * 0.37, size * 0.48, size * 0.32, 0.12), leaf) +
    path(blob(r, x - size * 0.16, y - size * 0.46, size * 0.24, size * 0.15, 0.15), light(leaf, 0.22), 'opacity=".7"')
  )
}

/** Blades of grass around a line. */
export function grass(s: Stage, x: number, y: number, w: number, count: number, colour: string, height = 26): string {
  const r = s.rng
  return stroke(
    Array.from({ length: count }, () => {
      const gx = x + r() * w
      const gy = y + r.range(-6, 6)
      const gh = height * r.range(0.5, 1.2)
      return `M${gx.toFixed(1)} ${gy.toFixed(1)}q${r.range(-4, 4).toFixed(1)} ${(-gh * 0.6).toFixed(1)} ${r.range(-10, 10).toFixed(1)} ${(-gh).toFixed(1)}`
    }).join(''),
    colour,
    3,
  )
}

/** A pointed leaf from the origin upwards, with a vein. */
export function leafShape(length: number, width: number, fill: string, vein?: string): string {
  const d = `M0 0C${-width} ${-length * 0.3} ${-width * 0.7} ${-length * 0.75} 0 ${-length}C${width * 0.7} ${-length * 0.75} ${width} ${-length * 0.3} 0 0Z`
  return path(d, fill) + (vein ? stroke(`M0 ${-length * 0.06}L0 ${-length * 0.86}`, vein, Math.max(1.2, width * 0.07), 'opacity=".6"') : '')
}

export function birds(s: Stage, x: number, y: number, count: number, colour: string, size = 16): string {
  const r = s.rng
  return times(count, () => {
    const k = size * r.range(0.6, 1.1)
    return at(
      x + r.range(-120, 120),
      y + r.range(-60, 60),
      stroke(`M${-k} 0q${k * 0.5} ${-k * 0.7} ${k} 0q${k * 0.5} ${-k * 0.7} ${k} 0`, colour, 3),
      1,
      r.range(-12, 12),
    )
  })
}

/** Falling things (snow, petals) over the whole picture. */
export function flakes(s: Stage, count: number, colour: string, low: number, high: number): string {
  return times(count, () =>
    circle(s.rng() * s.w, s.rng() * s.h, s.rng.range(low, high), colour, `opacity="${s.rng.range(0.4, 0.95).toFixed(2)}"`),
  )
}

/** Horizontal glints on water. */
export function glints(s: Stage, x: number, y: number, w: number, h: number, count: number, colour: string): string {
  const r = s.rng
  return times(count, () => {
    const gy = y + r() ** 1.3 * h
    const len = (20 + (gy - y) * 0.22) * r.range(0.4, 1.3)
    return rect(x + r() * w - len / 2, gy, len, 2 + (gy - y) * 0.012, colour, 4, `opacity="${r.range(0.25, 0.8).toFixed(2)}"`)
  })
}

/** A soft round shadow on a floor. */
export const shadow = (s: Stage, x: number, y: number, rx: number, ry: number, opacity = 0.35, colour = '#2b1c3a') =>
  ellipse(
    x,
    y,
    rx,
    ry,
    s.rad([
      [0, colour, opacity],
      [0.55, colour, opacity * 0.6],
      [1, colour, 0],
    ]),
  )

/** Rising steam, a few soft ribbons. */
export function steam(s: Stage, x: number, y: number, size: number, colour = '#ffffff', count = 3): string {
  const r = s.rng
  return times(count, (i) => {
    const px = x + (i - (count - 1) / 2) * size * 0.32
    const w = size * r.range(0.09, 0.14)
    const k = size * r.range(0.8, 1.15)
    const turn = r.sign() * size * 0.16
    const d = `M${px} ${y}C${px + turn} ${y - k * 0.3} ${px - turn} ${y - k * 0.55} ${px + turn * 0.4} ${y - k}C${px - turn * 0.2 + w} ${y - k * 0.55} ${px + turn + w} ${y - k * 0.3} ${px + w * 0.6} ${y}Z`
    return path(
      d,
      s.lin([
        [0, colour, 0],
        [0.35, colour, 0.6],
        [1, colour, 0.05],
      ]),
    )
  })
}
