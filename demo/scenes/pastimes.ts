import { dark, light, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, stroke, times } from './draw.ts'
import { day, cloth as fabrics, palettes, type Sky, skies } from './palettes.ts'
import { bust, makeLook } from './parts/bust.ts'
import { figure, makeOutfit, person } from './parts/figure.ts'
import { bokChoy, chilli, orange, scallion, tomato } from './parts/food.ts'
import { bush, hill, paintSky, ridge, shadow, stars, steam, sun, tree } from './parts/nature.ts'
import { books, cup, plant, windowFrame, wood } from './parts/objects.ts'
import { tower } from './parts/street.ts'
import type { Stage } from './stage.ts'

/** At the stove, apron on. */
export function cooking(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const top = s.h * 0.74
  const k = Math.min(1.12, s.h / 1000) * 1.12
  const look = makeLook(r, { top: r.pick(fabrics), mouth: r.pick(['smile', 'open']), collar: 'round', turn: r.range(-0.7, 0.7) })
  const y = s.h * 0.42
  return (
    rect(0, 0, s.w, s.h, s.lin([p.pale, mix(p.deep, p.pale, 0.3)])) +
    times(12, (i) => times(Math.ceil(s.h / 96), (j) => rect(i * 90, j * 90, 84, 84, p.white, 6, 'opacity=".32"'))) +
    windowFrame(
      s,
      640,
      s.h * 0.07,
      270,
      s.h * 0.26,
      p.white,
      rect(0, 0, 1000, 1400, s.lin(['#bfe0ea', '#fdf3d8'])) +
        times(4, (i) => circle(660 + i * 80, s.h * 0.3, 70, mix(p.leaf, '#e9f2d8', 0.3))),
      2,
    ) +
    rect(50, s.h * 0.2, 300, 16, dark(p.surface, 0.3), 4) +
    each([0, 1, 2], (i) =>
      at(
        110 + i * 90,
        s.h * 0.2,
        [
          plant(s, 0, p.pop, p.leaf),
          path('M-34 0V-70Q-34 -84 -14 -90V-110H14V-90Q34 -84 34 -70V0Z', p.pop2),
          rect(-34, -90, 68, 90, p.white, 8) + rect(-38, -104, 76, 22, p.ink, 6),
        ][i] as string,
        0.8,
      ),
    ) +
    each(
      [120, 190, 260],
      (x, i) =>
        stroke(`M${x} ${s.h * 0.24}v70`, p.ink, 6) +
        (i === 1 ? circle(x, s.h * 0.24 + 100, 34, dark(p.surface, 0.4)) : ellipse(x, s.h * 0.24 + 90, 17, 30, light(p.surface, 0.3))),
    ) +
    at(
      480,
      y,
      bust(s, look) +
        path('M-104 210H104L150 460H-150Z', p.pop) +
        stroke('M-96 214L-56 122M96 214L56 122', p.pop, 20) +
        rect(-60, 290, 120, 80, dark(p.pop, 0.16), 10),
      k,
    ) +
    wood(s, top, s.h - top, p.surface) +
    rect(0, top, s.w, 16, light(p.surface, 0.5)) +
    stroke(
      `M${480 + 150 * k} ${y + 270 * k}L${480 + 190 * k} ${top - 30 * k}L${480 + 130 * k} ${top - 120 * k}`,
      dark(look.top, 0.1),
      64 * k,
    ) +
    circle(480 + 128 * k, top - 128 * k, 34 * k, look.skin) +
    stroke(`M${480 + 128 * k} ${top - 110 * k}L${500} ${top - 10 * k}`, '#b97a4c', 15) +
    at(
      470,
      top + 90 * k,
      shadow(s, 0, 4, 260, 30, 0.5) +
        path(
          'M-210 -170H210L180 0H-180Z',
          s.lin(
            [
              [0, '#e9ecee'],
              [0.4, '#b9c0c6'],
              [1, '#7f868f'],
            ],
            0,
          ),
        ) +
        ellipse(0, -170, 210, 46, '#cfd5da') +
        ellipse(0, -168, 190, 36, r.pick(['#d9772f', '#c8502a', '#e2b25c', '#8fae5c'])) +
        times(12, () => circle(r.range(-140, 140), -168 + r.range(-20, 20), 9, r.pick(['#fdf3cf', '#7db35c', '#d7402c']))) +
        each([-1, 1], (m) => rect(m * 232 - 28, -140, 56, 22, '#4a4048', 10)),
      k,
    ) +
    steam(s, 470, top - 100 * k, 260, '#fff', 3) +
    at(
      830,
      top + 110 * k,
      at(0, 0, rect(-130, -24, 260, 30, '#d9a866', 10)) +
        at(-60, -66, tomato(44)) +
        at(40, -40, tomato(34)) +
        at(70, -60, bokChoy(s, 90, 30)),
      k,
    ) +
    at(
      140,
      top + 100 * k,
      at(0, -30, orange(s, 46)) + at(70, -16, chilli(60, '#d7402c', -20)) + at(-60, -10, chilli(50, '#5f9a4c', 30)),
      k,
    ) +
    times(9, () => scallion(s, r.range(740, 920), top + r.range(60, 84) * k, 8))
  )
}

/** A quiet corner, a good book, maybe a cat. */
export function reading(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const floor = s.h * 0.78
  const k = s.k * 1.12
  const sky: Sky = skies[r.pick(['peach', 'rain', 'morning', 'dusk', 'snow'] as const)]
  const covers = [p.pop, p.pop2, p.leaf, p.surface, p.ink, p.white]
  const chairC = r.pick([p.pop, p.leaf, p.surface, p.pop2])
  const x = 470
  const o = makeOutfit(r, {
    pose: 'read',
    bag: 'none',
    cut: r.pick(['bob', 'bun', 'long', 'short']),
    wear: r.pick(['trousers', 'dress', 'coat']),
  })
  return (
    rect(0, 0, s.w, s.h, s.lin([mix(p.deep, p.pale, 0.45), mix(p.deep, p.surface, 0.12)])) +
    windowFrame(
      s,
      90,
      s.h * 0.1,
      330,
      s.h * 0.4,
      p.white,
      paintSky(s, sky, s.h * 0.5) +
        sun(s, sky, 300, s.h * 0.2, 34) +
        hill(s, ridge(s, s.h * 0.42, 20, 6), mix(p.leaf, sky.haze, 0.4)) +
        times(6, (i) => tree(s, 100 + i * 70, s.h * 0.52, 130, mix(p.leaf, sky.haze, 0.2))) +
        (sky === skies.rain ? times(30, () => stroke(`M${r() * 500} ${r() * s.h * 0.5}l-5 22`, '#eef4f4', 2, 'opacity=".6"')) : ''),
      2,
    ) +
    each(
      [0.1, 0.245, 0.39, 0.535],
      (f) =>
        rect(560, s.h * (f + 0.115), 420, 16, dark(p.surface, 0.25), 4) +
        books(s, 570, s.h * (f + 0.115), r.range(200, 390), s.h * 0.1, covers),
    ) +
    rect(548, s.h * 0.06, 16, s.h * 0.72, dark(p.surface, 0.3)) +
    at(900, s.h * 0.505, plant(s, r.int(0, 4), p.white, p.leaf), (0.6 * s.h) / 1000) +
    rect(0, floor, s.w, s.h, s.lin([mix(p.surface, p.pale, 0.2), dark(p.surface, 0.12)])) +
    ellipse(500, s.h * 0.92, 460, s.h * 0.07, mix(p.pop2, p.pale, 0.4)) +
    ellipse(500, s.h * 0.92, 390, s.h * 0.055, mix(p.pop2, p.pale, 0.65)) +
    at(810, s.h * 0.9, rect(-6, -560, 12, 560, p.ink) + ellipse(0, 0, 70, 14, p.ink) + path('M-70 -560L-40 -680H40L70 -560Z', p.pop2), k) +
    circle(
      810,
      s.h * 0.9 - 540 * k,
      380 * k,
      s.rad([
        [0, '#ffe9b0', 0.6],
        [1, '#ffe9b0', 0],
      ]),
    ) +
    shadow(s, x, s.h * 0.92, 300 * k, 34, 0.5) +
    at(
      x,
      s.h * 0.915,
      each([-170, 150], (m) => stroke(`M${m} 0V-50`, dark(p.surface, 0.5), 22)) +
        path('M-230 -400C-240 -470 -60 -480 -40 -400L-10 -190H-210Z', s.lin([light(chairC, 0.14), dark(chairC, 0.18)], 0)) +
        path('M-230 -210C-230 -240 200 -240 210 -200L196 -40H-210Z', s.lin([light(chairC, 0.16), dark(chairC, 0.16)])),
      k,
    ) +
    at(
      x - 10,
      s.h * 0.915,
      figure(o) + at(28, -50, path('M-13 -5L0 0L13 -5V-17L0 -12L-13 -17Z', '#fdf6ea') + path('M-13 -5L0 0V-12L-13 -17Z', p.pop)),
      4.9 * k,
    ) +
    at(x, s.h * 0.915, path('M-240 -230C-250 -270 -180 -280 -170 -240L-164 -70H-236Z', dark(chairC, 0.1)), k) +
    at(180, s.h * 0.93, plant(s, 0, p.pop, p.leaf), k * 1.3) +
    at(
      x + 250 * k,
      s.h * 0.95,
      books(s, -80, 0, 20, 10, covers) +
        times(3, (i) => rect(-80 + i * 6, -30 - i * 26, 150, 26, covers[i] as string, 5)) +
        at(0, -82, cup(s, p.white, '#b5592c'), 0.5),
      k,
    )
  )
}

/** The square at eight in the evening: everyone dances. */
export function dancing(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['dusk', 'plum', 'peach', 'night'] as const)]
  const ground = s.h * 0.62
  const k = s.k
  return (
    paintSky(s, sky, ground) +
    (sky.night ? stars(s, 50, s.h * 0.4) : '') +
    sun(s, sky, 700, s.h * 0.2, 54) +
    times(10, (i) => tower(s, i * 106 - 20, ground, 92, s.h * r.range(0.16, 0.4), mix(sky.haze, '#3a2f5c', 0.5), '#ffd98c', 0.45)) +
    times(9, (i) => bush(s, i * 125, ground + 20, 150, mix('#3f6a57', sky.low, 0.2))) +
    rect(0, ground + 10, s.w, s.h, s.lin([mix(sky.low, '#b98a80', 0.5), mix(sky.mid, '#5a4668', 0.6)])) +
    times(7, (i) => stroke(`M${500 + (i - 3) * 60} ${ground + 12}L${500 + (i - 3) * 320} ${s.h}`, '#fff1d6', 2, 'opacity=".25"')) +
    stroke(`M-20 ${s.h * 0.1}Q500 ${s.h * 0.26} 1020 ${s.h * 0.08}`, '#3a2a44', 3) +
    times(12, (i) =>
      circle(
        i * 90 + 10,
        s.h * (0.1 + 0.15 * Math.sin((i / 11) * 3.14)) + 6,
        30,
        s.rad([
          [0, '#fff0c0', 1],
          [0.3, '#ffdf9a', 0.5],
          [1, '#ffdf9a', 0],
        ]),
      ),
    ) +
    times(7, (i) =>
      person(
        80 + i * 140,
        ground + 90 * k,
        230 * k,
        makeOutfit(r, { pose: r.pick(['wave', 'walk']), cut: r.pick(['bun', 'bob', 'short', 'long']) }),
        i % 2 === 0,
      ),
    ) +
    times(5, (i) => {
      const x = 120 + i * 190
      const y = s.h * 0.82
      return (
        shadow(s, x, y, 80 * k, 14, 0.4) +
        person(x, y, 310 * k, makeOutfit(r, { pose: i % 2 ? 'wave' : 'offer', wear: r.pick(['dress', 'skirt', 'trousers']) }), i > 2)
      )
    }) +
    times(3, (i) => {
      const x = 210 + i * 290
      const y = s.h * 0.97
      return (
        shadow(s, x, y, 110 * k, 18, 0.45) +
        person(x, y, 410 * k, makeOutfit(r, { pose: 'wave', wear: r.pick(['dress', 'skirt', 'trousers', 'hanfu']) }), i === 2)
      )
    }) +
    at(
      900,
      s.h * 0.9,
      rect(-60, -130, 120, 130, '#35303a', 16) +
        circle(0, -46, 36, '#5a5460') +
        circle(0, -46, 16, '#2b2630') +
        circle(0, -104, 16, '#5a5460'),
      k,
    )
  )
}
