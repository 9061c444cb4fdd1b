import { dark, light, mix } from './colour.ts'
import { at, blob, circle, each, ellipse, path, rect, smooth, stroke, times } from './draw.ts'
import { type Sky, skies } from './palettes.ts'
import { figure, makeOutfit, person } from './parts/figure.ts'
import { birds, cloud, glints, hill, leafShape, paintSky, ridge, shadow, sun } from './parts/nature.ts'
import { pagoda } from './parts/street.ts'
import type { Stage } from './stage.ts'

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
