import { dark, light, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, stroke, times } from './draw.ts'
import { cloth as fabrics, type Sky, skies } from './palettes.ts'
import { figure, makeOutfit, person } from './parts/figure.ts'
import { birds, cloud, fir, flakes, glints, hill, paintSky, peak, ridge, ridgeAt, shadow, sun } from './parts/nature.ts'
import { lantern } from './parts/objects.ts'
import { bicycle, laundry, streetLamp, tower, townhouse } from './parts/street.ts'
import type { Stage } from './stage.ts'

/** An old lane with laundry, plane trees and someone coming home. */
export function lane(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['morning', 'peach', 'dusk', 'mint', 'plum'] as const)]
  const ground = s.h * 0.76
  const evening = sky === skies.dusk || sky === skies.plum
  const glow = evening ? '#ffdc94' : ''
  const walls = r.shuffle(['#d98a6a', '#e9c9a0', '#c56a58', '#d8b59a', '#b9796a', '#efd9b8'])
  const roof = r.pick(['#7a4238', '#5b4350', '#6a5148'])
  const leaf = r.pick(['#8fae5c', '#d99a3e', '#7aa06a'])
  const trunk = (x: number, flip: number) =>
    path(
      `M${x - 30} ${s.h * 0.9}C${x - 16} ${s.h * 0.6} ${x - 20 * flip} ${s.h * 0.4} ${x + 30 * flip} ${s.h * 0.2}L${x + 60 * flip} ${s.h * 0.2}C${x + 20} ${s.h * 0.4} ${x + 24} ${s.h * 0.6} ${x + 34} ${s.h * 0.9}Z`,
      '#a79a86',
    ) +
    each([0.34, 0.48, 0.6, 0.74], (f) => ellipse(x + 4, s.h * f, 15, 22, '#c9bda6')) +
    times(9, (i) => {
      const bx = x + flip * (60 + i * 26) + r.range(-40, 60)
      return circle(bx, s.h * r.range(-0.02, 0.2), r.range(60, 110), mix(leaf, i % 3 ? leaf : '#fff1cf', 0.25))
    }) +
    times(30, () =>
      ellipse(
        x + flip * r.range(-40, 330),
        s.h * r.range(0, 0.28),
        16,
        10,
        r.pick([light(leaf, 0.3), dark(leaf, 0.16)]),
        `transform="rotate(${r.int(-60, 60)})" transform-origin="${x} 0"`,
      ),
    )
  return (
    paintSky(s, sky, ground) +
    sun(s, sky, 520, s.h * 0.3, 60) +
    times(3, (i) =>
      tower(s, 400 + i * 74, ground, 66, s.h * r.range(0.34, 0.52), mix(sky.haze, '#7f86a3', 0.3), light(sky.haze, 0.4), 0.5),
    ) +
    townhouse(s, 270, ground + 4, 190, s.h * 0.36, mix(walls[4] as string, sky.haze, 0.4), mix(roof, sky.haze, 0.4), glow) +
    townhouse(s, 585, ground + 4, 180, s.h * 0.33, mix(walls[5] as string, sky.haze, 0.4), mix(roof, sky.haze, 0.4), glow) +
    townhouse(s, 40, ground + 30, 260, s.h * 0.5, walls[0] as string, roof, glow) +
    townhouse(s, 730, ground + 30, 260, s.h * 0.54, walls[1] as string, roof, glow) +
    townhouse(s, -230, ground + 70, 300, s.h * 0.62, walls[2] as string, roof, glow) +
    path(`M300 ${ground}H700L1100 ${s.h + 10}H-100Z`, s.lin([mix(sky.low, '#b39a86', 0.5), '#8f7a70'])) +
    path(`M-20 ${ground + 30}H300V${ground}L-20 ${s.h + 20}ZM1020 ${ground + 30}H700V${ground}L1020 ${s.h + 20}Z`, '#a58f80') +
    times(7, (i) => stroke(`M${200 - i * 50} ${ground + 24 + i * i * 6}H${800 + i * 50}`, '#6f5c58', 2.5, 'opacity=".35"')) +
    times(30, () => ellipse(r.range(80, 920), s.h * r.range(0.82, 0.99), 9, 5, leaf, 'opacity=".8"')) +
    laundry(s, 250, s.h * 0.4, 760, s.h * 0.37, r.shuffle(fabrics)) +
    laundry(s, 280, s.h * 0.52, 640, s.h * 0.54, r.shuffle(fabrics)) +
    trunk(60, 1) +
    trunk(950, -1) +
    (evening ? streetLamp(s, 770, ground + 60, s.h * 0.3, '#3a3040', true) : '') +
    shadow(s, 700, s.h * 0.92, 190, 22, 0.4) +
    at(720, s.h * 0.92, bicycle(s, r.pick(['#2f7d82', '#c5392c', '#3f5a8c'])), s.k * 0.95) +
    shadow(s, 420, s.h * 0.9, 100, 16, 0.4) +
    person(420, s.h * 0.9, 330 * s.k, makeOutfit(r, { pose: 'walk', wear: r.pick(['dress', 'coat', 'skirt']), bag: 'tote' })) +
    person(540, ground + 44, 170 * s.k, makeOutfit(r, { pose: r.pick(['walk', 'stand', 'phone']) }), true) +
    at(
      150,
      s.h * 0.95,
      path('M-40 0C-60 -20 -40 -56 -10 -60L-6 -84L10 -66Q26 -70 34 -62L40 -80L50 -58C60 -40 50 -20 46 0Z', '#3a3038') +
        path('M-36 -6C-80 -10 -90 -50 -70 -66', 'none', 'stroke="#3a3038" stroke-width="11" stroke-linecap="round"'),
      s.k,
    )
  )
}

/** Bamboo chairs, lidded cups, an afternoon under the trees. */
export function teahouse(s: Stage): string {
  const r = s.rng
  const floor = s.h * 0.62
  const cane = '#d0a25c'
  const leaf = r.pick(['#7fa35c', '#6b9a63', '#93b05a'])
  const chair = (x: number, y: number, k: number, flip: boolean) =>
    at(
      x,
      y,
      stroke('M-62 0L-54 -76M62 0L58 -70M-54 -76L-78 -238M-58 -36L60 -34', dark(cane, 0.15), 12) +
        path('M-64 -82L74 -76L68 -58L-60 -64Z', cane) +
        times(6, (i) => stroke(`M${-56 - i * 3.6} ${-98 - i * 22}l52 -5`, light(cane, 0.2), 9)) +
        stroke('M-54 -76L-78 -240M2 -100L-20 -246M-78 -238q30 -14 58 -8M-62 -140Q20 -160 58 -134L60 -72', cane, 12),
      k,
      0,
      flip,
    )
  const table = (x: number, y: number, k: number) =>
    at(
      x,
      y,
      stroke('M-70 0L-40 -130M70 0L40 -130M-56 -60H56', dark(cane, 0.2), 13) +
        ellipse(0, -134, 150, 34, dark(cane, 0.2)) +
        ellipse(0, -142, 150, 34, light(cane, 0.15)) +
        each([-70, 40], (cx, i) =>
          at(
            cx,
            -144 + i * 10,
            ellipse(0, 0, 40, 11, '#f6efe2') +
              path('M-28 -50C-28 -14 -14 -2 0 -2C14 -2 28 -14 28 -50Z', '#fdfaf2') +
              stroke('M-26 -34Q0 -20 26 -34', '#3f6a9c', 5) +
              path('M-32 -50C-20 -72 20 -72 32 -50Z', '#fdfaf2') +
              circle(0, -70, 7, '#3f6a9c'),
            0.66,
          ),
        ) +
        ellipse(-10, -122, 22, 8, '#8a5a3b'),
      k,
    )
  const seated = (x: number, y: number, k: number, flip: boolean) =>
    at(
      x,
      y,
      figure(makeOutfit(r, { pose: r.pick(['sit', 'read', 'sit']), bag: 'none', cut: r.pick(['short', 'bob', 'bun', 'hat']) })),
      k,
      0,
      flip,
    )
  const k = s.k
  const y1 = s.h * 0.93
  return (
    rect(0, 0, s.w, s.h, s.lin(['#e7efcf', '#f7ecd0'])) +
    times(26, () => circle(r() * 1000, s.h * r.range(-0.02, 0.42), r.range(50, 120), mix(leaf, '#fdf6d8', r.range(0.35, 0.7)))) +
    rect(0, floor - s.h * 0.2, s.w, s.h * 0.2, '#c9b394') +
    path(
      `M-20 ${floor - s.h * 0.2}Q250 ${floor - s.h * 0.24} 500 ${floor - s.h * 0.2}Q750 ${floor - s.h * 0.16} 1020 ${floor - s.h * 0.21}V${floor - s.h * 0.165}Q750 ${floor - s.h * 0.12} 500 ${floor - s.h * 0.16}Q250 ${floor - s.h * 0.2} -20 ${floor - s.h * 0.16}Z`,
      '#5b4c4a',
    ) +
    circle(500, floor - s.h * 0.06, s.h * 0.075, '#8aa565') +
    circle(500, floor - s.h * 0.06, s.h * 0.064, '#dfe6b8') +
    path(`M${500 - s.h * 0.064} ${floor}h${s.h * 0.128}v-${s.h * 0.06}h-${s.h * 0.128}Z`, '#dfe6b8') +
    rect(0, floor, s.w, s.h - floor, s.lin(['#d9c4a0', '#b89a78'])) +
    times(30, () => ellipse(r() * 1000, s.h * r.range(0.64, 1), r.range(50, 130), r.range(9, 20), '#fdf3cf', 'opacity=".35"')) +
    times(8, (i) => stroke(`M0 ${floor + 16 + i * i * 7}H1000`, '#a58a6c', 2, 'opacity=".5"')) +
    each(
      [120, 880],
      (x) =>
        path(
          `M${x - 34} ${floor + 60}C${x - 20} ${s.h * 0.4} ${x - 30} ${s.h * 0.2} ${x - 10} -20H${x + 40}C${x + 20} ${s.h * 0.2} ${x + 24} ${s.h * 0.4} ${x + 44} ${floor + 60}Z`,
          '#7d6350',
        ) + stroke(`M${x} ${s.h * 0.1}V${floor}M${x + 14} ${s.h * 0.2}V${floor - 40}`, '#6a5142', 4, 'opacity=".6"'),
    ) +
    times(28, () => circle(r() * 1000, s.h * r.range(-0.06, 0.14), r.range(50, 100), r.pick([leaf, light(leaf, 0.2), dark(leaf, 0.14)]))) +
    each([250, 500, 750], (x, i) => at(x, -10, lantern(s, 110, i === 1 ? '#e2a33c' : '#c5392c', false), k)) +
    each(
      [
        [300, 0.72, false],
        [700, 0.72, true],
      ] as const,
      ([x, f, flip]) => chair(x, s.h * f, 0.72 * k, flip) + seated(x + (flip ? 4 : -4), s.h * f, 2.1 * k, flip),
    ) +
    table(500, s.h * 0.725, 0.74 * k) +
    shadow(s, 500, y1, 470 * k, 34, 0.4) +
    chair(210, y1, 1.2 * k, false) +
    seated(206, y1 + 4, 3.6 * k, false) +
    chair(800, y1, 1.2 * k, true) +
    seated(804, y1 + 4, 3.6 * k, true) +
    table(505, y1 + 16, 1.2 * k) +
    at(
      620,
      floor + 30,
      figure(makeOutfit(r, { pose: 'offer', wear: 'trousers', bag: 'none', top: '#f5e9d2' })) +
        at(24, -60, path('M-7 0H7L5 -12H-5Z', '#b9793a') + stroke('M6 -10L34 -20', '#b9793a', 2)),
      1.9 * k,
      0,
      true,
    )
  )
}

/** A green suspension bridge over a wide river, firs on both sides. */
export function bridge(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['morning', 'dusk', 'rain', 'peach', 'mint'] as const)]
  const water = s.h * 0.68
  const steel = r.pick(['#5f9a8a', '#6fa596', '#8aa9a0'])
  const hillside = '#33604f'
  const deck = s.h * 0.5
  const tw = (x: number, top: number, k: number) =>
    path(
      `M${x - 26 * k} ${water + 20}L${x - 15 * k} ${top}L${x} ${top - 60 * k}L${x + 15 * k} ${top}L${x + 26 * k} ${water + 20}H${x + 10 * k}L${x + 6 * k} ${deck + 26 * k}H${x - 6 * k}L${x - 10 * k} ${water + 20}Z`,
      s.lin([light(steel, 0.2), dark(steel, 0.2)], 0),
    ) +
    times(4, (i) => rect(x - 14 * k, top + 30 * k + i * (deck - top) * 0.22, 28 * k, 9 * k, dark(steel, 0.25))) +
    path(`M${x - 8 * k} ${deck - 20 * k}V${deck - 90 * k}Q${x} ${deck - 120 * k} ${x + 8 * k} ${deck - 90 * k}V${deck - 20 * k}Z`, sky.mid)
  const [xa, xb] = [250, 740]
  const top = s.h * 0.2
  const cable = (x1: number, y1: number, x2: number, y2: number, sag: number) =>
    stroke(`M${x1} ${y1}Q${(x1 + x2) / 2} ${sag} ${x2} ${y2}`, dark(steel, 0.15), 7) +
    times(13, (i) => {
      const t = (i + 1) / 14
      const x = x1 + (x2 - x1) * t
      const y = (1 - t) * (1 - t) * y1 + 2 * t * (1 - t) * sag + t * t * y2
      return stroke(`M${x} ${y}V${deck}`, dark(steel, 0.1), 2.4)
    })
  const far = ridge(s, s.h * 0.5, 50, 5)
  const mid = ridge(s, s.h * 0.6, 36, 5)
  return (
    paintSky(s, sky, water) +
    sun(s, sky, r.range(350, 650), s.h * 0.3, 56) +
    peak(s, r.range(420, 600), s.h * 0.52, 520, s.h * 0.24, mix(sky.haze, '#7b8fb5', 0.45), '#fdfaf5') +
    cloud(s, 170, s.h * 0.16, 120, sky.cloud, 0.8) +
    cloud(s, 850, s.h * 0.24, 100, sky.cloud, 0.7) +
    hill(s, far, mix(sky.haze, hillside, 0.35)) +
    hill(s, mid, mix(sky.haze, hillside, 0.62)) +
    times(26, (i) => {
      const x = i * 42 - 20
      return fir(s, x, ridgeAt(mid, x) + 20, r.range(70, 120) * s.k, mix(sky.haze, hillside, 0.72))
    }) +
    rect(0, water, s.w, s.h - water, s.lin([mix(sky.low, '#4f8a96', 0.45), '#2f6173'])) +
    glints(s, 0, water + 6, 1000, s.h - water, 60, light(sky.low, 0.5)) +
    tw(xb, top + s.h * 0.06, 0.82) +
    cable(-120, s.h * 0.42, xa, top, s.h * 0.4) +
    cable(xa, top, xb, top + s.h * 0.06, s.h * 0.58) +
    cable(xb, top + s.h * 0.06, 1120, s.h * 0.44, s.h * 0.44) +
    path(`M-20 ${deck + 4}Q500 ${deck - 20} 1020 ${deck + 10}V${deck + 36}Q500 ${deck + 6} -20 ${deck + 34}Z`, dark(steel, 0.15)) +
    times(25, (i) => stroke(`M${i * 42} ${deck + 32}l21 -24l21 24`, light(steel, 0.1), 3)) +
    tw(xa, top, 1.1) +
    times(4, (i) => rect(330 + i * 110 + r.range(-20, 20), deck - 22, 34, 16, r.pick(fabrics), 6)) +
    hill(
      s,
      [
        [-400, s.h * 0.84],
        [0, s.h * 0.82],
        [240, s.h * 0.88],
        [520, s.h * 0.97],
        [800, s.h * 1.05],
        [1400, s.h * 1.1],
      ],
      '#2a5044',
    ) +
    hill(
      s,
      [
        [-400, s.h * 1.1],
        [400, s.h * 1.05],
        [700, s.h * 0.95],
        [900, s.h * 0.86],
        [1400, s.h * 0.82],
      ],
      '#24463e',
    ) +
    each(
      [
        [40, 0.95, 360],
        [140, 0.98, 270],
        [930, 0.97, 400],
        [840, 1, 260],
      ] as const,
      ([x, f, size]) => fir(s, x, s.h * f, size * s.k, '#1f4038'),
    ) +
    at(
      560,
      s.h * 0.93,
      path('M-90 0Q0 34 90 0L70 34Q0 46 -70 34Z', '#c5392c') +
        at(-14, 4, figure(makeOutfit(r, { pose: 'sit', cut: 'hat' })), 1.2) +
        stroke('M-20 -40L90 30', '#e9cf95', 7),
      s.k,
    ) +
    (sky === skies.rain ? flakes(s, 60, '#eef4f4', 1, 3) : birds(s, 500, s.h * 0.14, 6, dark(sky.top, 0.4)))
  )
}
