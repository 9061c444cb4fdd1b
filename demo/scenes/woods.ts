import { dark, light, mix } from './colour.ts'
import { at, blob, circle, each, ellipse, path, rect, stroke, times } from './draw.ts'
import { type Sky, skies } from './palettes.ts'
import { figure, makeOutfit, person } from './parts/figure.ts'
import { grass, hill, leafShape, paintSky, ridge, shadow, sun, tree } from './parts/nature.ts'
import type { Stage } from './stage.ts'

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
