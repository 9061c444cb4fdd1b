import { dark, light, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, smooth, stroke, times } from './draw.ts'
import { cloth as fabrics, palettes, type Sky, skies } from './palettes.ts'
import { figure, makeOutfit, person } from './parts/figure.ts'
import {
  birds,
  bush,
  cloud,
  fir,
  flakes,
  glints,
  hill,
  paintSky,
  peak,
  ridge,
  ridgeAt,
  shadow,
  stars,
  streak,
  sun,
  tree,
} from './parts/nature.ts'
import { lantern, umbrella } from './parts/objects.ts'
import { bicycle, laundry, pearl, streetLamp, tower, townhouse } from './parts/street.ts'
import type { Stage } from './stage.ts'

function skyline(s: Stage, sky: Sky, glass: string, lit: number, base: string): string {
  const r = s.rng
  const shore = s.h * 0.72
  const layer = (count: number, low: number, high: number, colour: string, share: number, pane: string) =>
    times(count, (i) => {
      const w = (1000 / count) * r.range(0.62, 1.05)
      return tower(
        s,
        (i / count) * 1040 - 30 + r.range(-14, 14),
        shore,
        w,
        s.h * r.range(low, high),
        mix(colour, base, r.range(0, 0.22)),
        pane,
        share,
      )
    })
  const hero = r.range(250, 750)
  const water = mix(sky.mid, base, 0.42)
  const boatX = r.range(200, 800)
  const tallScale = s.h > 900 ? 1 : 0.95
  return (
    paintSky(s, sky, shore) +
    (sky.night ? stars(s, 60, shore * 0.7) : '') +
    sun(s, sky, r.range(140, 860), s.h * r.range(0.14, 0.3), sky.night ? 44 : 62) +
    (sky === skies.dusk || sky === skies.plum
      ? times(4, (i) => streak(s, r.range(100, 900), s.h * (0.14 + i * 0.09), 300, sky.cloud, 0.5))
      : cloud(s, r.range(100, 450), s.h * 0.2, 130, sky.cloud, 0.8) + cloud(s, r.range(600, 900), s.h * 0.3, 100, sky.cloud, 0.7)) +
    layer(13, 0.12 * tallScale, 0.34 * tallScale, mix(sky.haze, base, 0.18), lit * 0.4, light(sky.haze, 0.3)) +
    layer(11, 0.12, 0.4 * tallScale, mix(sky.haze, base, 0.42), lit * 0.7, glass) +
    (r.chance(0.6)
      ? pearl(s, hero, shore, s.h * 0.56, mix(sky.haze, '#c25a68', 0.6), mix(sky.haze, '#d2566a', 0.75))
      : path(
          `M${hero - 60} ${shore}L${hero - 40} ${shore - s.h * 0.56}L${hero + 34} ${shore - s.h * 0.6}L${hero + 66} ${shore}Z`,
          s.lin([mix(sky.haze, base, 0.2), mix(sky.haze, base, 0.62)], 0),
        ) +
        path(
          `M${hero - 18} ${shore - s.h * 0.55}L${hero + 16} ${shore - s.h * 0.56}L${hero + 12} ${shore - s.h * 0.51}L${hero - 14} ${shore - s.h * 0.505}Z`,
          sky.mid,
        )) +
    layer(9, 0.06, 0.24, mix(sky.haze, base, 0.74), lit, glass) +
    times(16, (i) => bush(s, i * 68, shore + 4, 74, mix('#3f6a57', base, sky.night ? 0.55 : 0.2))) +
    rect(0, shore - 2, s.w, s.h, s.lin([mix(water, sky.low, 0.45), dark(water, 0.25)])) +
    times(26, () => {
      const x = r() * 1000
      return rect(x, shore + 2, r.range(5, 16), r.range(0.04, 0.2) * s.h, glass, 6, `opacity="${r.range(0.08, 0.3).toFixed(2)}"`)
    }) +
    glints(s, 0, shore + 8, 1000, s.h - shore, 46, light(sky.low, 0.4)) +
    stroke(`M0 ${shore}H1000`, light(base, 0.3), 5) +
    at(
      boatX,
      s.h * 0.84,
      path('M-150 0H150L116 46H-116Z', base) +
        rect(-100, -40, 190, 42, light(base, 0.55), 6) +
        rect(-70, -74, 120, 36, light(base, 0.4), 6) +
        times(5, (i) => rect(-88 + i * 36, -30, 22, 20, glass, 3)) +
        times(3, (i) => rect(-58 + i * 36, -66, 22, 18, glass, 3)) +
        path('M-40 -74l80 0l-10 -14h-60Z', '#c5392c') +
        ellipse(0, 50, 150, 8, light(sky.low, 0.5), 'opacity=".5"'),
      s.k * 0.9,
    )
  )
}

export const skylineDay = (s: Stage) => skyline(s, skies[s.rng.pick(['morning', 'noon', 'mint'] as const)], '#f7fbf6', 0.75, '#3d6288')
export const skylineDusk = (s: Stage) => skyline(s, skies[s.rng.pick(['dusk', 'plum', 'peach'] as const)], '#ffd98c', 0.5, '#4a3560')
export const skylineNight = (s: Stage) => skyline(s, skies.night, s.rng.pick(['#ffd683', '#ffe2a6', '#ffb98a']), 0.45, '#151a3d')

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
      stroke('M-60 0L-50 -150M60 0L56 -120M-50 -150L-72 -260M56 -120L-46 -128M-60 -60L58 -60', dark(cane, 0.15), 12) +
        path('M-60 -138L70 -126L64 -108L-56 -118Z', cane) +
        times(5, (i) => stroke(`M${-54 - i * 4} ${-160 - i * 20}l56 -6`, light(cane, 0.2), 9)) +
        stroke('M-50 -150L-72 -262M6 -160L-14 -266M-72 -260q30 -14 58 -6M-40 -190Q40 -200 60 -150L56 -120', cane, 12),
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
            -146 + i * 14,
            ellipse(0, 0, 40, 11, '#f6efe2') +
              path('M-28 -50C-28 -14 -14 -2 0 -2C14 -2 28 -14 28 -50Z', '#fdfaf2') +
              stroke('M-26 -34Q0 -20 26 -34', '#3f6a9c', 5) +
              path('M-32 -50C-20 -72 20 -72 32 -50Z', '#fdfaf2') +
              circle(0, -70, 7, '#3f6a9c'),
            1,
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

/** Stalls, bulbs, smoke and everyone out late. */
export function nightMarket(s: Stage): string {
  const r = s.rng
  const sky = skies[r.pick(['night', 'plum'] as const)]
  const ground = s.h * 0.7
  const k = s.k
  const stall = (x: number, w: number, y: number, c: string, kk: number) => {
    const top = y - 430 * kk
    return (
      rect(x, top + 60 * kk, 14 * kk, 370 * kk, '#4a332b') +
      rect(x + w - 14 * kk, top + 60 * kk, 14 * kk, 370 * kk, '#4a332b') +
      rect(x + 10, top + 70 * kk, w - 20, 210 * kk, s.lin(['#ffe2a0', '#f29a4e'])) +
      times(7, (i) =>
        at(
          x + 40 * kk + (i * (w - 80 * kk)) / 6,
          top + 120 * kk,
          [
            stroke('M0 0V90', '#c99a5c', 5) +
              times(4, (j) => ellipse(0, 14 + j * 20, 13, 9, ['#c5392c', '#8a4a2a', '#d98a3a', '#7fa35c'][(i + j) % 4] as string)),
            circle(0, 40, 20, '#d7402c') + circle(0, 70, 20, '#d7402c') + stroke('M0 0V100', '#e9cf95', 4),
          ][i % 2] as string,
          kk,
        ),
      ) +
      rect(x - 10, y - 150 * kk, w + 20, 26 * kk, '#8a5a3b') +
      rect(x, y - 126 * kk, w, 126 * kk, s.lin([c, dark(c, 0.35)])) +
      times(4, (i) =>
        at(
          x + w * (0.15 + i * 0.23),
          y - 150 * kk,
          path('M-40 0C-36 -40 36 -40 40 0Z', ['#e9a35c', '#f3e3c4', '#c5603a', '#8fae5c'][i] as string) + ellipse(0, 0, 46, 9, '#fdf6ea'),
          kk,
        ),
      ) +
      times(8, (i) =>
        path(
          `M${x - 24 * kk + (i * (w + 48 * kk)) / 8} ${top}h${(w + 48 * kk) / 8}v${70 * kk}q${-(w + 48 * kk) / 16} ${40 * kk} ${-(w + 48 * kk) / 8} 0Z`,
          i % 2 ? '#fdf3e0' : c,
        ),
      ) +
      rect(x - 26 * kk, top - 14 * kk, w + 52 * kk, 20 * kk, dark(c, 0.3), 6)
    )
  }
  return (
    paintSky(s, sky, ground) +
    stars(s, 40, s.h * 0.3) +
    times(9, (i) => tower(s, i * 120 - 30, ground, 104, s.h * r.range(0.3, 0.56), mix(sky.mid, '#1b1d44', 0.5), '#ffce7d', 0.28)) +
    rect(
      0,
      ground - s.h * 0.26,
      s.w,
      s.h * 0.3,
      s.rad([
        [0, '#ff9d5c', 0.5],
        [1, '#ff9d5c', 0],
      ]),
    ) +
    stall(30, 300, ground + 20, '#b7323c', 0.62 * k + 0.14) +
    stall(370, 260, ground + 6, '#2f7d82', 0.56 * k + 0.14) +
    stall(670, 310, ground + 20, '#d6893a', 0.62 * k + 0.14) +
    rect(0, ground + 6, s.w, s.h, s.lin(['#8a5560', '#3a2a4a'])) +
    each([180, 500, 820], (x, i) =>
      ellipse(
        x,
        ground + 80,
        260,
        70,
        s.rad([
          [0, ['#ff9d8a', '#8ad0d0', '#ffc98a'][i] as string, 0.45],
          [1, '#ffb06b', 0],
        ]),
      ),
    ) +
    each(
      [0.12, 0.2],
      (f, j) =>
        stroke(`M-20 ${s.h * f}Q500 ${s.h * (f + 0.12)} 1020 ${s.h * (f - 0.02)}`, '#2a2036', 3) +
        times(13, (i) => {
          const t = i / 12
          const x = t * 1040 - 20
          const y = s.h * (f + 0.24 * t * (1 - t) - 0.02 * t * t) + 10
          return j
            ? circle(
                x,
                y,
                44,
                s.rad([
                  [0, '#ffdf9a', 0.8],
                  [0.25, '#ffdf9a', 0.35],
                  [1, '#ffdf9a', 0],
                ]),
              ) + circle(x, y, 8, '#fff3cf')
            : i % 3 === 1
              ? at(x, y - 12, lantern(s, 74, i % 2 ? '#d7402c' : '#e8953a'))
              : ''
        }),
    ) +
    times(6, (i) =>
      person(
        90 + i * 165 + r.range(-30, 30),
        ground + 80 * k + r.range(0, 30),
        250 * k,
        makeOutfit(r, { pose: r.pick(['walk', 'stand', 'hold', 'phone']) }),
        r.chance(0.5),
      ),
    ) +
    times(3, (i) => {
      const x = 190 + i * 310 + r.range(-40, 40)
      const y = s.h * r.range(0.93, 0.99)
      return (
        shadow(s, x, y, 110 * k, 18, 0.5) +
        person(x, y, 400 * k, makeOutfit(r, { pose: r.pick(['walk', 'hold', 'stand', 'wave']) }), r.chance(0.5))
      )
    }) +
    times(10, () => circle(r() * 1000, ground - r() * s.h * 0.3, r.range(30, 90), '#fff3e0', 'opacity=".06"'))
  )
}

/** Rain, neon puddles, a street of umbrellas. */
export function streetRain(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(['teal', 'lilac', 'sky', 'rose'] as const)]
  const sky: Sky = skies[r.pick(['rain', 'plum', 'night'] as const)]
  const ground = s.h * 0.66
  const k = s.k
  const shades = r.shuffle(['#d7402c', '#f2ac3d', '#2f7d82', '#8a70aa', '#e88f86', '#f5e9d2'])
  return (
    paintSky(s, sky, ground) +
    times(7, (i) => {
      const c = mix(mix(sky.mid, p.ink, 0.45), fabrics[i % 12] as string, 0.18)
      const bh = s.h * r.range(0.4, 0.62)
      const x = i * 155 - 50
      return (
        rect(x, ground - bh, 150, bh, s.lin([dark(c, 0.2), c])) +
        times(12, (j) =>
          r.chance(0.6)
            ? rect(
                x + 18 + (j % 3) * 42,
                ground - bh + 30 + Math.floor(j / 3) * 74,
                28,
                44,
                r.chance(0.6) ? '#ffd993' : light(c, 0.25),
                3,
                'opacity=".85"',
              )
            : '',
        ) +
        rect(x + 10, ground - 120, 130, 120, r.pick(['#ffe0a0', '#ffc7a0', '#bfe6df'])) +
        times(4, (j) => path(`M${x + 4 + j * 36} ${ground - 132}h36v30q-18 16 -36 0Z`, j % 2 ? '#fdf6ea' : (shades[i % 6] as string))) +
        (i % 2
          ? rect(x + 100, ground - bh * 0.72, 30, 120, shades[(i + 2) % 6] as string, 6) +
            circle(
              x + 115,
              ground - bh * 0.72 + 60,
              90,
              s.rad([
                [0, shades[(i + 2) % 6] as string, 0.4],
                [1, '#ffffff', 0],
              ]),
            )
          : '')
      )
    }) +
    rect(0, ground, s.w, s.h, s.lin([mix(sky.low, p.ink, 0.45), mix(p.ink, sky.top, 0.3)])) +
    times(26, () =>
      rect(
        r() * 1000,
        ground + r() * 20,
        r.range(16, 46),
        r.range(0.06, 0.28) * s.h,
        r.pick(['#ffd993', shades[0] as string, shades[2] as string, '#fdf6ea']),
        14,
        `opacity="${r.range(0.08, 0.28).toFixed(2)}"`,
      ),
    ) +
    times(9, (i) =>
      rect(40 + i * 112, s.h * 0.8, 70, s.h * 0.045, '#fdf6ea', 0, 'opacity=".3" transform="skewX(-14)" transform-origin="500 800"'),
    ) +
    times(4, (i) => {
      const x = 130 + i * 245 + r.range(-30, 30)
      const o = makeOutfit(r, { pose: 'hold', wear: r.pick(['coat', 'dress', 'trousers']), bag: 'none' })
      return at(x, ground + 60, figure(o) + at(14, -64, umbrella(s, 30, shades[(i + 3) % 6] as string)), 1.9 * k, 0, r.chance(0.5))
    }) +
    times(2, (i) => {
      const x = [310, 690][i] as number
      const y = s.h * (i ? 0.96 : 0.92)
      return (
        ellipse(x, y, 130 * k, 16, '#fdf6ea', 'opacity=".2"') +
        shadow(s, x, y, 130 * k, 20, 0.5) +
        at(
          x,
          y,
          figure(makeOutfit(r, { pose: 'hold', wear: i ? 'coat' : 'dress', shoe: '#d7402c', bag: 'none' })) +
            at(14, -64, umbrella(s, 33, shades[i] as string)),
          4.1 * k,
          0,
          i === 1,
        )
      )
    }) +
    stroke(
      Array.from({ length: 90 }, () => {
        const x = r() * 1050
        const y = r() * s.h
        return `M${x.toFixed(0)} ${y.toFixed(0)}l-7 ${r.range(22, 44).toFixed(0)}`
      }).join(''),
      '#eef4f6',
      2,
      'opacity=".38"',
    ) +
    times(24, () =>
      ellipse(r() * 1000, s.h * r.range(0.74, 1), r.range(12, 30), 4, 'none', 'stroke="#eef4f6" stroke-width="2" opacity=".5"'),
    )
  )
}

/** The little shop that never closes. */
export function cornerShop(s: Stage): string {
  const r = s.rng
  const ground = s.h * 0.78
  const k = s.k
  const sign = r.pick(['#2f7d82', '#d7402c', '#3f6a4f', '#d6893a'])
  const top = s.h * 0.3
  const shelf = (x: number, y: number, w: number) =>
    rect(x, y, w, 8, '#fdfaf2') + times(w / 24, (i) => rect(x + 4 + i * 24, y - r.range(30, 50), 18, 50, r.pick(fabrics), 4))
  return (
    rect(0, 0, s.w, s.h, s.lin(['#171c40', '#34336b'])) +
    stars(s, 30, s.h * 0.2) +
    rect(0, s.h * 0.06, s.w, ground, '#232650') +
    times(
      8,
      (i) =>
        rect(50 + i * 125, s.h * 0.09, 70, s.h * 0.12, r.chance(0.3) ? '#ffce85' : '#2f3364', 6) +
        rect(40 + i * 125, s.h * 0.215, 90, 10, '#3c3f74'),
    ) +
    times(3, (i) => rect(140 + i * 330, s.h * 0.225, 70, 50, '#4a4d80', 6) + circle(175 + i * 330, s.h * 0.225 + 25, 18, '#2f3364')) +
    rect(60, top, 880, ground - top, '#fdf3dc') +
    rect(60, top + 90, 880, ground - top - 90, s.lin(['#fff7e0', '#ffe7b8'])) +
    rect(40, top, 920, 92, sign) +
    rect(40, top + 60, 920, 12, '#fdf6ea') +
    rect(40, top + 72, 920, 10, '#f2ac3d') +
    circle(150, top + 30, 22, '#fdf6ea') +
    rect(200, top + 18, 260, 24, '#fdf6ea', 12) +
    each([0.42, 0.52, 0.62], (f) => shelf(110, s.h * f + 60, 380)) +
    rect(520, ground - 190 * k, 200, 190 * k, '#e9d3a8') +
    rect(510, ground - 200 * k, 220, 20, '#8a5a3b', 5) +
    person(620, ground - 40 * k, 330 * k, makeOutfit(r, { pose: 'stand', top: sign, bag: 'none', cut: 'cap', bottom: sign })) +
    rect(510, ground - 180 * k, 220, 180 * k, s.lin(['#f3e0b8', '#dcbf8c'])) +
    times(4, (i) => at(540 + i * 52, ground - 200 * k, path('M-20 0V-26Q0 -40 20 -26V0Z', fabrics[i] as string), k)) +
    rect(750, top + 110, 170, ground - top - 110, '#bfe0e4', 0, 'opacity=".55"') +
    rect(832, top + 110, 8, ground - top - 110, '#fdf6ea') +
    path(`M110 ${top + 100}L240 ${top + 100}L140 ${ground}H60V${top + 190}Z`, '#ffffff', 'opacity=".22"') +
    rect(60, top + 90, 12, ground - top - 90, '#d8c7a0') +
    rect(928, top + 90, 12, ground - top - 90, '#d8c7a0') +
    rect(500, top + 90, 10, ground - top - 90, '#d8c7a0') +
    rect(0, ground, s.w, s.h, s.lin(['#6a5570', '#2b2748'])) +
    path(
      `M60 ${ground}H940L1100 ${s.h + 10}H-100Z`,
      s.lin([
        [0, '#ffe7a8', 0.6],
        [1, '#ffe7a8', 0],
      ]),
    ) +
    at(
      120,
      ground + 70 * k,
      rect(-60, -150, 120, 150, '#d7402c', 10) +
        rect(-46, -136, 92, 80, '#bfe0e4', 6) +
        times(3, (i) => rect(-40 + i * 28, -120, 20, 56, fabrics[i + 1] as string, 5)) +
        rect(-40, -40, 80, 26, '#8a2a22', 5),
      k,
    ) +
    person(
      430,
      s.h * 0.93,
      400 * k,
      makeOutfit(r, { pose: r.pick(['hold', 'phone']), wear: r.pick(['coat', 'trousers', 'skirt']), bag: 'tote' }),
    ) +
    at(790, s.h * 0.94, bicycle(s, '#f2ac3d'), k * 0.95) +
    at(
      560,
      s.h * 0.95,
      ellipse(0, 0, 70, 10, '#1b1836', 'opacity=".5"') +
        path('M-44 0C-56 -40 -30 -64 0 -64Q10 -64 16 -58L20 -76L34 -60L50 -74L52 -52C58 -30 50 -10 44 0Z', '#e8974a') +
        path('M-40 -6C-80 -6 -84 -40 -70 -56', 'none', 'stroke="#e8974a" stroke-width="12" stroke-linecap="round"'),
      k,
    )
  )
}

/** A train crossing a wide valley. */
export function train(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['morning', 'noon', 'peach', 'dusk', 'mint'] as const)]
  const y = s.h * 0.62
  const field = r.pick(['#9bb661', '#d9b95c', '#86aa68', '#c9a860'])
  const body = r.pick(['#fdf6ea', '#c5392c', '#2f7d82', '#f2ac3d'])
  const stripe = body === '#fdf6ea' ? '#2f5d8c' : '#fdf6ea'
  const k = s.k * 0.92
  const car = (x: number, front: boolean) =>
    at(
      x,
      y,
      (front
        ? path('M-200 -120H70C150 -116 210 -60 224 -12Q224 0 210 0H-200Z', s.lin([light(body, 0.3), dark(body, 0.18)])) +
          path('M90 -104C130 -98 164 -74 186 -50H110Z', '#34495c')
        : rect(-200, -120, 404, 120, s.lin([light(body, 0.3), dark(body, 0.18)]), 14)) +
        rect(-200, -40, front ? 400 : 404, 12, stripe) +
        times(
          front ? 4 : 6,
          (i) => rect(-176 + i * 64, -96, 44, 38, '#34495c', 8) + path(`M${-170 + i * 64} -92h14l-10 30h-8Z`, '#fff', 'opacity=".35"'),
        ) +
        times(4, (i) => circle(-150 + i * 92, 6, 15, '#3a3440')) +
        rect(-206, -6, front ? 420 : 416, 10, '#3a3440', 4),
      k,
    )
  const far = ridge(s, s.h * 0.46, 40, 5)
  return (
    paintSky(s, sky, y) +
    sun(s, sky, r.range(180, 820), s.h * 0.18, 56) +
    cloud(s, 200, s.h * 0.2, 130, sky.cloud) +
    cloud(s, 720, s.h * 0.14, 160, sky.cloud) +
    times(3, (i) =>
      peak(
        s,
        140 + i * 330 + r.range(-60, 60),
        s.h * 0.5,
        520,
        s.h * r.range(0.18, 0.28),
        mix(sky.haze, '#7187ad', 0.4 + i * 0.05),
        '#fdfaf5',
      ),
    ) +
    hill(s, far, mix(sky.haze, field, 0.5)) +
    times(20, (i) => {
      const x = i * 54
      return tree(s, x, ridgeAt(far, x) + 26, r.range(60, 100), mix('#5f8a5a', sky.haze, 0.35))
    }) +
    hill(s, ridge(s, s.h * 0.54, 14, 4), mix(field, sky.haze, 0.2)) +
    times(
      9,
      (i) =>
        rect(i * 125 - 10, y + 8 * k, 46, s.h * 0.16, s.lin([light('#cdb79a', 0.2), '#a58c72'], 0)) +
        path(`M${i * 125 + 36} ${y + 10}h79v${s.h * 0.12}q-39 -60 -79 0Z`, mix(field, sky.haze, 0.25), 'opacity=".01"'),
    ) +
    rect(0, y + 4 * k, s.w, 26, '#cdb79a') +
    rect(0, y + 26, s.w, 8, '#8d7762') +
    stroke(`M0 ${y + 6 * k}H1000`, '#5a4a4a', 5) +
    times(10, (i) => stroke(`M${i * 110 + 30} ${y}V${y - 190 * k}h30`, '#6a6470', 5)) +
    stroke(`M0 ${y - 180 * k}H1000`, '#6a6470', 2.5) +
    each([-30, 384], (x) => car(x * k + 30, false)) +
    car(30 + 798 * k, true) +
    hill(s, ridge(s, s.h * 0.76, 14, 4), s.lin([light(field, 0.15), dark(field, 0.2)])) +
    times(8, (i) =>
      stroke(
        `M${500 + (i - 4) * 40} ${s.h * 0.77}Q${500 + (i - 4) * 120} ${s.h * 0.86} ${500 + (i - 4) * 300} ${s.h + 10}`,
        dark(field, 0.22),
        6,
        'opacity=".45"',
      ),
    ) +
    times(40, () => circle(r() * 1000, s.h * r.range(0.8, 1), r.range(4, 10), r.pick(['#e0583c', '#fff6e6', '#f2ac3d']))) +
    person(180, s.h * 0.95, 260 * s.k, makeOutfit(r, { pose: 'wave', cut: 'hat' })) +
    bush(s, 880, s.h * 1, 230 * s.k, '#5f8a4d') +
    birds(s, 500, s.h * 0.1, 5, dark(sky.top, 0.4)) +
    path(smooth([[0, 0]]), 'none')
  )
}

/** The view from a seat by the window. */
export function trainWindow(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(['teal', 'sky', 'persimmon', 'jade'] as const)]
  const sky: Sky = skies[r.pick(['morning', 'peach', 'dusk', 'snow', 'noon'] as const)]
  const [x, y, w, h] = [110, s.h * 0.1, 780, s.h * 0.56]
  const land = sky === skies.snow ? '#e9eef2' : r.pick(['#8fae5c', '#c9a860', '#6f9f7a'])
  const base = y + h
  const view =
    paintSky(s, sky, base) +
    sun(s, sky, r.range(300, 700), y + h * 0.26, 44) +
    times(3, (i) => peak(s, 230 + i * 270, base - h * 0.24, 440, h * r.range(0.32, 0.46), mix(sky.haze, '#6f86ad', 0.42), '#fdfaf5')) +
    hill(s, ridge(s, base - h * 0.3, 22, 5), mix(land, sky.haze, 0.5)) +
    rect(0, base - h * 0.24, 1000, h * 0.12, mix(sky.low, '#5f9aaa', 0.5)) +
    hill(s, ridge(s, base - h * 0.12, 12, 5), land) +
    times(8, (i) =>
      sky === skies.snow
        ? fir(s, 130 + i * 105, base + 10, r.range(120, 190) * s.k, '#4f7a74', '#fdfcfa')
        : tree(s, 130 + i * 105, base + 10, r.range(100, 170) * s.k, mix('#5f8a5a', land, 0.4)),
    )
  const d = `M${x + 70} ${y}H${x + w - 70}Q${x + w} ${y} ${x + w} ${y + 70}V${base - 70}Q${x + w} ${base} ${x + w - 70} ${base}H${x + 70}Q${x} ${base} ${x} ${base - 70}V${y + 70}Q${x} ${y} ${x + 70} ${y}Z`
  const table = s.h * 0.78
  return (
    rect(0, 0, s.w, s.h, s.lin([mix(p.pale, p.deep, 0.3), mix(p.deep, p.surface, 0.3)])) +
    rect(x - 30, y - 30, w + 60, h + 60, mix(p.deep, p.surface, 0.5), 100) +
    rect(x - 14, y - 14, w + 28, h + 28, p.white, 84) +
    s.clip(d, view + path(`M${x} ${y}h220l-180 ${h}h-40ZM${x + 300} ${y}h60l-180 ${h}h-60Z`, '#ffffff', 'opacity=".14"')) +
    path(
      `M-20 -20H150C130 ${s.h * 0.2} 110 ${s.h * 0.4} 60 ${s.h * 0.72}H-20Z`,
      s.lin(
        [p.pop, light(p.pop, 0.2), dark(p.pop, 0.1)].map((c, i) => [i / 2, c] as const),
        0,
      ),
    ) +
    rect(0, table, s.w, s.h, s.lin([p.surface, dark(p.surface, 0.3)])) +
    path(`M-20 ${table - 20}H1020L980 ${table + 40}H20Z`, light(p.surface, 0.5)) +
    at(740, table + 10, rect(-90, -30, 180, 26, p.pop2, 6) + rect(-70, -54, 150, 26, p.leaf, 6), s.k) +
    at(
      310,
      table + 16,
      path('M-64 -150H64L52 0H-52Z', s.lin([p.white, mix(p.white, p.deep, 0.4)], 0)) +
        rect(-70, -166, 140, 22, p.pop, 8) +
        path('M-60 -110H60L55 -50H-55Z', p.pop2),
      s.k,
    ) +
    at(
      520,
      table + 14,
      path('M-70 0C-90 -60 -60 -96 0 -96C60 -96 90 -60 70 0Z', '#f29a3e') +
        ellipse(-24, -66, 16, 9, '#fde0b0', 'transform="rotate(-24 -24 -66)"'),
      s.k * 0.8,
    ) +
    path(
      `M800 ${s.h + 20}C820 ${table - 130} 900 ${table - 210} 1040 ${table - 200}V${s.h + 20}Z`,
      s.lin([light(p.pop, 0.15), dark(p.pop, 0.2)]),
    ) +
    path(
      `M-40 ${s.h + 20}V${table - 150}C60 ${table - 150} 130 ${table - 90} 140 ${s.h + 20}Z`,
      s.lin([light(p.pop, 0.1), dark(p.pop, 0.24)]),
    )
  )
}

/** Riding along the river, basket full. */
export function cycling(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['morning', 'peach', 'mint', 'dusk', 'noon'] as const)]
  const path1 = s.h * 0.74
  const leaf = r.pick(['#e9b0ac', '#8fae5c', '#e0a13e', '#d9694a'])
  const k = s.k * 1.1
  const x = r.range(440, 560)
  const o = makeOutfit(r, { pose: 'ride', bag: r.pick(['none', 'back']), wear: r.pick(['trousers', 'shorts']) })
  return (
    paintSky(s, sky, path1) +
    sun(s, sky, r.range(200, 800), s.h * 0.22, 60) +
    cloud(s, 720, s.h * 0.16, 130, sky.cloud) +
    times(12, (i) =>
      tower(s, i * 90 - 20, s.h * 0.52, 70, s.h * r.range(0.06, 0.2), mix(sky.haze, '#6f7da3', 0.3), light(sky.haze, 0.4), 0.4),
    ) +
    rect(0, s.h * 0.52, s.w, path1, s.lin([mix(sky.low, '#6aa5ad', 0.4), mix(sky.mid, '#3f8796', 0.5)])) +
    glints(s, 0, s.h * 0.53, 1000, s.h * 0.2, 40, '#fffaf0') +
    times(5, (i) => tree(s, 20 + i * 245, path1 + 14, 520 * s.k, leaf)) +
    times(23, (i) => rect(i * 46, path1 - 70, 7, 76, '#fdf6ea')) +
    rect(0, path1 - 74, s.w, 10, '#fdf6ea') +
    rect(0, path1 - 40, s.w, 7, '#fdf6ea') +
    rect(0, path1, s.w, s.h, s.lin(['#e7cfae', '#c9a988'])) +
    rect(0, path1, s.w, 14, mix(leaf, '#7a9a55', 0.6)) +
    times(7, (i) => rect(-30 + i * 170, s.h * 0.885, 100, 10, '#fff7e6', 5, 'opacity=".8"')) +
    shadow(s, x, s.h * 0.94, 260 * k, 20, 0.45) +
    at(x, s.h * 0.94, bicycle(s, r.pick(['#2f7d82', '#d7402c', '#f2ac3d', '#3f5a8c'])), k * 1.12) +
    at(x - 66 * k, s.h * 0.94 - 56 * k, figure(o), 4.1 * k) +
    times(40, () =>
      ellipse(
        r() * 1000,
        r() * s.h,
        9,
        5.5,
        light(leaf, 0.2),
        `opacity=".85" transform="rotate(${r.int(0, 180)})" transform-origin="${(r() * 1000).toFixed(0)} ${(r() * s.h).toFixed(0)}"`,
      ),
    )
  )
}
