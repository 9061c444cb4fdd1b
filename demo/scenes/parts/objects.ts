/** Things that live in many scenes: plants, windows, lanterns, books, cups. */
import { dark, light, mix } from '../colour.ts'
import { at, circle, each, ellipse, path, rect, stroke, times } from '../draw.ts'
import type { Stage } from '../stage.ts'
import { leafShape } from './nature.ts'

/** A pot with a plant, foot at the origin, about 200 high. */
export function plant(s: Stage, kind: number, pot: string, leaf: string): string {
  const r = s.rng
  const vessel =
    path('M-44 -78L44 -78L34 0L-34 0Z', s.lin([light(pot, 0.2), dark(pot, 0.2)], 0)) +
    rect(-50, -90, 100, 20, light(pot, 0.12), 5) +
    ellipse(0, -84, 42, 5, dark(pot, 0.55))
  const greens = [
    () =>
      times(9, (i) =>
        at(
          r.range(-8, 8),
          -84,
          leafShape(r.range(90, 150), r.range(16, 24), i % 2 ? leaf : dark(leaf, 0.16), light(leaf, 0.3)),
          1,
          -64 + i * 16 + r.range(-6, 6),
        ),
      ),
    () =>
      times(7, (i) => {
        const a = -60 + i * 20 + r.range(-6, 6)
        const len = r.range(80, 140)
        const [x, y] = [Math.sin((a * Math.PI) / 180) * len, -84 - Math.cos((a * Math.PI) / 180) * len]
        return (
          stroke(`M0 -84Q${x * 0.3} ${(y - 84) / 2 - 20} ${x} ${y}`, dark(leaf, 0.25), 4) +
          at(
            x,
            y,
            path('M0 22C-46 14 -48 -34 0 -26C48 -34 46 14 0 22ZM-30 -20L-12 -2M30 -20L12 -2', i % 2 ? leaf : light(leaf, 0.12)) +
              stroke('M0 20L0 -18', light(leaf, 0.35), 2.5),
            0.9,
            a * 0.8,
          )
        )
      }),
    () =>
      path('M-26 -84C-40 -190 -20 -230 0 -232C20 -230 40 -190 26 -84Z', s.lin([light(leaf, 0.15), dark(leaf, 0.2)], 0)) +
      times(4, (i) => stroke(`M${-18 + i * 12} -92C${-26 + i * 17} -150 ${-18 + i * 12} -200 ${-8 + i * 5} -222`, light(leaf, 0.35), 2)) +
      path('M24 -150C70 -150 60 -200 54 -208C44 -206 44 -178 24 -174Z', leaf) +
      circle(2, -234, 11, '#ef7a8a') +
      circle(-8, -228, 7, '#f7a6a4'),
    () =>
      times(26, () => {
        const a = r.range(-75, 75)
        const len = r.range(30, 120)
        return circle(
          Math.sin((a * Math.PI) / 180) * len * 0.8,
          -90 - Math.cos((a * Math.PI) / 180) * len,
          r.range(9, 17),
          r.pick([leaf, dark(leaf, 0.16), light(leaf, 0.18)]),
        )
      }) + times(8, () => circle(r.range(-60, 60), r.range(-190, -110), 8, r.pick(['#ef7a8a', '#fff3e0', '#f2ac3d']))),
    () =>
      times(5, (i) => {
        const x = (i - 2) * 18
        const len = r.range(60, 130)
        return (
          stroke(`M${x * 0.5} -86C${x} -120 ${x * 2.6} -110 ${x * 2.8} ${-86 + len * 0.4}`, dark(leaf, 0.1), 3.5) +
          times(6, (j) =>
            at(
              x * (0.8 + j * 0.36),
              -112 + j * len * 0.07 + (j > 3 ? 16 : 0),
              leafShape(24, 9, j % 2 ? leaf : light(leaf, 0.2)),
              1,
              j % 2 ? 130 : 60,
            ),
          )
        )
      }) + times(5, (i) => at((i - 2) * 12, -86, leafShape(r.range(50, 80), 15, leaf, light(leaf, 0.3)), 1, (i - 2) * 22)),
  ]
  return (greens[kind % greens.length] as () => string)() + vessel
}

/** A hanging lantern; origin at the hook. */
export function lantern(s: Stage, size: number, colour: string, glow = true): string {
  const w = size * 0.5
  const h = size * 0.42
  const cy = size * 0.3 + h
  return (
    (glow
      ? circle(
          0,
          cy,
          size * 1.3,
          s.rad([
            [0, light(colour, 0.4), 0.5],
            [1, colour, 0],
          ]),
        )
      : '') +
    stroke(`M0 0L0 ${size * 0.3}`, dark(colour, 0.5), size * 0.025) +
    ellipse(
      0,
      cy,
      w,
      h,
      s.rad(
        [
          [0, light(colour, 0.55)],
          [0.55, colour],
          [1, dark(colour, 0.28)],
        ],
        0.45,
        0.42,
        0.62,
      ),
    ) +
    each(
      [0.32, 0.7],
      (k) =>
        `<ellipse cx="0" cy="${cy}" rx="${w * k}" ry="${h}" fill="none" stroke="${dark(colour, 0.3)}" stroke-width="${size * 0.014}" opacity=".55"/>`,
    ) +
    rect(-w * 0.45, cy - h - size * 0.03, w * 0.9, size * 0.08, '#e2b04a', 3) +
    rect(-w * 0.45, cy + h - size * 0.05, w * 0.9, size * 0.08, '#e2b04a', 3) +
    times(5, (i) =>
      stroke(`M${(i - 2) * w * 0.16} ${cy + h + size * 0.03}l${(i - 2) * 1.5} ${size * 0.26}`, i % 2 ? '#e2b04a' : colour, size * 0.03),
    )
  )
}

/** A window with a view; origin top left. */
export function windowFrame(s: Stage, x: number, y: number, w: number, h: number, frame: string, view: string, bars = 2): string {
  const d = `M${x} ${y}h${w}v${h}h${-w}Z`
  const cut = w / bars
  return (
    rect(x - 18, y - 18, w + 36, h + 36, frame, 6) +
    s.clip(d, view) +
    path(`M${x} ${y}h${w}v16h${-w}ZM${x} ${y}h14v${h}h-14Z`, '#2b1c3a', 'opacity=".16"') +
    times(bars - 1, (i) => rect(x + cut * (i + 1) - 7, y, 14, h, frame)) +
    rect(x, y + h * 0.36 - 6, w, 12, frame) +
    rect(x - 34, y + h + 12, w + 68, 24, light(frame, 0.25), 5) +
    rect(x - 34, y + h + 30, w + 68, 8, dark(frame, 0.25), 4)
  )
}

/** A row of book spines standing on y between x and x + w. */
export function books(s: Stage, x: number, y: number, w: number, high: number, colours: readonly string[]): string {
  const r = s.rng
  let out = ''
  let at1 = x
  while (at1 < x + w - 16) {
    const bw = Math.min(r.range(high * 0.11, high * 0.26), x + w - at1)
    const bh = high * r.range(0.66, 0.97)
    const c = r.pick(colours)
    const tilt = r.chance(0.08) && at1 + bw + high * 0.22 < x + w ? 9 : 0
    out += at(
      at1 + (tilt ? high * 0.16 : 0),
      y,
      rect(
        0,
        -bh,
        bw - 2,
        bh,
        s.lin(
          [light(c, 0.18), c, dark(c, 0.18)].map((k, i) => [i / 2, k] as const),
          0,
        ),
        3,
      ) +
        rect(0, -bh * 0.86, bw - 2, bh * 0.04, light(c, 0.5)) +
        (r.chance(0.6)
          ? rect(bw * 0.28, -bh * 0.7, bw * 0.4, bh * 0.34, light(c, 0.45), 2, 'opacity=".8"')
          : rect(0, -bh * 0.2, bw - 2, bh * 0.06, dark(c, 0.4))),
      1,
      tilt ? -8 : 0,
    )
    at1 += bw + (tilt ? high * 0.16 : 0)
  }
  return out
}

/** Cup or mug seen from a little above; origin at the middle of its foot, about 170 wide. */
export function cup(s: Stage, colour: string, drink: string, handle = true): string {
  return (
    (handle
      ? `<path d="M70 -104C130 -112 130 -36 62 -40" fill="none" stroke="${dark(colour, 0.1)}" stroke-width="17" stroke-linecap="round"/>`
      : '') +
    path(
      'M-84 -130C-84 -40 -60 0 0 0C60 0 84 -40 84 -130Z',
      s.lin(
        [
          [0, light(colour, 0.3)],
          [0.5, colour],
          [1, dark(colour, 0.25)],
        ],
        0,
      ),
    ) +
    ellipse(0, -130, 84, 24, light(colour, 0.35)) +
    ellipse(0, -128, 74, 19, dark(drink, 0.15)) +
    ellipse(0, -125, 70, 16, drink) +
    path('M-46 -128C-30 -138 10 -140 30 -136C6 -134 -20 -132 -46 -128Z', light(drink, 0.4), 'opacity=".7"')
  )
}

/** A standing figure-less umbrella dome; origin at the grip's top end. */
export function umbrella(s: Stage, size: number, colour: string): string {
  const w = size
  const d = `M${-w} 0C${-w * 0.9} ${-w * 0.95} ${w * 0.9} ${-w * 0.95} ${w} 0Q${w * 0.8} ${-w * 0.14} ${w * 0.6} 0Q${w * 0.4} ${-w * 0.14} ${w * 0.2} 0Q0 ${-w * 0.14} ${-w * 0.2} 0Q${-w * 0.4} ${-w * 0.14} ${-w * 0.6} 0Q${-w * 0.8} ${-w * 0.14} ${-w} 0Z`
  return (
    stroke(`M0 ${-w * 0.78}L0 ${w * 0.8}q0 ${w * 0.14} ${w * 0.14} ${w * 0.1}`, '#4a332b', w * 0.045) +
    path(d, s.lin([light(colour, 0.3), dark(colour, 0.14)], 30)) +
    path(
      `M${-w * 0.2} 0C${-w * 0.3} ${-w * 0.4} ${-w * 0.1} ${-w * 0.66} 0 ${-w * 0.71}C${w * 0.1} ${-w * 0.66} ${w * 0.3} ${-w * 0.4} ${w * 0.2} 0Q0 ${-w * 0.14} ${-w * 0.2} 0Z`,
      light(colour, 0.3),
      'opacity=".55"',
    ) +
    stroke(`M0 ${-w * 0.71}v${-w * 0.09}`, '#4a332b', w * 0.05)
  )
}

/** Wooden top with grain between two heights. */
export function wood(s: Stage, y: number, h: number, colour: string): string {
  const r = s.rng
  return (
    rect(0, y, s.w, h, s.lin([light(colour, 0.14), dark(colour, 0.16)])) +
    `<g opacity=".35">${times(9, () => {
      const ly = y + r() * h
      return stroke(
        `M${r.range(-50, 500)} ${ly}q${r.range(80, 200)} ${r.range(-5, 5)} ${r.range(240, 520)} 0`,
        dark(colour, 0.3),
        r.range(1.5, 3.5),
      )
    })}</g>`
  )
}

/** A cloth with a woven check, seen from above. */
export function cloth(s: Stage, base: string, check: string): string {
  const gap = s.rng.int(70, 120)
  return (
    rect(0, 0, s.w, s.h, base) +
    `<g opacity=".4">${times(s.w / gap + 1, (i) => rect(i * gap, 0, gap * 0.42, s.h, check, 0, 'opacity=".5"'))}${times(s.h / gap + 1, (i) => rect(0, i * gap, s.w, gap * 0.42, check, 0, 'opacity=".5"'))}</g>`
  )
}

/** A plain wall with light falling on it in a slanted window shape. */
export function litWall(s: Stage, deep: string, pale: string): string {
  const x = s.rng.range(0.1, 0.5) * s.w
  const pane = (dx: number, dy: number) => `M${x + dx} ${s.h * 0.08 + dy}l150 40l-30 190l-150 -40Z`
  return (
    rect(0, 0, s.w, s.h, s.lin([mix(deep, pale, 0.7), mix(deep, pale, 0.25)], 60)) +
    path(pane(0, 0) + pane(172, 46) + pane(-34, 218) + pane(138, 264), pale, 'opacity=".5"')
  )
}
