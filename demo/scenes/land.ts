import { dark, light, mix } from './colour.ts'
import { at, blob, circle, each, ellipse, path, rect, smooth, stroke, times } from './draw.ts'
import { type Sky, skies } from './palettes.ts'
import { figure, makeOutfit, person } from './parts/figure.ts'
import {
  birds,
  bush,
  cloud,
  fir,
  flakes,
  glints,
  grass,
  hill,
  leafShape,
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
import type { Stage } from './stage.ts'

/** Ridge behind ridge into the haze. */
export function mountains(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['morning', 'peach', 'dusk', 'mint', 'plum'] as const)]
  const tone = r.pick(['#2f6a63', '#3d5a80', '#54477a', '#4a6b4a'])
  const layers = 6
  const made = Array.from({ length: layers }, (_, i) => ridge(s, s.h * (0.42 + i * 0.095), 90 - i * 9, 5 + (i % 3)))
  return (
    paintSky(s, sky, s.h * 0.8) +
    sun(s, sky, r.range(250, 750), s.h * r.range(0.16, 0.28), r.range(56, 90)) +
    times(3, (i) => streak(s, r.range(100, 900), s.h * (0.12 + i * 0.1), 260, sky.cloud, 0.55)) +
    each(
      made,
      (points, i) =>
        hill(
          s,
          points,
          s.lin([
            [0, mix(sky.haze, tone, (i + 0.6) / layers)],
            [0.6, mix(sky.haze, tone, Math.max(0, (i - 0.6) / layers))],
            [1, mix(sky.low, tone, (i + 0.4) / layers)],
          ]),
        ) +
        (i > 1 && i < 5 ? cloudSea(s, ridgeAt(points, 500) + 70, sky) : '') +
        (i >= 4
          ? times(22, (j) => {
              const x = j * 50 + r.range(-16, 16)
              return fir(
                s,
                x,
                ridgeAt(points, x) + 14,
                r.range(50, 110) * (i - 3) * 0.62,
                dark(mix(sky.haze, tone, (i + 0.7) / layers), 0.16),
              )
            })
          : ''),
    ) +
    (r.chance(0.5) ? at(r.range(250, 750), s.h * 0.72, pagoda(mix(tone, '#7a3a34', 0.5)), 0.9 * s.k) : '') +
    birds(s, 500, s.h * 0.3, 7, dark(sky.top, 0.45)) +
    path(
      `${smooth([
        [-20, s.h * 0.93],
        [300, s.h * 0.9],
        [560, s.h * 0.96],
        [1020, s.h * 0.88],
      ])}V${s.h + 20}H-20Z`,
      dark(tone, 0.4),
    ) +
    shadow(s, 330, s.h * 0.925, 90, 12) +
    person(
      330,
      s.h * 0.925,
      190 * s.k,
      makeOutfit(r, { pose: 'stand', bag: 'back', cut: r.pick(['cap', 'hat', 'bun']), top: r.pick(['#d7402c', '#f2ac3d', '#e88f86']) }),
    ) +
    times(3, (i) => fir(s, 690 + i * 120, s.h * (0.98 + i * 0.012), r.range(200, 320) * s.k, dark(tone, 0.5)))
  )
}

const cloudSea = (s: Stage, y: number, sky: Sky) =>
  times(5, (i) =>
    ellipse(
      i * 260 - 40 + s.rng.range(-60, 60),
      y + s.rng.range(-8, 14),
      s.rng.range(170, 280),
      s.rng.range(16, 30),
      sky.cloud,
      'opacity=".42"',
    ),
  )

const pagoda = (colour: string) =>
  times(
    4,
    (i) =>
      path(
        `M${-70 + i * 12} ${-i * 52}C${-50 + i * 12} ${-14 - i * 52} ${-34 + i * 8} ${-22 - i * 52} ${-30 + i * 6} ${-24 - i * 52}H${30 - i * 6}C${34 - i * 8} ${-22 - i * 52} ${50 - i * 12} ${-14 - i * 52} ${70 - i * 12} ${-i * 52}Z`,
        dark(colour, 0.3),
      ) +
      rect(-34 + i * 6, -i * 52 - 2, 68 - i * 12, 34, colour) +
      rect(-8, -i * 52 + 4, 16, 24, '#ffd98c', 3),
  ) + path('M-4 -180L0 -240L4 -180Z', dark(colour, 0.3))

/** Waves, rocks, a lighthouse. */
export function sea(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['morning', 'noon', 'peach', 'dusk', 'plum', 'mint'] as const)]
  const shore = s.h * 0.46
  const water = r.pick(['#2f8296', '#3a74a8', '#2f8f88'])
  const side = r.sign()
  const cx = side > 0 ? 800 : 200
  const k = s.k
  const wave = (y: number, depth: number, colour: string) => {
    const d = `M-60 ${y}${times(8, () => `q70 ${-depth} 140 0`)}V${s.h + 20}H-60Z`
    return at(
      r.range(-60, 0),
      0,
      path(d, colour) + stroke(`M-60 ${y}${times(8, () => `q70 ${-depth} 140 0`)}`, '#fdfaf0', 5, 'opacity=".75"'),
    )
  }
  return (
    paintSky(s, sky, shore) +
    sun(s, sky, 500 - side * r.range(60, 220), shore - s.h * 0.09, 80) +
    cloud(s, 200, s.h * 0.14, 150, sky.cloud, 0.8) +
    cloud(s, 760, s.h * 0.22, 120, sky.cloud, 0.7) +
    hill(s, ridge(s, shore - 8, 20, 3), mix(sky.haze, water, 0.35)) +
    rect(0, shore, s.w, s.h, s.lin([mix(water, sky.low, 0.5), water])) +
    glints(s, 0, shore + 6, 1000, s.h * 0.3, 70, sky.sun) +
    ellipse(
      500 - side * 140,
      shore + s.h * 0.12,
      90,
      s.h * 0.14,
      s.rad([
        [0, sky.sun, 0.6],
        [1, sky.sun, 0],
      ]),
    ) +
    at(
      500 - side * 260,
      shore + s.h * 0.09,
      path('M0 -130L0 -6H-70Z', '#fffaf0') + path('M8 -150L8 -6H76Z', light('#d7402c', 0.1)) + path('M-84 0H84L60 30H-60Z', '#7a4a38'),
      0.8 * k,
    ) +
    path(
      side > 0
        ? `M1020 ${s.h * 0.4}C900 ${s.h * 0.42} 780 ${s.h * 0.46} 700 ${s.h * 0.5}C640 ${s.h * 0.56} 680 ${s.h * 0.6} 620 ${s.h * 0.66}L1020 ${s.h * 0.8}Z`
        : `M-20 ${s.h * 0.4}C100 ${s.h * 0.42} 220 ${s.h * 0.46} 300 ${s.h * 0.5}C360 ${s.h * 0.56} 320 ${s.h * 0.6} 380 ${s.h * 0.66}L-20 ${s.h * 0.8}Z`,
      s.lin(['#8d7a6c', '#54485a']),
    ) +
    path(
      side > 0
        ? `M1020 ${s.h * 0.39}C900 ${s.h * 0.41} 780 ${s.h * 0.45} 700 ${s.h * 0.5}C760 ${s.h * 0.49} 900 ${s.h * 0.47} 1020 ${s.h * 0.48}Z`
        : `M-20 ${s.h * 0.39}C100 ${s.h * 0.41} 220 ${s.h * 0.45} 300 ${s.h * 0.5}C240 ${s.h * 0.49} 100 ${s.h * 0.47} -20 ${s.h * 0.48}Z`,
      '#86a868',
    ) +
    at(
      cx,
      s.h * 0.455,
      path('M-44 0L-30 -230H30L44 0Z', s.lin(['#fffaf0', '#dccfc0'], 0)) +
        path('M-40 -60L-36 -120H36L40 -60ZM-33 -180L-30 -230H30L33 -180Z', '#d7402c') +
        rect(-40, -244, 80, 16, '#4a3a44') +
        rect(-24, -284, 48, 42, '#ffe6a0') +
        path('M-34 -284L0 -326L34 -284Z', '#d7402c') +
        rect(-10, -30, 20, 30, '#5a4a4a', 8) +
        rect(50, -70, 90, 70, '#fdf6ea') +
        path('M40 -66L95 -110L150 -66Z', '#b75a48'),
      k * 1.05,
    ) +
    wave(s.h * 0.68, 22, mix(water, '#fdfaf0', 0.12)) +
    wave(s.h * 0.77, 30, dark(water, 0.08)) +
    wave(s.h * 0.86, 36, mix(water, '#fdfaf0', 0.22)) +
    path(
      `${smooth([
        [-20, s.h * 0.95],
        [260, s.h * 0.92],
        [540, s.h * 0.96],
        [800, s.h * 0.93],
        [1020, s.h * 0.96],
      ])}V${s.h + 20}H-20Z`,
      s.lin(['#f3dcae', '#dcb981']),
    ) +
    birds(s, 500 - side * 100, s.h * 0.3, 6, '#fffaf0', 20)
  )
}

/** Willow, pavilion, small boats. */
export function lake(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['morning', 'mint', 'peach', 'rain', 'dusk'] as const)]
  const shore = s.h * 0.5
  const tone = r.pick(['#4f8574', '#5a7a94', '#6a6f9a'])
  const water = mix(sky.mid, tone, 0.45)
  const k = s.k
  const boat = (x: number, y: number, kk: number) =>
    at(
      x,
      y,
      ellipse(0, 22, 150, 12, dark(water, 0.3), 'opacity=".5"') +
        path('M-150 -14Q0 40 150 -14L116 22Q0 36 -116 22Z', '#7a4a38') +
        path('M-80 -8C-80 -80 80 -80 80 -8Z', '#c9a05c') +
        times(5, (i) => stroke(`M${-60 + i * 30} -10Q${-52 + i * 26} -50 ${-40 + i * 20} -60`, '#8f6d38', 3)) +
        at(112, -2, figure(makeOutfit(r, { pose: 'stand', cut: 'hat', bag: 'none' })), 1.15) +
        stroke('M120 -70L180 60', '#5a3c30', 6) +
        at(-30, -6, circle(0, -10, 12, '#d7402c')),
      kk,
    )
  return (
    paintSky(s, sky, shore) +
    sun(s, sky, r.range(400, 700), s.h * 0.2, 62) +
    hill(s, ridge(s, shore - s.h * 0.12, 60, 4), mix(sky.haze, tone, 0.28)) +
    hill(s, ridge(s, shore - s.h * 0.05, 40, 5), mix(sky.haze, tone, 0.5)) +
    at(690, shore - s.h * 0.1, pagoda(mix(sky.haze, '#8a4a44', 0.6)), 0.62 * k) +
    hill(s, ridge(s, shore - 12, 8, 5), mix(sky.haze, '#3f6f58', 0.75)) +
    rect(0, shore, s.w, s.h, s.lin([mix(water, sky.low, 0.5), dark(water, 0.12)])) +
    path(
      `${smooth([
        [-20, shore],
        [300, shore + 50],
        [620, shore + 26],
        [1020, shore + 60],
      ])}V${shore - 4}H-20Z`,
      mix(tone, water, 0.5),
      'opacity=".5"',
    ) +
    glints(s, 0, shore + 8, 1000, s.h * 0.5, 70, light(sky.low, 0.5)) +
    at(
      240,
      shore + 40 * k,
      path('M-190 20H190L170 44H-170Z', '#8a6f5c') +
        each([-130, -44, 44, 130], (x) => rect(x - 8, -150, 16, 172, '#b7442f')) +
        path('M-230 -140C-160 -160 -120 -190 -70 -240H70C120 -190 160 -160 230 -140C160 -130 -160 -130 -230 -140Z', '#4a4a5a') +
        path('M-70 -240C-40 -260 -20 -280 0 -310C20 -280 40 -260 70 -240Z', '#5a5a6a') +
        circle(0, -312, 9, '#f2c14e') +
        rect(-150, -16, 300, 12, '#b7442f') +
        at(-10, 16, figure(makeOutfit(r, { pose: 'stand', wear: 'hanfu', cut: 'bun', top: '#e88f86', bottom: '#f5e9d2' })), 1.3),
      k * 0.86,
    ) +
    boat(660, s.h * 0.66, 0.7 * k) +
    boat(400, s.h * 0.8, 1.15 * k) +
    times(16, () => {
      const x = r.range(500, 1000)
      const y = s.h * r.range(0.84, 0.99)
      const c = r.pick(['#5f9a68', '#79ad6f', '#4a8460'])
      return (
        ellipse(x, y, 64, 20, c) +
        path(`M${x} ${y}l64 -8v14Z`, dark(water, 0.1)) +
        (r.chance(0.5)
          ? at(
              x - 10,
              y - 26,
              times(5, (i) =>
                at(0, 0, path('M0 16C-18 0 -12 -30 0 -40C12 -30 18 0 0 16Z', i % 2 ? '#f7b9c0' : '#fbdfe0'), 1, -60 + i * 30),
              ) + circle(0, 4, 7, '#f2c14e'),
            )
          : '')
      )
    }) +
    path(`M940 -20C900 ${s.h * 0.1} 960 ${s.h * 0.2} 1030 ${s.h * 0.3}V-20Z`, '#6b5544') +
    times(20, (i) => {
      const x = 1010 - i * 24
      const len = s.h * r.range(0.2, 0.42)
      return (
        stroke(`M${x} -10C${x - 20} ${len * 0.4} ${x + 12} ${len * 0.7} ${x - 6} ${len}`, '#6f9a52', 4) +
        times(9, (j) =>
          at(x + Math.sin(j) * 4 - 4, len * (0.2 + j * 0.09), leafShape(34, 6, j % 2 ? '#8cb565' : '#6f9a52'), 1, j % 2 ? 150 : 210),
        )
      )
    })
  )
}

/** Light between the trunks and a path to follow. */
export function forest(s: Stage): string {
  const r = s.rng
  const tone = r.pick([
    ['#dfe9c4', '#2f5f4b'],
    ['#f7e2b4', '#7a5a2c'],
    ['#cfe6e0', '#27555c'],
    ['#f6d9b8', '#8a4a34'],
  ] as const)
  const [pale, deep] = tone
  const ground = s.h * 0.66
  const trunks = (count: number, depth: number) =>
    times(count, (i) => {
      const x = (i + r.range(0.1, 0.9)) * (1000 / count)
      const w = (18 + depth * 50) * r.range(0.7, 1.25)
      const c = mix(pale, deep, 0.3 + depth * 0.55)
      return Math.abs(x - 500) < 70 + depth * 130
        ? ''
        : path(
            `M${x - w / 2} -20L${x - w * 0.62} ${ground + depth * s.h * 0.22}Q${x} ${ground + depth * s.h * 0.24 + 10} ${x + w * 0.7} ${ground + depth * s.h * 0.22}L${x + w / 2} -20Z`,
            s.lin(
              [
                [0, light(c, 0.2)],
                [1, dark(c, 0.2)],
              ],
              0,
            ),
          ) +
            times(4, (j) =>
              stroke(`M${x - w * 0.2} ${s.h * (0.1 + j * 0.13)}q${w * 0.2} 20 0 ${r.range(30, 60)}`, dark(c, 0.25), 3, 'opacity=".5"'),
            )
    })
  const canopy = (count: number, y: number, size: number, t: number) =>
    times(count, () =>
      path(
        blob(r, r() * 1000, s.h * r.range(-0.05, y), size * r.range(0.7, 1.2), size * 0.7, 0.16),
        mix(pale, deep, t + r.range(-0.08, 0.08)),
      ),
    )
  return (
    rect(0, 0, s.w, s.h, s.lin([pale, light(pale, 0.5), mix(pale, deep, 0.3)])) +
    circle(
      500,
      s.h * 0.4,
      460,
      s.rad([
        [0, '#fffbe6', 0.95],
        [1, '#fffbe6', 0],
      ]),
    ) +
    trunks(16, 0.1) +
    canopy(16, 0.2, 110, 0.3) +
    hill(s, ridge(s, ground - 6, 10, 5), mix(pale, deep, 0.34)) +
    trunks(11, 0.4) +
    canopy(13, 0.13, 130, 0.5) +
    times(5, (i) =>
      path(`M${330 + i * 70} -20L${240 + i * 70 - 160} ${s.h}H${240 + i * 70 - 70}L${370 + i * 70} -20Z`, '#fffbe0', 'opacity=".13"'),
    ) +
    hill(s, ridge(s, ground + 30, 12, 4), s.lin([mix(pale, deep, 0.5), mix(pale, deep, 0.85)])) +
    path(
      `M470 ${ground - 4}C520 ${ground - 4} 530 ${ground} 540 ${ground + 6}C600 ${s.h * 0.78} 420 ${s.h * 0.82} 700 ${s.h + 20}H240C200 ${s.h * 0.86} 500 ${s.h * 0.78} 470 ${ground - 4}Z`,
      s.lin([light(pale, 0.3), mix('#d9b98c', pale, 0.35)]),
    ) +
    person(
      500,
      s.h * 0.8,
      230 * s.k,
      makeOutfit(r, { pose: 'walk', bag: 'back', cut: r.pick(['cap', 'bun', 'hat']), wear: 'trousers', top: '#d7402c' }),
    ) +
    at(
      600,
      s.h * 0.81,
      path('M-40 -4C-50 -40 -10 -50 10 -46L14 -66L26 -52C40 -54 50 -44 52 -36L40 -28C40 -10 36 -4 34 0L26 -18H-20L-24 0Z', '#b9793a') +
        stroke('M-40 -30q-20 -10 -16 -30', '#b9793a', 8),
      s.k,
    ) +
    trunks(5, 1) +
    canopy(9, 0.07, 160, 0.72) +
    times(11, (i) => {
      const x = i < 6 ? r.range(-20, 280) : r.range(740, 1020)
      const y = s.h * r.range(0.8, 1)
      return times(6, (j) =>
        at(x, y, leafShape(r.range(70, 130), 14, j % 2 ? mix(pale, deep, 0.7) : mix(pale, deep, 0.95)), s.k, -75 + j * 30),
      )
    }) +
    times(8, () => {
      const x = r.chance(0.5) ? r.range(40, 260) : r.range(760, 960)
      const y = s.h * r.range(0.88, 0.98)
      return (
        rect(x - 8, y - 22, 16, 26, '#fbf0dc', 5) +
        path(`M${x - 26} ${y - 18}C${x - 26} ${y - 54} ${x + 26} ${y - 54} ${x + 26} ${y - 18}Z`, '#d7402c') +
        circle(x - 8, y - 32, 4, '#fff') +
        circle(x + 9, y - 28, 3.4, '#fff')
      )
    })
  )
}

/** Blossom over a canal. */
export function cherry(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['morning', 'mint', 'noon', 'peach'] as const)]
  const pink = r.pick([
    ['#f7c3c8', '#ee9fae'],
    ['#fbdde0', '#f0afb9'],
    ['#fdf3ee', '#f3cdd0'],
  ] as const)
  const wall = s.h * 0.66
  const k = s.k
  const blossomTree = (x: number, y: number, size: number, flip: number) => {
    const [a, b] = pink
    return (
      path(
        `M${x - size * 0.07} ${y}C${x - size * 0.04} ${y - size * 0.3} ${x + flip * size * 0.02} ${y - size * 0.4} ${x + flip * size * 0.16} ${y - size * 0.66}L${x + flip * size * 0.21} ${y - size * 0.64}C${x + flip * size * 0.1} ${y - size * 0.4} ${x + size * 0.05} ${y - size * 0.3} ${x + size * 0.08} ${y}Z`,
        '#5a4048',
      ) +
      stroke(
        `M${x} ${y - size * 0.34}Q${x - flip * size * 0.12} ${y - size * 0.5} ${x - flip * size * 0.26} ${y - size * 0.58}M${x + flip * size * 0.1} ${y - size * 0.5}Q${x + flip * size * 0.3} ${y - size * 0.56} ${x + flip * size * 0.44} ${y - size * 0.54}`,
        '#5a4048',
        size * 0.035,
      ) +
      times(26, (i) => {
        const px = x + flip * size * 0.08 + r.range(-0.5, 0.52) * size
        const py = y - size * (0.76 + r.range(-0.2, 0.2))
        return path(
          blob(r, px, py, size * r.range(0.1, 0.17), size * r.range(0.08, 0.13), 0.14),
          i % 3 === 0 ? dark(b, 0.06) : i % 3 === 1 ? b : a,
        )
      }) +
      times(40, () =>
        circle(x + flip * size * 0.08 + r.range(-0.55, 0.55) * size, y - size * (0.76 + r.range(-0.24, 0.24)), size * 0.012, '#fffaf6'),
      )
    )
  }
  return (
    paintSky(s, sky, wall) +
    sun(s, sky, r.range(300, 700), s.h * 0.18, 50) +
    cloud(s, 500, s.h * 0.14, 150, sky.cloud) +
    hill(s, ridge(s, s.h * 0.5, 30, 4), mix(sky.haze, '#8aa58c', 0.4)) +
    times(
      7,
      (i) =>
        rect(330 + i * 58, s.h * 0.5 - r.range(20, 90), 52, 240, mix(r.pick(['#e3c9b0', '#d9a894', '#c9b8c4']), sky.haze, 0.4)) +
        path(`M${322 + i * 58} ${s.h * 0.5 - 30}h66l-12 -22h-42Z`, '#7c6a74', 'opacity=".3"'),
    ) +
    path(`M-20 ${wall}H360L470 ${s.h * 0.56}H530L640 ${wall}H1020V${s.h + 20}H-20Z`, '#c9b69c') +
    path(`M360 ${s.h + 20}L478 ${s.h * 0.57}H522L640 ${s.h + 20}Z`, s.lin([mix(sky.low, '#7fb0b5', 0.4), '#5f98a5'])) +
    path(`M150 ${s.h + 20}L470 ${s.h * 0.565}H478L360 ${s.h + 20}ZM850 ${s.h + 20}L530 ${s.h * 0.565}H522L640 ${s.h + 20}Z`, '#9c8a7c') +
    times(50, () => {
      const t = r()
      return ellipse(500 + r.range(-1, 1) * (20 + t * 120), s.h * (0.6 + t * 0.4), 7 + t * 6, 3 + t * 2, r.pick(pink))
    }) +
    path(`M300 ${s.h * 0.66}Q500 ${s.h * 0.58} 700 ${s.h * 0.66}V${s.h * 0.69}Q500 ${s.h * 0.615} 300 ${s.h * 0.69}Z`, '#b7442f') +
    times(9, (i) => rect(310 + i * 46, s.h * (0.655 - 0.04 * Math.sin((i / 8) * 3.14)) - 44, 8, 52, '#b7442f')) +
    path(`M300 ${s.h * 0.627}Q500 ${s.h * 0.547} 700 ${s.h * 0.627}`, 'none', 'stroke="#b7442f" stroke-width="9"') +
    person(450, s.h * 0.628, 170 * k, makeOutfit(r, { pose: 'stand', wear: 'dress' })) +
    person(540, s.h * 0.628, 178 * k, makeOutfit(r, { pose: 'phone', wear: 'trousers' }), true) +
    blossomTree(250, s.h * 0.72, 330 * k, 1) +
    blossomTree(760, s.h * 0.72, 330 * k, -1) +
    blossomTree(40, s.h * 0.96, 760 * k, 1) +
    blossomTree(970, s.h * 0.98, 760 * k, -1) +
    shadow(s, 190, s.h * 0.96, 90, 14) +
    person(200, s.h * 0.96, 300 * k, makeOutfit(r, { pose: 'walk', wear: r.pick(['hanfu', 'dress', 'coat']), cut: 'bun' })) +
    times(60, () => at(r() * 1000, r() * s.h, ellipse(0, 0, 10, 6, r.pick(pink)), 1, r.int(0, 180)))
  )
}

/** A cabin in the first real snow. */
export function snow(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['snow', 'dusk', 'night', 'peach'] as const)]
  const white = sky.night ? '#c9d3ee' : '#fbfaf6'
  const shade = mix(sky.mid, white, 0.45)
  const k = s.k
  const far = ridge(s, s.h * 0.5, 40, 5)
  const y = s.h * 0.72
  return (
    paintSky(s, sky, s.h * 0.7) +
    (sky.night ? stars(s, 70, s.h * 0.5) : '') +
    sun(s, sky, r.range(200, 800), s.h * 0.18, 50) +
    times(3, (i) => peak(s, 160 + i * 340, s.h * 0.54, 520, s.h * r.range(0.2, 0.32), mix(sky.haze, '#6b7fae', 0.45), white)) +
    hill(s, far, mix(shade, '#7d8fb0', 0.3)) +
    times(24, (i) => {
      const x = i * 44
      return fir(s, x, ridgeAt(far, x) + 22, r.range(80, 150) * k, mix(sky.haze, '#3f6a6a', 0.6), white)
    }) +
    hill(s, ridge(s, s.h * 0.66, 18, 4), s.lin([white, shade])) +
    at(
      r.pick([360, 620]),
      y,
      shadow(s, 0, 10, 260, 30, 0.3) +
        rect(-170, -160, 340, 160, s.lin(['#9a6242', '#74452f'])) +
        times(5, (i) => stroke(`M-170 ${-130 + i * 32}H170`, '#5f3826', 4, 'opacity=".6"')) +
        path('M-170 -158L0 -300L170 -158Z', '#8a5638') +
        path('M-220 -130L-20 -318Q0 -334 20 -318L220 -130Q232 -112 206 -118L0 -286L-206 -118Q-232 -112 -220 -130Z', white) +
        rect(80, -330, 46, 110, '#8a5a4a') +
        rect(74, -340, 58, 20, white, 8) +
        rect(-30, -108, 66, 108, '#5a3426', 6) +
        each(
          [-116, 96],
          (x) =>
            circle(
              x,
              -86,
              110,
              s.rad([
                [0, '#ffd98c', 0.6],
                [1, '#ffd98c', 0],
              ]),
            ) +
            rect(x - 34, -120, 68, 66, '#ffdf96', 5) +
            stroke(`M${x} -120v66M${x - 34} -88h68`, '#5a3426', 6) +
            rect(x - 40, -54, 80, 12, white, 6),
        ) +
        circle(4, -240, 26, '#ffdf96') +
        path(
          'M100 -350C80 -400 140 -420 110 -470C100 -500 140 -520 130 -560',
          'none',
          `stroke="${light(sky.cloud, 0.3)}" stroke-width="26" stroke-linecap="round" opacity=".5"`,
        ),
      k * 1.15,
    ) +
    hill(s, ridge(s, s.h * 0.8, 22, 4), s.lin([white, shade])) +
    at(
      r.range(180, 260),
      s.h * 0.92,
      shadow(s, 0, 4, 90, 14, 0.3) +
        circle(0, -50, 62, white) +
        circle(-6, -140, 44, white) +
        circle(-20, -150, 5, '#2b1a20') +
        circle(6, -150, 5, '#2b1a20') +
        path('M-8 -138L-48 -128L-6 -128Z', '#f08a3c') +
        stroke('M-42 -108Q0 -88 36 -108', '#d7402c', 18) +
        stroke('M30 -104l8 40', '#d7402c', 16) +
        stroke('M54 -60L100 -100M-56 -66L-100 -90', '#6b4632', 6) +
        path('M-40 -176H30L26 -186H16V-220H-26V-186H-36Z', '#3a3440'),
      k,
    ) +
    person(640, s.h * 0.92, 260 * k, makeOutfit(r, { pose: 'wave', wear: 'coat', cut: 'cap', top: '#d7402c' }), true) +
    person(740, s.h * 0.925, 190 * k, makeOutfit(r, { pose: 'walk', wear: 'coat', cut: 'cap', top: '#f2ac3d' }), true) +
    each(
      [
        [60, 1, 420],
        [950, 0.99, 460],
      ] as const,
      ([x, f, z]) => fir(s, x, s.h * f, z * k, sky.night ? '#2f4f62' : '#3f6f68', white),
    ) +
    flakes(s, 110, '#ffffff', 2, 8)
  )
}

/** Up the steps, hat in hand. */
export function hiking(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['morning', 'noon', 'peach', 'mint'] as const)]
  const green = r.pick(['#5f9a5f', '#7a9a4a', '#4f8a74', '#c98a3c'])
  const k = s.k
  const slope = (t: number): [number, number] => [-20 + t * 900, s.h * (0.97 - 0.42 * t)]
  const people = [0.2, 0.42, 0.64]
  return (
    paintSky(s, sky, s.h * 0.8) +
    sun(s, sky, r.range(150, 400), s.h * 0.16, 60) +
    cloud(s, 260, s.h * 0.3, 150, sky.cloud) +
    cloud(s, 700, s.h * 0.14, 120, sky.cloud) +
    peak(s, 300, s.h * 0.66, 800, s.h * 0.36, mix(sky.haze, '#6f86ad', 0.4), r.chance(0.6) ? '#fdfaf5' : undefined) +
    peak(s, 760, s.h * 0.66, 700, s.h * 0.42, mix(sky.haze, '#6b7f9f', 0.55), r.chance(0.6) ? '#fdfaf5' : undefined) +
    hill(s, ridge(s, s.h * 0.6, 40, 4), mix(green, sky.haze, 0.5)) +
    times(16, (i) => fir(s, i * 66, s.h * 0.64 + r.range(-10, 20), r.range(70, 130) * k, mix(dark(green, 0.2), sky.haze, 0.4))) +
    hill(s, ridge(s, s.h * 0.7, 30, 4), mix(green, sky.haze, 0.2)) +
    path(
      `M-20 ${s.h * 0.94}C200 ${s.h * 0.86} 500 ${s.h * 0.72} 700 ${s.h * 0.6}C800 ${s.h * 0.54} 920 ${s.h * 0.5} 1020 ${s.h * 0.5}V${s.h + 20}H-20Z`,
      s.lin([light(green, 0.1), dark(green, 0.2)]),
    ) +
    times(17, (i) => {
      const [x, y] = slope(i / 17)
      return (
        path(`M${x - 10} ${y}h${90 - i * 2}l16 ${26 - i * 0.6}h${-(100 - i * 2)}Z`, light('#cdb79a', 0.1)) +
        path(`M${x - 4} ${y + 26 - i * 0.6}h${100 - i * 2}v12h${-(100 - i * 2)}Z`, '#9c856c')
      )
    }) +
    times(12, (i) => {
      const [x, y] = slope(i / 12)
      return (
        rect(x + 92, y - 66, 8, 78, '#8a5f42') +
        (i ? stroke(`M${x + 96} ${y - 56}L${x + 96 - 75} ${y - 56 + s.h * 0.035}`, '#a97b56', 6) : '')
      )
    }) +
    each(people, (t, i) => {
      const [x, y] = slope(t)
      return at(
        x + 36,
        y + 14,
        figure(makeOutfit(r, { pose: 'climb', bag: 'back', wear: r.pick(['trousers', 'shorts']), cut: r.pick(['cap', 'hat', 'bun']) })) +
          (i === 1 ? '' : stroke('M26 -50L32 2', '#6b4a34', 2)),
        (3 - i * 0.55) * k,
      )
    }) +
    at(
      860,
      s.h * 0.52,
      path('M-70 0H70L60 12H-60ZM-60 0V-90M60 0V-90', '#b7442f', 'stroke="#b7442f" stroke-width="10"') +
        path('M-100 -84C-60 -96 -30 -116 0 -140C30 -116 60 -96 100 -84Z', '#4a4a5a'),
      k,
    ) +
    times(9, (i) =>
      bush(s, 560 + i * 60 + r.range(-20, 20), s.h * (0.82 + (i % 3) * 0.07), r.range(110, 200) * k, mix(green, '#3f6f4f', 0.4)),
    ) +
    grass(s, 0, s.h, 1000, 90, dark(green, 0.3), 46) +
    times(24, () =>
      circle(r.range(300, 1000), s.h * r.range(0.8, 1), r.range(5, 10), r.pick(['#fff6e6', '#f2ac3d', '#f3a6a0', '#d7402c'])),
    ) +
    birds(s, 640, s.h * 0.22, 5, dark(sky.top, 0.4)) +
    (r.chance(0.5) ? at(560, s.h * 0.36, ellipse(0, 0, 30, 9, '#e9cf95') + path('M-15 -2C-15 -20 15 -20 15 -2Z', '#f0dcaa'), 1.6, -24) : '')
  )
}

/** Rice terraces filled with sky. */
export function terraces(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['morning', 'peach', 'dusk', 'mint'] as const)]
  const green = r.pick(['#7fa84f', '#a3b04a', '#5f9a5a', '#d9b04a'])
  const levels = 11
  const band = (i: number) => {
    const y = s.h * (0.42 + (i / levels) ** 1.25 * 0.6)
    const amp = 14 + i * 7
    const pts = Array.from(
      { length: 8 },
      (_, j) => [j * 160 - 60, y + Math.sin(j * 1.1 + i * 0.7) * amp + (j - 3.5) * (i % 2 ? 5 : -4)] as const,
    )
    const th = 8 + i * 3.2
    const lower = pts.map(([x, yy]) => [x, yy + th] as const)
    return (
      path(
        `${smooth(pts)}L1300 ${s.h + 20}H-200Z`,
        i % 3 === 1 ? s.lin([light(green, 0.14), green]) : s.lin([mix(sky.low, '#ffffff', 0.2), mix(sky.top, sky.low, 0.4)], 30),
      ) +
      path(
        `${smooth(pts)}L${(lower.at(-1) as readonly [number, number]).join(' ')}${smooth([...lower].reverse()).replace('M', 'L')}Z`,
        dark(green, 0.12 + (i % 2) * 0.08),
      ) +
      (i % 3 === 1
        ? stroke(
            times(40, () => {
              const x = r() * 1000
              return `M${x.toFixed(0)} ${(y + th + 16 + r() * 26).toFixed(0)}v-${(8 + i).toFixed(0)}`
            }),
            dark(green, 0.22),
            3,
            'opacity=".6"',
          )
        : glints(s, 0, y + th + 6, 1000, 24 + i * 5, 9, '#ffffff'))
    )
  }
  return (
    paintSky(s, sky, s.h * 0.5) +
    sun(s, sky, r.range(250, 750), s.h * 0.2, 70) +
    cloud(s, 250, s.h * 0.13, 150, sky.cloud) +
    hill(s, ridge(s, s.h * 0.3, 50, 4), mix(sky.haze, '#5f7f8f', 0.3)) +
    hill(s, ridge(s, s.h * 0.36, 40, 4), mix(sky.haze, green, 0.4)) +
    times(3, (i) => ellipse(200 + i * 330, s.h * 0.38, 260, 22, sky.cloud, 'opacity=".6"')) +
    times(
      levels,
      (i) =>
        band(i) +
        (i === 3
          ? each([150, 220, 300], (x) =>
              at(
                x,
                s.h * 0.545,
                rect(-26, -40, 52, 40, '#e3c9a0') + path('M-38 -36L0 -70L38 -36Z', '#6a5148') + rect(-8, -22, 16, 22, '#6a5148'),
              ),
            ) + each([100, 350], (x) => tree(s, x, s.h * 0.55, 120, dark(green, 0.2)))
          : '') +
        (i === 7
          ? person(640, s.h * 0.83, 150 * s.k, makeOutfit(r, { pose: 'stand', cut: 'hat' })) +
            at(
              760,
              s.h * 0.83,
              ellipse(0, -50, 60, 34, '#7a6a6a') +
                circle(60, -70, 22, '#7a6a6a') +
                stroke('M48 -84q-10 -20 4 -24M70 -86q12 -18 0 -24', '#4a3f44', 6) +
                stroke('M-40 -30V0M-16 -24V0M20 -24V0M42 -30V0', '#6a5a5c', 12),
              s.k,
            )
          : ''),
    ) +
    birds(s, 600, s.h * 0.28, 5, dark(sky.top, 0.4))
  )
}

/** Someone round having lunch. */
export function panda(s: Stage): string {
  const r = s.rng
  const [pale, green] = r.pick([
    ['#eaf2d2', '#6f9f5c'],
    ['#f6efcf', '#7f9f4a'],
    ['#dcefe4', '#4f8f74'],
  ] as const)
  const ground = s.h * 0.74
  const k = s.k * 1.2
  const ink = '#2d2630'
  const stalk = (x: number, w: number, t: number) =>
    times(7, (i) =>
      rect(
        x,
        i * s.h * 0.16 - 20,
        w,
        s.h * 0.155,
        s.lin(
          [
            [0, light(mix(pale, green, t), 0.25)],
            [1, dark(mix(pale, green, t), 0.18)],
          ],
          0,
        ),
        6,
      ),
    ) +
    times(5, (i) =>
      at(
        x + w / 2,
        s.h * r.range(0, 0.55),
        times(3, (j) =>
          at(0, 0, leafShape(r.range(90, 150), 13, mix(pale, green, Math.min(1, t + 0.12 * (j % 2)))), 1, (i % 2 ? 1 : -1) * (60 + j * 30)),
        ),
      ),
    )
  const tilt = r.range(-8, 8)
  return (
    rect(0, 0, s.w, s.h, s.lin([pale, light(pale, 0.4)])) +
    circle(
      500,
      s.h * 0.42,
      480,
      s.rad([
        [0, '#fffbe8', 0.9],
        [1, '#fffbe8', 0],
      ]),
    ) +
    times(13, (i) => stalk(i * 80 + r.range(-20, 20), 16, 0.3)) +
    times(8, (i) => stalk(i * 135 + r.range(-20, 30), 26, 0.6)) +
    hill(s, ridge(s, ground, 14, 4), s.lin([mix(green, '#e9d98f', 0.2), dark(green, 0.25)])) +
    shadow(s, 500, s.h * 0.9, 380 * k, 60, 0.5) +
    at(
      500,
      s.h * 0.9,
      path('M-230 -10C-290 -190 -190 -340 0 -344C190 -340 290 -190 230 -10C180 34 -180 34 -230 -10Z', s.lin(['#fdfaf4', '#dcd3cf'])) +
        path(
          'M-196 -240C-110 -330 110 -330 196 -240C232 -180 220 -150 190 -140C100 -190 -100 -190 -190 -140C-220 -150 -232 -180 -196 -240Z',
          ink,
        ) +
        each(
          [-1, 1],
          (m) =>
            ellipse(m * 190, -30, 92, 74, ink) +
            ellipse(m * 200, -22, 52, 46, '#5a4a52') +
            each(
              [
                [-22, -34],
                [0, -42],
                [22, -34],
              ] as const,
              ([x, y]) => circle(m * 200 + x, -22 + y, 10, '#5a4a52'),
            ),
        ) +
        at(
          0,
          -400,
          each([-1, 1], (m) => circle(m * 128, -112, 58, ink) + circle(m * 128, -108, 30, '#4a3f48')) +
            path(
              'M-176 10C-190 -110 -110 -160 0 -160C110 -160 190 -110 176 10C160 110 80 136 0 136C-80 136 -160 110 -176 10Z',
              s.lin(['#fffdf8', '#e9e1dc']),
            ) +
            each(
              [-1, 1],
              (m) =>
                ellipse(m * 74, -14, 46, 58, ink, `transform="rotate(${m * 28} ${m * 74} -14)"`) +
                circle(m * 66, -16, 16, '#fdfaf4') +
                circle(m * 66, -14, 12, '#191319') +
                circle(m * 66 + 4, -20, 4.5, '#fff') +
                ellipse(m * 112, 52, 28, 17, '#ef8f86', 'opacity=".4"'),
            ) +
            path('M-26 34Q0 22 26 34Q18 58 0 60Q-18 58 -26 34Z', ink) +
            stroke('M0 60V74M0 74Q-18 94 -38 82M0 74Q18 94 38 82', ink, 6),
          1,
          tilt,
        ) +
        at(
          20,
          -180,
          rect(-150, -12, 300, 24, s.lin([light(green, 0.2), dark(green, 0.2)]), 8) +
            each([-80, 0, 80], (x) => rect(x, -13, 6, 26, dark(green, 0.4))) +
            times(5, (i) => at(140, 0, leafShape(110, 18, i % 2 ? green : light(green, 0.2)), 1, 40 + i * 28)),
          1,
          -34,
        ) +
        each([-1, 1], (m) =>
          path(
            `M${m * 190} -230C${m * 230} -170 ${m * 180} -110 ${m * 70} -120C${m * 30} -130 ${m * 30} -180 ${m * 80} -186C${m * 110} -190 ${m * 130} -210 ${m * 140} -240Z`,
            ink,
          ),
        ),
      k,
    ) +
    times(4, (i) => stalk([-20, 90, 880, 985][i] as number, 38, 1)) +
    grass(s, 0, s.h, 1000, 80, dark(green, 0.35), 44) +
    times(12, () => at(r() * 1000, s.h * r.range(0.9, 1), leafShape(60, 11, light(green, 0.2)), 1, r.int(0, 360)))
  )
}

/** A tent, a fire and too many stars. */
export function camp(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['night', 'plum', 'night'] as const)]
  const y = s.h * 0.74
  const k = s.k
  const tent = r.pick(['#f29a3e', '#d7402c', '#2f9a92', '#e9c04a'])
  const far = ridge(s, s.h * 0.6, 50, 5)
  return (
    paintSky(s, sky, y) +
    stars(s, 170, s.h * 0.6) +
    path(
      `M${r.range(100, 300)} -20C400 ${s.h * 0.2} 520 ${s.h * 0.3} 880 ${s.h * 0.52}L980 ${s.h * 0.46}C700 ${s.h * 0.26} 560 ${s.h * 0.14} 470 -20Z`,
      s.lin(
        [
          [0, '#fff3d6', 0.02],
          [0.5, '#f3d9ff', 0.2],
          [1, '#fff3d6', 0.02],
        ],
        60,
      ),
    ) +
    stroke(`M${r.range(560, 800)} ${s.h * 0.1}l-110 54`, '#fff8e0', 4, 'opacity=".9"') +
    times(3, (i) =>
      peak(s, 150 + i * 350, s.h * 0.66, 560, s.h * r.range(0.2, 0.3), mix(sky.mid, '#1b2046', 0.4), mix(sky.low, '#ffffff', 0.3)),
    ) +
    hill(s, far, mix(sky.mid, '#16213f', 0.65)) +
    times(26, (i) => {
      const x = i * 40
      return fir(s, x, ridgeAt(far, x) + 60, r.range(110, 190) * k, mix('#1b2a45', sky.mid, 0.16))
    }) +
    rect(0, y - s.h * 0.05, s.w, s.h * 0.07, s.lin([mix(sky.low, '#3a4a8a', 0.4), '#2a3566'])) +
    glints(s, 0, y - s.h * 0.045, 1000, s.h * 0.05, 24, '#ffe7b8') +
    hill(s, ridge(s, y + 10, 12, 4), s.lin(['#3a4a4a', '#1c2436'])) +
    circle(
      600,
      y + 80 * k,
      420 * k,
      s.rad([
        [0, '#ffb05c', 0.55],
        [1, '#ffb05c', 0],
      ]),
    ) +
    at(
      310,
      y + 120 * k,
      shadow(s, 0, 6, 280, 30, 0.5) +
        path('M-270 0L-20 -300L40 -300L270 0Z', s.lin([light(tent, 0.5), tent], 60)) +
        path('M40 -300L270 0H120Z', dark(tent, 0.3)) +
        path('M-120 0L0 -240L60 0Z', '#ffefc0') +
        path('M-120 0L0 -240L-40 0Z', light(tent, 0.3)) +
        stroke('M-20 -300L-330 20M40 -300L330 10', '#e9d9c0', 3),
      k,
    ) +
    at(
      640,
      y + 150 * k,
      ellipse(0, 10, 120, 22, '#1b1a28', 'opacity=".5"') +
        stroke('M-70 6L70 -14M-66 -16L70 10', '#6b4632', 20) +
        path('M-60 0C-80 -70 -20 -90 -24 -150C20 -120 16 -90 30 -80C40 -90 40 -104 38 -112C80 -70 70 -20 50 0Z', '#f2832e') +
        path('M-34 0C-46 -46 -6 -56 -6 -100C20 -70 20 -60 26 -46C48 -40 44 -10 30 0Z', '#fbc04c') +
        path('M-14 0C-20 -24 0 -30 2 -54C18 -34 20 -10 14 0Z', '#fff3c4') +
        times(12, () => circle(r.range(-70, 70), r.range(-260, -120), r.range(2, 5), '#ffce7d')),
      k,
    ) +
    at(800, y + 150 * k, rect(-70, -54, 110, 20, '#6b4632', 8), k) +
    at(790, y + 150 * k, figure(makeOutfit(r, { pose: 'sit', wear: 'trousers', bag: 'none', cut: 'cap' })), 2.5 * k, 0, true) +
    at(930, y + 160 * k, figure(makeOutfit(r, { pose: 'read', wear: 'trousers', bag: 'none' })), 2.4 * k, 0, true) +
    grass(s, 0, s.h, 1000, 70, '#141c2e', 50)
  )
}

/** Ginkgo leaves on a bench. */
export function autumn(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['morning', 'peach', 'mint', 'dusk'] as const)]
  const [a, b, c] = r.pick([
    ['#f2b83a', '#e09a2c', '#f8d878'],
    ['#d9603a', '#b7422f', '#f0945a'],
    ['#e9a03c', '#cf6f34', '#f6c96a'],
  ] as const)
  const ground = s.h * 0.7
  const k = s.k
  const ginkgo = (size: number) =>
    path(
      `M0 0C${-size * 0.1} ${-size * 0.4} ${-size * 0.9} ${-size * 0.5} ${-size} ${-size * 0.7}Q${-size * 0.5} ${-size * 1.2} ${-size * 0.06} ${-size * 1.06}L0 ${-size * 0.8}L${size * 0.06} ${-size * 1.06}Q${size * 0.5} ${-size * 1.2} ${size} ${-size * 0.7}C${size * 0.9} ${-size * 0.5} ${size * 0.1} ${-size * 0.4} 0 0Z`,
      r.pick([a, b, c]),
    ) + stroke(`M0 0v${size * 0.5}`, b, size * 0.08)
  return (
    paintSky(s, sky, ground) +
    sun(s, sky, r.range(350, 650), s.h * 0.3, 60) +
    times(
      5,
      (i) =>
        rect(150 + i * 150, ground - s.h * r.range(0.12, 0.22), 140, 300, mix(r.pick(['#c9a08a', '#b98a80', '#d8bfa4']), sky.haze, 0.45)) +
        path(`M${140 + i * 150} ${ground - s.h * 0.12}h160l-24 -30h-112Z`, '#7c5f5a', 'opacity=".35"'),
    ) +
    times(6, (i) => tree(s, 80 + i * 170, ground + 4, r.range(260, 340) * k, mix(i % 2 ? a : b, sky.haze, 0.25))) +
    rect(0, ground, s.w, s.h, s.lin([mix(a, '#d9b98c', 0.4), mix(b, '#9c7a5c', 0.3)])) +
    path(`M420 ${ground}H580L900 ${s.h + 20}H100Z`, mix('#e3cdb0', a, 0.12)) +
    each(
      [110, 890],
      (x, i) =>
        path(
          `M${x - 40} ${s.h * 0.95}C${x - 20} ${s.h * 0.6} ${x - 26} ${s.h * 0.3} ${x - 14} -20H${x + 34}C${x + 24} ${s.h * 0.3} ${x + 26} ${s.h * 0.6} ${x + 50} ${s.h * 0.95}Z`,
          s.lin(['#7d6350', '#54403a'], 0),
        ) +
        times(22, () =>
          path(
            blob(r, x + (i ? -1 : 1) * r.range(-120, 330), s.h * r.range(-0.04, 0.26), r.range(50, 100), r.range(40, 70), 0.16),
            r.pick([a, b, c, a]),
          ),
        ),
    ) +
    shadow(s, 560, s.h * 0.89, 260, 24, 0.4) +
    at(
      600,
      s.h * 0.88,
      each([-150, 150], (x) => stroke(`M${x} 0V-150M${x - 20} 0V-70`, '#3a3440', 12)) +
        each([-70, -56], (y) => rect(-190, y, 380, 10, '#a56a42', 4)) +
        each([-150, -122, -96], (y) => rect(-190, y, 380, 16, '#b97a4c', 5)),
      k,
    ) +
    at(
      540,
      s.h * 0.885,
      figure(makeOutfit(r, { pose: 'read', wear: r.pick(['coat', 'dress', 'trousers']), bag: 'none' })) +
        at(26, -44, path('M-9 -3L0 0L9 -3V-11L0 -8L-9 -11Z', '#fdf6ea') + path('M-9 -3L0 0V-8L-9 -11Z', '#d7402c')),
      3.3 * k,
    ) +
    at(
      700,
      s.h * 0.815,
      ellipse(0, -26, 44, 28, '#7f8798') +
        circle(40, -46, 22, '#7f8798') +
        path('M26 -60l2 -20l14 12ZM46 -66l14 -12l2 20Z', '#7f8798') +
        stroke('M-40 -20q-40 0 -36 30', '#7f8798', 12),
      k,
    ) +
    times(70, () => at(r() * 1000, s.h * r.range(0.72, 1), ginkgo(r.range(12, 24)), 1, r.int(0, 360))) +
    times(26, () => at(r() * 1000, s.h * r.range(0.1, 0.72), ginkgo(r.range(12, 24)), 1, r.int(0, 360)))
  )
}
