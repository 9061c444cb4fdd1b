import { dark, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, stroke, times } from './draw.ts'
import { day, palettes } from './palettes.ts'
import { cup, wood } from './parts/objects.ts'
import type { Stage } from './stage.ts'

/** The bill, the calculator, the raised eyebrow. */
export function bills(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const k = Math.min(1.05, s.h / 1000)
  const sheet = (x: number, y: number, turn: number, icon: string, c: string) =>
    at(
      x,
      y,
      at(12, 20, rect(-180, -250, 360, 500, '#2b1c3a', 6, 'opacity=".22"')) +
        rect(-180, -250, 360, 500, '#fffdf6', 6) +
        rect(-180, -250, 360, 84, c, 6) +
        at(-120, -208, icon) +
        rect(-70, -222, 190, 14, '#fffdf6', 7) +
        rect(-70, -198, 120, 10, '#fffdf6', 5, 'opacity=".7"') +
        times(
          6,
          (i) =>
            rect(-150, -130 + i * 36, 180 * r.range(0.5, 1), 9, mix(p.ink, p.white, 0.55), 4) +
            rect(80, -130 + i * 36, 70, 9, mix(p.ink, p.white, 0.4), 4),
        ) +
        each([0, 1, 2, 3, 4, 5, 6], (i) =>
          rect(-150 + i * 44, 170 - (i * 13 + r.range(0, 30)), 30, i * 13 + 30, i === 6 ? p.pop : mix(c, p.white, 0.4), 3),
        ) +
        stroke('M-156 204H156', p.ink, 4),
      k,
      turn,
    )
  const drop = path('M0 -28C14 -8 24 2 24 14A24 24 0 0 1 -24 14C-24 2 -14 -8 0 -28Z', '#fffdf6')
  const bolt = path('M8 -32L-20 6H-2L-8 34L20 -6H2Z', '#fffdf6')
  return (
    wood(s, 0, s.h, mix(p.surface, '#c99a6c', 0.35)) +
    sheet(320, s.h * 0.36, -8, drop, '#5f9ab8') +
    sheet(620, s.h * 0.46, 6, bolt, p.pop2) +
    at(
      790,
      s.h * 0.8,
      at(12, 20, rect(-120, -170, 240, 340, '#2b1c3a', 26, 'opacity=".3"')) +
        rect(-120, -170, 240, 340, s.lin(['#4a4450', '#2b2630']), 26) +
        rect(-96, -146, 192, 70, '#cfe3d4', 8) +
        times(5, (i) =>
          stroke(`M${-10 + i * 22} -128${r.pick(['h12v16h-12v16h12', 'h12v34m-12 -18h12', 'v34', 'h12v34h-12ZM0 0'])}`, '#2b3a34', 4),
        ) +
        times(16, (i) =>
          rect(-96 + (i % 4) * 50, -56 + Math.floor(i / 4) * 52, 40, 40, i % 4 === 3 ? p.pop : i > 11 ? p.pop2 : '#8d8790', 10),
        ),
      k,
      10,
    ) +
    at(
      180,
      s.h * 0.84,
      at(
        0,
        0,
        ellipse(10, 18, 120, 116, '#2b1c3a', 'opacity=".25"') +
          circle(0, 0, 116, p.white) +
          circle(0, 0, 92, dark(p.white, 0.1)) +
          circle(0, 0, 84, '#7a4526') +
          ellipse(-20, -24, 34, 20, '#a5673c', 'opacity=".7"') +
          rect(96, -18, 66, 36, p.white, 16),
      ),
      k,
    ) +
    at(
      470,
      s.h * 0.9,
      rect(-170, -9, 300, 18, '#2f4a8c', 8) + path('M130 -9L176 0L130 9Z', '#c7ccd2') + rect(-170, -9, 60, 18, '#1f2f5c', 8),
      k,
      -18,
    ) +
    times(4, (i) =>
      at(
        120 + i * 46,
        s.h * 0.66 + (i % 2) * 30,
        circle(4, 6, 30, '#2b1c3a', 'opacity=".25"') +
          circle(0, 0, 30, i % 2 ? '#d9b25c' : '#c7ccd2') +
          `<circle cx="0" cy="0" r="22" fill="none" stroke="${i % 2 ? '#b58a34' : '#9aa1a8'}" stroke-width="4"/>`,
        k,
      ),
    )
  )
}

/** Words on little cards. */
export function cards(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const icons = [
    (c: string) => path('M-40 40V-20L-24 -48L-8 -24H8L24 -48L40 -20V40Z', c) + circle(-14, 4, 5, '#fff') + circle(14, 4, 5, '#fff'),
    (c: string) => path('M-50 0C-50 60 50 60 50 0Z', c) + stroke('M-20 -16q-8 -16 4 -30M14 -16q-8 -16 4 -30', c, 6),
    (c: string) =>
      circle(0, 0, 30, c) +
      times(8, (i) =>
        stroke(`M${Math.cos(i * 0.785) * 40} ${Math.sin(i * 0.785) * 40}L${Math.cos(i * 0.785) * 54} ${Math.sin(i * 0.785) * 54}`, c, 7),
      ),
    (c: string) => path('M-56 44L-10 -40L16 6L28 -12L58 44Z', c),
    (c: string) => circle(0, -20, 30, c) + rect(-7, 0, 14, 50, '#8a5a3b'),
    (c: string) => path('M0 -50C30 -10 44 10 44 24A44 44 0 0 1 -44 24C-44 10 -30 -10 0 -50Z', c),
    (c: string) => path('M0 44C-90 -20 -40 -76 0 -30C40 -76 90 -20 0 44Z', c),
    (c: string) => rect(-50, -14, 100, 56, c, 8) + path('M-64 -10L0 -56L64 -10Z', dark(c, 0.2)) + rect(-12, 8, 24, 34, '#fff'),
    (c: string) => ellipse(0, 0, 56, 26, c) + path('M50 0l34 -24v48Z', c) + circle(-28, -5, 5, '#fff'),
  ]
  const colours = [p.pop, p.leaf, p.surface, p.pop2, p.ink, '#6b93b8']
  const order = r.shuffle(icons)
  const cols = 3
  const rows = s.h > 1100 ? 4 : s.h > 900 ? 3 : 2
  return (
    (r.chance(0.5)
      ? wood(s, 0, s.h, mix(p.surface, '#d8a675', 0.4))
      : rect(0, 0, s.w, s.h, s.lin([p.deep, mix(p.deep, p.surface, 0.4)], 50))) +
    times(cols * rows, (i) => {
      const x = 190 + (i % cols) * 300 + r.range(-18, 18)
      const y = (s.h / rows) * (Math.floor(i / cols) + 0.5) + r.range(-14, 14)
      const c = colours[(i * 5 + r.int(0, 1)) % 6] as string
      return at(
        x,
        y,
        at(8, 14, rect(-125, -140, 250, 280, '#2b1c3a', 20, 'opacity=".22"')) +
          rect(-125, -140, 250, 280, '#fffdf6', 20) +
          rect(-125, -140, 250, 170, mix(c, p.white, 0.78), 20) +
          at(0, -52, (order[i % order.length] as (c: string) => string)(c), 1.1) +
          rect(-70, 56, 140, 16, mix(p.ink, p.white, 0.25), 8) +
          rect(-46, 88, 92, 10, c, 5) +
          stroke('M-50 44q12 -10 24 0M10 40l24 8', c, 4),
        0.98,
        r.range(-7, 7),
      )
    }) +
    at(
      900,
      s.h * 0.93,
      rect(-190, -12, 330, 24, '#f2b33d', 5) + path('M140 -12L190 0L140 12Z', '#f3dcae') + rect(-210, -12, 30, 24, '#ef8f86', 5),
      1,
      -34,
    ) +
    at(80, s.h * 0.95, cup(s, p.white, '#a8633a'), 1)
  )
}
