import { dark, light, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, stroke, times } from './draw.ts'
import { day, palettes } from './palettes.ts'
import { bust, makeLook } from './parts/bust.ts'
import { figure, makeOutfit } from './parts/figure.ts'
import { bread, lemon, orange, strawberry, tomato } from './parts/food.ts'
import { leafShape, shadow } from './parts/nature.ts'
import type { Stage } from './stage.ts'

/** Awning, crates, a vendor who lets you taste. */
export function market(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const c = r.pick([p.pop, p.leaf, p.surface])
  const k = s.k
  const tableY = s.h * 0.6
  const fruit = [
    () => orange(s, 34),
    () => orange(s, 36, '#d7402c'),
    () => lemon(32),
    () => tomato(34),
    () => orange(s, 34, '#8fae4c'),
    () => strawberry(34, 0),
    () => circle(0, 0, 30, s.rad(['#8a70aa', '#54407a'], 0.4, 0.35, 0.7)),
    () => orange(s, 36, '#f3a6a0'),
  ]
  const crate = (x: number, y: number, w: number, kind: number) =>
    rect(x, y - 24, w, 36, dark('#b9834a', 0.4)) +
    times(3, (row) =>
      times(Math.floor(w / 58), (i) => at(x + 36 + i * 58 - (row % 2) * 20, y - 44 + row * 30, (fruit[kind % 8] as () => string)())),
    ) +
    rect(x - 6, y + 30, w + 12, 70, s.lin(['#d9a866', '#a8733a']), 4) +
    rect(x - 6, y + 60, w + 12, 5, '#8a5a33') +
    rect(x + w / 2 - 34, y + 36, 68, 44, p.white, 5) +
    rect(x + w / 2 - 22, y + 48, 44, 7, p.ink, 3) +
    rect(x + w / 2 - 22, y + 62, 28, 7, p.pop, 3)
  const stripes = times(12, (i) =>
    path(`M${-20 + i * 88} ${s.h * 0.08}h88l${(i - 5.5) * 2} ${s.h * 0.13}q${-44} ${46} ${-88} 0Z`, i % 2 ? p.white : c),
  )
  return (
    rect(0, 0, s.w, s.h, s.lin([mix(p.deep, p.pale, 0.3), p.pale])) +
    times(
      5,
      (i) =>
        rect(i * 220 - 40, s.h * 0.14, 200, s.h * 0.5, mix(r.pick([p.surface, p.deep, p.pop2]), p.pale, 0.6)) +
        times(4, (j) => rect(i * 220 - 10 + (j % 2) * 90, s.h * 0.2 + Math.floor(j / 2) * 120, 56, 80, p.white, 6, 'opacity=".5"')),
    ) +
    each([60, 915], (x) => rect(x, s.h * 0.1, 22, s.h * 0.8, '#8a5a3b')) +
    stripes +
    rect(-20, s.h * 0.055, 1040, s.h * 0.03, dark(c, 0.25)) +
    times(3, (i) =>
      at(
        250 + i * 250,
        s.h * 0.21,
        (stroke('M0 -30V20', p.ink, 4) +
          [
            times(9, (j) => at((j % 3) * 26 - 26, 30 + Math.floor(j / 3) * 28, circle(0, 0, 17, '#54407a'))),
            times(6, (j) => at(j * 12 - 30, 60, path('M0 -40Q-30 0 -6 46Q14 8 8 -38Z', '#f2c83a'))),
            times(7, (j) => circle((j % 2) * 30 - 14, 20 + j * 15, 16, '#fdf6ea')),
          ][i]) as string,
        k,
      ),
    ) +
    at(
      500,
      tableY + 10,
      figure(makeOutfit(r, { pose: 'offer', cut: r.pick(['hat', 'cap', 'bun']), bag: 'none', wear: 'trousers' })) +
        at(38, -52, orange(s, 6)),
      4.6 * k,
    ) +
    times(4, (i) => crate(70 + i * 220, tableY, 200, i + r.int(0, 3))) +
    times(4, (i) => crate(40 + i * 236, s.h * 0.76, 216, i + 3 + r.int(0, 2))) +
    rect(0, s.h * 0.86, s.w, s.h, s.lin([mix(p.surface, '#c9a988', 0.5), dark(mix(p.surface, '#a58c72', 0.5), 0.15)])) +
    at(
      820,
      s.h * 0.98,
      shadow(s, 0, 0, 120, 18, 0.4) + figure(makeOutfit(r, { pose: 'stand', bag: 'tote', wear: r.pick(['dress', 'skirt', 'coat']) })),
      4.4 * k,
      0,
      true,
    ) +
    at(
      170,
      s.h * 0.98,
      path('M-90 -110H90L70 0H-70Z', '#c99a5c') +
        times(4, (i) => stroke(`M-84 ${-90 + i * 26}H84`, '#9c7038', 4)) +
        stroke('M-70 -110Q0 -230 70 -110', '#a8733a', 13) +
        times(5, (i) => at(-56 + i * 28, -122, (fruit[i] as () => string)(), 0.9)) +
        times(4, (i) => at(-60 + i * 12, -120, leafShape(110, 17, p.leaf), 1, -30 + i * 10)),
      k,
    )
  )
}

/** Full shelves, someone proud behind the counter. */
export function bakery(s: Stage): string {
  const g = s.rng
  const p = palettes[g.pick(day)]
  const counter = s.h * 0.68
  const k = s.k
  const rows = s.h > 900 ? [0.16, 0.33, 0.5] : [0.2, 0.42]
  const bx = g.pick([300, 700])
  return (
    rect(0, 0, s.w, s.h, s.lin([mix(p.deep, p.surface, 0.25), mix(p.pale, p.deep, 0.3)])) +
    times(22, (i) => times(Math.ceil((s.h * 0.66) / 52), (j) => rect(i * 50 - (j % 2) * 25, j * 52, 46, 48, p.white, 3, 'opacity=".16"'))) +
    each(rows, (fr) => {
      const y = s.h * fr
      return (
        rect(0, y, s.w, 18, dark(p.surface, 0.3)) +
        rect(0, y + 18, s.w, 16, '#2b1c3a', 0, 'opacity=".16"') +
        times(6, (i) =>
          at(90 + i * 170, y, bread(s, g.int(0, 4), g.pick(['#c98345', '#b8703a', '#d9a05a', '#a8602f'])), 0.66 * (s.h > 900 ? 1 : 0.8)),
        )
      )
    }) +
    at(
      bx,
      counter - 230 * k,
      bust(
        s,
        makeLook(g, { top: p.white, collar: 'round', mouth: 'open', style: g.pick(['bun', 'crop', 'pony', 'bob', 'side', 'curly']) }),
      ) +
        path('M-90 180H90V420H-90Z', p.pop) +
        stroke('M-60 180L-44 116M60 180L44 116', p.pop, 18),
      k * 0.98,
    ) +
    rect(0, counter, s.w, s.h, s.lin([p.pop, dark(p.pop, 0.25)])) +
    rect(0, counter - 6, s.w, 26, light(p.surface, 0.6)) +
    times(7, (i) => rect(i * 150 + 20, counter + 60, 110, s.h, dark(p.pop, 0.14), 10)) +
    each([0, 1, 2], (i) =>
      at(
        bx > 500 ? 90 + i * 170 : 570 + i * 170,
        counter - 4,
        ellipse(0, -4, 84, 14, p.white) + at(0, -8, bread(s, i + g.int(0, 4)), 0.8) + (i === 1 ? at(0, -92 * 0.8, bread(s, 4), 0.6) : ''),
        k,
      ),
    ) +
    each(
      [200, 500, 800],
      (x) =>
        stroke(`M${x} -10V${s.h * 0.05}`, p.ink, 4) +
        path(`M${x - 60} ${s.h * 0.05 + 50}C${x - 50} ${s.h * 0.05} ${x + 50} ${s.h * 0.05} ${x + 60} ${s.h * 0.05 + 50}Z`, p.pop2) +
        circle(
          x,
          s.h * 0.05 + 60,
          170,
          s.rad([
            [0, '#ffe7a6', 0.6],
            [1, '#ffe7a6', 0],
          ]),
        ),
    )
  )
}
