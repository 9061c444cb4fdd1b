import { dark, light, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, stroke, times } from './draw.ts'
import { day, palettes } from './palettes.ts'
import {
  bao,
  bokChoy,
  chilli,
  chopsticks,
  dish,
  dumpling,
  eggHalf,
  lotus,
  mushroom,
  scallion,
  shrimp,
  swirl,
  tomato,
} from './parts/food.ts'
import { shadow, steam } from './parts/nature.ts'
import { cloth, plant, wood } from './parts/objects.ts'
import type { Stage } from './stage.ts'

/** Bamboo steamer, lid off. */
export function dumplings(s: Stage): string {
  const g = s.rng
  const p = palettes[g.pick(day)]
  const cane = '#d9a866'
  const k = s.k * 1.2
  const y = s.h * 0.56
  const table = s.h * 0.3
  const skin = g.pick(['#fbf0dc', '#fbf0dc', '#dfe8b8', '#f7e3c8'])
  const round = g.chance(0.4)
  const places = [
    [-190, -24],
    [-64, -56],
    [70, -56],
    [196, -24],
    [-130, 22],
    [4, 8],
    [136, 24],
    [-50, 62],
    [86, 64],
  ] as const
  return (
    rect(0, 0, s.w, table + 6, s.lin([mix(p.deep, p.pale, 0.2), p.pale])) +
    times(5, (i) => at(90 + i * 210, table, plant(s, g.int(0, 4), i % 2 ? p.pop2 : p.white, mix(p.leaf, p.deep, 0.35)), 0.72 * k)) +
    wood(s, table, s.h - table, mix(p.surface, '#a8663e', 0.3)) +
    shadow(s, 500, y + 190 * k, 470 * k, 120 * k, 0.55) +
    at(
      500,
      y,
      path(
        'M-370 0V130C-370 230 370 230 370 130V0Z',
        s.lin(
          [
            [0, light(cane, 0.25)],
            [0.5, cane],
            [1, dark(cane, 0.3)],
          ],
          0,
        ),
      ) +
        times(26, (i) => rect(-368 + i * 29, 20, 5, 200, dark(cane, 0.35), 0, 'opacity=".3"')) +
        path('M-370 92C-370 190 370 190 370 92V118C370 216 -370 216 -370 118Z', dark(cane, 0.2)) +
        path('M-370 10C-370 108 370 108 370 10V34C370 132 -370 132 -370 34Z', light(cane, 0.25)) +
        ellipse(0, 0, 370, 140, light(cane, 0.35)) +
        ellipse(0, 4, 340, 122, dark(cane, 0.35)) +
        ellipse(0, 14, 334, 114, '#f0dfbd') +
        s.clip(
          'M-334 14a334 114 0 1 0 668 0a334 114 0 1 0 -668 0Z',
          times(12, (i) => stroke(`M-340 ${-90 + i * 19}H340`, dark(cane, 0.12), 2.5, 'opacity=".6"')) +
            path('M-300 0C-200 -90 200 -90 300 0C220 110 -220 110 -300 0Z', '#8cab5c', 'opacity=".55"'),
        ) +
        each(places, ([x, dy]) => at(x, dy - 8, round ? at(0, 0, bao(s, 62, skin), 1) : dumpling(s, 76, g.range(-16, 16), skin))) +
        (g.chance(0.6) ? each(places.slice(0, 4), ([x, dy]) => circle(x, dy - 22, 6, '#e0583c')) : '') +
        steam(s, 0, -90, 320, '#ffffff', 4),
      k,
    ) +
    at(
      210,
      s.h * 0.9,
      shadow(s, 0, 10, 170, 36) +
        ellipse(0, 0, 150, 58, p.white) +
        ellipse(0, 4, 116, 40, '#5a2a1e') +
        times(9, () => chilliDot(g.range(-80, 80), g.range(-20, 28))) +
        times(7, () => scallion(s, g.range(-80, 80), g.range(-18, 24), 8)),
      k,
    ) +
    at(520, s.h * 0.95, chopsticks(470, p.pop, 24, 3), k, -14)
  )
}

const chilliDot = (x: number, y: number) => ellipse(x, y, 8, 5, '#e0492c')

/** Two broths, many plates, everyone's arms. */
export function hotpot(s: Stage): string {
  const g = s.rng
  const p = palettes[g.pick(['persimmon', 'rose', 'clay', 'teal', 'butter'] as const)]
  const cx = 500
  const cy = s.h * 0.5
  const r = Math.min(s.h, 1000) * 0.27
  const spin = g.range(0, 360)
  const plate = (i: number): string => {
    const kinds = [
      () =>
        times(9, (j) =>
          at(
            -56 + (j % 3) * 56,
            -50 + Math.floor(j / 3) * 50,
            path('M-32 -14C-20 -34 20 -34 32 -14C36 10 10 26 -10 20C-30 18 -38 0 -32 -14Z', '#cf5a58') +
              stroke('M-22 -10q22 -16 42 2M-20 4q18 -10 34 4', '#f7d3c8', 7),
          ),
        ),
      () => times(5, (j) => bokChoy(s, 84, j * 72)),
      () => times(6, (j) => at(Math.cos(j) * 50, Math.sin(j) * 50, mushroom(30, j * 50))),
      () => times(5, (j) => at(Math.cos(j * 1.26) * 48, Math.sin(j * 1.26) * 48, lotus(40))),
      () =>
        times(6, (j) =>
          at(
            -48 + (j % 3) * 48,
            -26 + Math.floor(j / 3) * 54,
            rect(-22, -22, 44, 44, '#fdf4e2', 7) + rect(-22, 12, 44, 10, '#e8d3b0', 4),
            1,
            g.range(-14, 14),
          ),
        ),
      () => times(6, (j) => at(Math.cos(j * 1.05) * 52, Math.sin(j * 1.05) * 52, shrimp(24), 1, j * 60)),
      () =>
        times(7, (j) =>
          at(
            Math.cos(j * 0.9) * (j ? 54 : 0),
            Math.sin(j * 0.9) * (j ? 54 : 0),
            circle(0, 0, 27, s.rad([light('#e6c9a6', 0.4), '#c99b73'])),
          ),
        ),
      () => swirl(s, 120, '#f1e2bd', 26),
    ]
    return (kinds[i % kinds.length] as () => string)()
  }
  const order = g.shuffle([0, 1, 2, 3, 4, 5, 6, 7])
  const ring = Array.from({ length: 8 }, (_, i) => (i / 8) * 6.283 + 0.39)
  const sleeves = g.shuffle(['#2f7d82', '#f2ac3d', '#8a70aa', '#3f5a8c', '#e88f86', '#f5e9d2'])
  const skins = ['#f1c9a3', '#d9a077', '#8c5637', '#f6d3b8']
  const arm = (fromX: number, fromY: number, toX: number, toY: number, i: number) => {
    const a = (Math.atan2(toY - fromY, toX - fromX) * 180) / Math.PI
    const len = Math.hypot(toX - fromX, toY - fromY)
    return at(
      fromX,
      fromY,
      path(
        `M-60 -64L${len * 0.6} -44L${len * 0.6} 44L-60 64Z`,
        s.lin([light(sleeves[i % 6] as string, 0.15), dark(sleeves[i % 6] as string, 0.15)]),
      ) +
        path(
          `M${len * 0.58} -34L${len * 0.86} -22C${len * 0.95} -20 ${len} -10 ${len} 4C${len * 0.96} 22 ${len * 0.86} 26 ${len * 0.8} 22L${len * 0.58} 34Z`,
          skins[i % 4] as string,
        ) +
        rect(len * 0.56, -48, 26, 96, dark(sleeves[i % 6] as string, 0.25), 8) +
        at(len * 0.84, -6, chopsticks(190, '#5a2c22', 14, 6)) +
        stroke(`M${len * 0.88} -16q16 4 22 18M${len * 0.86} 4q14 4 18 14`, dark(skins[i % 4] as string, 0.3), 4),
      1,
      a,
    )
  }
  return (
    wood(s, 0, s.h, mix(p.surface, '#7b4632', 0.45)) +
    circle(cx, cy, r * 1.55, '#2b1c3a', 'opacity=".14"') +
    each(ring, (a, i) => {
      const far = s.h > 1100 ? [1.72, 1.98] : [1.75, 1.55]
      const x = cx + Math.cos(a) * r * (far[0] as number) * (s.h < 800 ? 1.25 : 1)
      const y = cy + Math.sin(a) * r * (far[1] as number) * (s.h < 800 ? 0.98 : 1)
      return dish(
        s,
        x,
        y,
        Math.min(132, r * 0.5),
        i % 2 ? p.white : mix(p.pale, p.deep, 0.4),
        at(0, 0, plate(order[i] as number), Math.min(132, r * 0.5) / 140),
      )
    }) +
    ellipse(
      cx + 20,
      cy + 36,
      r * 1.22,
      r * 1.2,
      s.rad([
        [0, '#2b1c3a', 0.6],
        [0.8, '#2b1c3a', 0.35],
        [1, '#2b1c3a', 0],
      ]),
    ) +
    circle(cx, cy, r * 1.1, s.lin(['#d9dde0', '#8a8f9a'], 45)) +
    circle(cx, cy, r * 1.02, '#6f737e') +
    each([-1, 1], (k) => at(cx + k * r * 1.14, cy, rect(-18, -50, 36, 100, '#5a5d68', 14), 1)) +
    at(
      cx,
      cy,
      circle(0, 0, r * 0.97, s.rad(['#e4552f', '#a92a1c'])) +
        path(
          `M0 ${-r * 0.97}A${r * 0.97} ${r * 0.97} 0 0 1 0 ${r * 0.97}A${r * 0.485} ${r * 0.485} 0 0 1 0 0A${r * 0.485} ${r * 0.485} 0 0 0 0 ${-r * 0.97}Z`,
          s.lin(['#f7e7c3', '#e9cd98']),
        ) +
        stroke(`M0 ${r * 0.97}A${r * 0.485} ${r * 0.485} 0 0 1 0 0A${r * 0.485} ${r * 0.485} 0 0 0 0 ${-r * 0.97}`, '#c9ccd0', 10) +
        times(9, () => chilliAt(g.range(-0.8, -0.3) * r, g.range(-0.5, 0.6) * r, g.range(0, 360), r)) +
        times(26, () =>
          circle(
            g.range(-0.85, -0.12) * r,
            g.range(-0.4, 0.5) * r,
            g.range(4, 11),
            g.pick(['#f2a33c', '#7c1d14', '#f6c27a']),
            'opacity=".8"',
          ),
        ) +
        at(r * 0.5, -r * 0.3, mushroom(r * 0.11, 20)) +
        at(r * 0.62, r * 0.2, tomato(r * 0.12)) +
        at(r * 0.3, r * 0.5, bokChoy(s, r * 0.26, 60)) +
        at(r * 0.34, -r * 0.64, lotus(r * 0.13)) +
        times(10, () => circle(g.range(0.2, 0.8) * r, g.range(-0.4, 0.4) * r, g.range(4, 9), '#fffdf2', 'opacity=".7"')),
      1,
      spin,
    ) +
    arm(-40, s.h * 0.9, cx - r * 0.75, cy + r * 0.6, g.int(0, 3)) +
    arm(1040, s.h * 0.12, cx + r * 0.75, cy - r * 0.62, g.int(0, 3)) +
    (g.chance(0.6) ? arm(1040, s.h * 0.94, cx + r * 0.72, cy + r * 0.66, g.int(0, 3)) : '') +
    steam(s, cx, cy, r * 1.2, '#ffffff', 4)
  )
}

const chilliAt = (x: number, y: number, turn: number, r: number) => at(x, y, chilli(r * 0.12, '#8f1c14', turn))

/** Soy milk, dough sticks, an egg, the morning paper not drawn. */
export function breakfast(s: Stage): string {
  const g = s.rng
  const p = palettes[g.pick(day)]
  const k = Math.min(s.h, 1100) / 1000
  const cy = s.h * 0.5
  const stick = (turn: number, x: number, y: number) =>
    at(
      x,
      y,
      path(
        'M-180 -26C-150 -44 -90 -24 -40 -40C20 -50 90 -24 170 -38C196 -20 196 20 170 34C100 24 30 48 -30 36C-90 30 -140 44 -180 28C-200 10 -200 -12 -180 -26Z',
        '#2b1c3a',
        'opacity=".2" transform="translate(8 14)"',
      ) +
        path(
          'M-180 -26C-150 -44 -90 -24 -40 -40C20 -50 90 -24 170 -38C196 -20 196 20 170 34C100 24 30 48 -30 36C-90 30 -140 44 -180 28C-200 10 -200 -12 -180 -26Z',
          s.lin(['#f0b45e', '#c47a2f']),
        ) +
        stroke('M-170 0C-80 -16 60 14 170 -4', '#9c5a20', 6, 'opacity=".6"') +
        stroke('M-120 -22q30 -8 60 0M20 -28q40 -4 70 4', '#fbdc9c', 7, 'opacity=".8"'),
      k,
      turn,
    )
  return (
    cloth(s, mix(p.pale, p.white, 0.6), mix(p.surface, p.pale, 0.35)) +
    dish(
      s,
      330,
      cy - 180 * k,
      220 * k,
      g.pick(['#2f5d8c', '#f4ead8', p.pop]),
      circle(0, 0, 172 * k, '#fbf3df') +
        ellipse(-50 * k, -60 * k, 70 * k, 36 * k, '#ffffff', 'opacity=".8"') +
        times(10, () => scallion(s, g.range(-90, 90) * k, g.range(-40, 100) * k, 8 * k)),
    ) +
    dish(
      s,
      710,
      cy + 130 * k,
      235 * k,
      p.white,
      times(3, (i) => at((i - 1) * 96 * k, (i % 2) * 40 * k - 10 * k, bao(s, 72 * k))),
    ) +
    dish(
      s,
      770,
      cy - 260 * k,
      130 * k,
      mix(p.pop2, p.white, 0.4),
      at(0, 0, eggHalf(52 * k, -20)) + at(50 * k, 50 * k, eggHalf(46 * k, 30)),
    ) +
    stick(-32, 300, cy + 210 * k) +
    stick(-24, 330, cy + 300 * k) +
    dish(
      s,
      130,
      cy + 20 * k,
      84 * k,
      p.pop,
      times(9, () => rect(g.range(-44, 20) * k, g.range(-40, 30) * k, 34 * k, 12 * k, g.pick(['#d9a94a', '#7fa350', '#c9762f']), 4)),
    ) +
    at(520, cy + 380 * k, chopsticks(420 * k, p.ink, 24, 3), 1, -10) +
    steam(s, 330, cy - 180 * k, 200 * k)
  )
}
