import { dark, light, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, stroke, times } from './draw.ts'
import { day, palettes } from './palettes.ts'
import { chilli, dish, garlic, ginger, lemon, mushroom, orange, scallion, tomato } from './parts/food.ts'
import { leafShape, steam } from './parts/nature.ts'
import { cloth, plant, windowFrame } from './parts/objects.ts'
import type { Stage } from './stage.ts'

/** Everything you need, before you begin. */
export function flatLay(s: Stage): string {
  const g = s.rng
  const p = palettes[g.pick(day)]
  const board = '#d2a06a'
  const things: (() => string)[] = [
    () => tomato(74),
    () => tomato(60),
    () => garlic(58),
    () => ginger(s, 80),
    () => chilli(84, '#d7402c', g.int(0, 360)),
    () => chilli(80, '#5f9a4c', g.int(0, 360)),
    () => lemon(66),
    () => mushroom(62, g.int(-40, 40)),
    () => orange(s, 66),
    () =>
      dish(
        s,
        0,
        0,
        84,
        p.white,
        times(26, () => circle(g.range(-46, 46), g.range(-46, 46), 5, g.pick(['#3a2a2a', '#6b4a3a']))),
      ),
    () => dish(s, 0, 0, 88, p.pop2, circle(0, 0, 62, '#6b2a1c')),
    () =>
      dish(
        s,
        0,
        0,
        84,
        mix(p.leaf, p.white, 0.4),
        times(16, () => scallion(s, g.range(-44, 44), g.range(-44, 44), 11)),
      ),
    () => times(3, (i) => at(i * 30 - 30, 0, ellipse(0, 0, 54, 68, s.rad(['#fdf0dc', '#e2bf94'], 0.4, 0.35, 0.7)), 1, i * 30 - 20)),
    () => times(4, (i) => at(0, 60, leafShape(190, 34, i % 2 ? '#5f9a4c' : '#437f45', '#b6d38f'), 1, -36 + i * 24)),
    () =>
      rect(-44, -110, 88, 190, '#7a3b24', 16) +
      rect(-24, -160, 48, 60, '#2d2024', 6) +
      rect(-44, -50, 88, 90, '#f7e6c8') +
      circle(0, -6, 22, '#d7402c'),
    () => dish(s, 0, 0, 96, '#f6efe2', circle(0, 0, 72, '#fdfaf3') + path('M-50 20C-30 -40 30 -40 50 20Z', '#f3ece0')),
  ]
  const picked = g.shuffle(things)
  const cols = s.h > 1100 ? 3 : 4
  const rows = s.h > 1100 ? 4 : 3
  const cw = 1000 / cols
  const ch = s.h / rows
  const boardAt = g.int(1, rows - 2)
  let i = 0
  return (
    (g.chance(0.55)
      ? rect(0, 0, s.w, s.h, s.lin([p.pale, mix(p.deep, p.pale, 0.4)], 45)) +
        times(14, () =>
          stroke(`M${g.range(-100, 900)} ${g() * s.h}q120 ${g.range(-20, 20)} 260 ${g.range(-30, 30)}`, p.white, 3, 'opacity=".5"'),
        )
      : cloth(s, mix(p.pale, p.white, 0.4), p.deep)) +
    at(
      500,
      ch * (boardAt + 0.5),
      at(12, 20, rect(-330, -ch * 0.44, 660, ch * 0.88, '#2b1c3a', 34, 'opacity=".25"')) +
        rect(-330, -ch * 0.44, 660, ch * 0.88, s.lin([light(board, 0.2), dark(board, 0.1)]), 34) +
        circle(280, 0, 20, dark(board, 0.45)) +
        times(6, (j) => stroke(`M-310 ${-ch * 0.34 + j * ch * 0.13}q300 ${g.range(-8, 8)} 560 0`, dark(board, 0.2), 3, 'opacity=".5"')) +
        at(
          -30,
          ch * 0.2,
          path('M-250 -20L80 -46C120 -46 130 0 90 8L-250 12Z', '#dfe3e6') +
            path('M-250 12L90 8L-250 2Z', '#aab1b8') +
            rect(84, -36, 170, 36, '#4a2c24', 14),
          1,
          -8,
        ) +
        times(4, (j) =>
          at(
            -190 + j * 84,
            -ch * 0.2,
            `<g>${circle(0, 0, 40, '#e5573c')}${circle(0, 0, 31, '#f08a66')}${times(6, (q) => ellipse(Math.cos(q) * 18, Math.sin(q) * 18, 6, 9, '#fbd9a8'))}</g>`,
          ),
        ),
      1,
      g.range(-4, 4),
    ) +
    times(16, () =>
      at(g() * 1000, g() * s.h, leafShape(g.range(26, 50), 11, g.pick(['#5f9a4c', '#437f45', '#88ad5c'])), 1, g.int(0, 360)),
    ) +
    times(cols * rows, (n) => {
      const [c, rr] = [n % cols, Math.floor(n / cols)]
      if (rr === boardAt && c > 0 && c < cols - 1) return ''
      if (rr === boardAt && cols === 3 && c !== 1)
        return at(c ? 950 : 50, ch * (rr + 0.5), (picked[i++ % picked.length] as () => string)(), 1.2)
      const x = cw * (c + 0.5) + g.range(-22, 22)
      const y = ch * (rr + 0.5) + g.range(-26, 26)
      return (
        ellipse(
          x + 14,
          y + 30,
          112,
          92,
          s.rad([
            [0, '#2b1c3a', 0.4],
            [1, '#2b1c3a', 0],
          ]),
        ) + at(x, y, (picked[i++ % picked.length] as () => string)(), 1.42)
      )
    })
  )
}

/** High flame, quick hands. */
export function wok(s: Stage): string {
  const g = s.rng
  const p = palettes[g.pick(day)]
  const stove = s.h * 0.8
  const k = s.k * 1.1
  const y = stove - 60 * k
  const view =
    rect(0, 0, 1000, s.h, s.lin([p.deep, p.pale])) +
    times(4, (i) => ellipse(i * 140 + 400, s.h * 0.34, 110, 60, mix(p.leaf, p.pale, 0.3 + i * 0.1)))
  const bits = times(22, () => {
    const x = g.range(-250, 280)
    const up = Math.max(0, 1 - Math.abs(x) / 320) * g.range(80, 330)
    return at(
      x,
      -200 - up,
      g.pick([
        () => path('M-22 -10L20 -14L24 10L-18 16Z', '#d9422e'),
        () => path('M-24 0Q0 -20 24 0Q0 20 -24 0Z', '#5f9a4c'),
        () => shrimpBit(),
        () => circle(0, 0, 15, '#f7dd8a'),
        () => mushroom(22, 20),
        () => rect(-20, -6, 40, 12, '#efd0a0', 5),
      ])(),
      1.25,
      g.int(0, 360),
    )
  })
  return (
    rect(0, 0, s.w, s.h, s.lin([mix(p.pale, p.deep, 0.6), p.pale])) +
    times(11, (i) => times(12, (j) => rect(i * 96, j * 96, 90, 90, p.white, 6, 'opacity=".3"'))) +
    windowFrame(s, 600, s.h * 0.08, 300, s.h * 0.3, p.white, view, 2) +
    rect(60, s.h * 0.24, 420, 16, dark(p.surface, 0.3), 4) +
    each([0, 1, 2, 3], (i) =>
      at(
        120 + i * 96,
        s.h * 0.24,
        i % 2
          ? path('M-34 0V-70Q-34 -84 -14 -90V-110H14V-90Q34 -84 34 -70V0Z', [p.pop, p.leaf][i >> 1] as string)
          : rect(-32, -84, 64, 84, p.pop2, 8) + rect(-36, -98, 72, 22, p.ink, 6),
        k,
      ),
    ) +
    (g.chance(0.6) ? at(820, s.h * 0.38 + 24, plant(s, g.int(0, 4), p.pop, p.leaf), k * 0.8) : '') +
    rect(0, stove, s.w, s.h, s.lin([mix(p.ink, '#777777', 0.35), p.ink])) +
    rect(0, stove - 8, s.w, 20, '#c7ccd2') +
    each([180, 500, 820], (x) => circle(x, stove + 90 * k, 34 * k, '#d9dde0') + rect(x - 5, stove + 62 * k, 10, 28 * k, p.pop)) +
    at(
      500,
      y,
      times(11, (i) => {
        const x = -200 + i * 40
        const fh = g.range(70, 130)
        return (
          path(
            `M${x - 30} 60C${x - 40} ${20} ${x - 10} ${10 - fh * 0.3} ${x} ${20 - fh}C${x + 10} ${10 - fh * 0.3} ${x + 40} ${20} ${x + 30} 60Z`,
            i % 2 ? '#f2832e' : '#f9b53c',
            'opacity=".9"',
          ) +
          path(
            `M${x - 14} 60C${x - 18} 34 ${x} ${30 - fh * 0.2} ${x} ${36 - fh * 0.5}C${x + 6} ${30} ${x + 18} 34 ${x + 14} 60Z`,
            '#fff0b0',
          )
        )
      }) +
        bits +
        path(
          'M-340 -190C-330 -20 -150 20 0 20C150 20 330 -20 340 -190Z',
          s.lin(
            [
              [0, '#6b6670'],
              [0.4, '#3a3640'],
              [1, '#242028'],
            ],
            20,
          ),
        ) +
        ellipse(0, -190, 340, 70, '#514c57') +
        ellipse(0, -184, 316, 56, '#2b2730') +
        s.clip(
          'M-316 -184a316 56 0 1 0 632 0a316 56 0 1 0 -632 0Z',
          times(40, () =>
            at(
              g.range(-260, 260),
              g.range(-200, -140),
              g.pick([
                () => ellipse(0, 0, 30, 16, '#d9422e'),
                () => ellipse(0, 0, 30, 14, '#5f9a4c'),
                () => ellipse(0, 0, 24, 15, '#f7dd8a'),
                () => shrimpBit(),
              ])(),
              1,
              g.int(-30, 30),
            ),
          ),
        ) +
        at(330, -190, rect(0, -18, 300, 36, '#7a4a30', 18) + rect(0, -18, 60, 36, '#3a3640', 8), 1, -12) +
        steam(s, -60, -260, 330, '#fff', 4),
      k,
    )
  )
}

const shrimpBit = () => stroke('M-18 8A20 20 0 1 1 14 12', '#f08a63', 15) + stroke('M-18 8A20 20 0 1 1 14 12', '#f7b695', 5)
