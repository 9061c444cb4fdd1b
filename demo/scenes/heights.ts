import { dark, light, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, smooth, stroke, times } from './draw.ts'
import { type Sky, skies } from './palettes.ts'
import { figure, makeOutfit, person } from './parts/figure.ts'
import { birds, bush, cloud, fir, glints, grass, hill, paintSky, peak, ridge, ridgeAt, shadow, streak, sun, tree } from './parts/nature.ts'
import { pagoda } from './parts/street.ts'
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
