import { dark, light, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, smooth, stroke, times } from './draw.ts'
import { palettes, type Sky, skies } from './palettes.ts'
import { figure, makeOutfit } from './parts/figure.ts'
import { orange } from './parts/food.ts'
import { cloud, hill, leafShape, paintSky, ridge, shadow, stars, steam, sun } from './parts/nature.ts'
import { cup, lantern, wood } from './parts/objects.ts'
import { tower } from './parts/street.ts'
import type { Stage } from './stage.ts'

/** Lanterns over the water, wishes going up. */
export function lanterns(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['night', 'plum'] as const)]
  const water = s.h * 0.72
  const roof = (x: number, w: number, y: number, flip: boolean) =>
    at(
      x,
      y,
      path(`M${-w} 0C${-w * 0.6} -16 ${-w * 0.4} -50 ${-w * 0.3} -80H${w * 0.3}C${w * 0.4} -50 ${w * 0.6} -16 ${w} 0Z`, '#1f1c38') +
        rect(-w * 0.74, 0, w * 1.48, 120, '#3a2a44') +
        times(5, (i) => rect(-w * 0.62 + i * w * 0.26, 20, w * 0.18, 66, '#ffb45c', 3, 'opacity=".85"')),
      1,
      0,
      flip,
    )
  return (
    paintSky(s, sky, water) +
    stars(s, 90, s.h * 0.5) +
    hill(s, ridge(s, s.h * 0.6, 40, 4), mix(sky.low, '#1b1d44', 0.5)) +
    times(5, (i) => roof(80 + i * 220, 150, water - 110 - (i % 2) * 30, false)) +
    rect(0, water, s.w, s.h, s.lin([mix(sky.low, '#2a2558', 0.5), '#17163a'])) +
    times(60, () => {
      const y = water + r() * (s.h - water)
      return rect(r() * 1000, y, r.range(20, 90), 4, '#ffb45c', 2, `opacity="${r.range(0.12, 0.5).toFixed(2)}"`)
    }) +
    times(26, (i) => {
      const z = r.range(0.18, 0.5) * (1 + (i > 20 ? 1.1 : 0))
      const x = r() * 1000
      const y = r.range(0.04, 0.6) * s.h
      return at(
        x,
        y,
        circle(
          0,
          0,
          130,
          s.rad([
            [0, '#ffb45c', 0.55],
            [1, '#ffb45c', 0],
          ]),
        ) +
          path('M-46 -60C-40 -80 40 -80 46 -60L36 50H-36Z', s.lin(['#ffe2a0', '#f2832e'])) +
          ellipse(0, 50, 36, 9, '#fff3c4'),
        z,
        r.range(-8, 8),
      )
    }) +
    each(
      [
        [120, 0.02, 230],
        [330, -0.03, 180],
        [860, 0.01, 260],
      ] as const,
      ([x, f, z], i) => at(x, s.h * f, lantern(s, z * s.k, i === 1 ? '#e8953a' : '#d7402c'), 1),
    ) +
    rect(0, s.h * 0.93, s.w, s.h, '#14122e') +
    times(3, (i) =>
      at(
        280 + i * 200,
        s.h * 0.94,
        figure(makeOutfit(r, { pose: i === 1 ? 'wave' : 'stand', wear: r.pick(['hanfu', 'coat', 'dress']), bag: 'none' })),
        (i === 1 ? 2.2 : 2.9) * s.k,
        0,
        i === 2,
      ),
    ) +
    times(7, (i) =>
      at(
        120 + i * 140,
        s.h * r.range(0.8, 0.9),
        ellipse(0, 8, 40, 10, '#ffb45c', 'opacity=".4"') +
          times(6, (j) => at(0, 0, path('M0 8C-16 -4 -10 -26 0 -34C10 -26 16 -4 0 8Z', j % 2 ? '#f3a6b0' : '#fbdfe0'), 1, -75 + j * 30)) +
          circle(0, -4, 9, '#fff3c4'),
        0.9 * s.k,
      ),
    ) +
    cloud(s, 700, s.h * 0.3, 120, sky.cloud, 0.3)
  )
}

/** First minute of a new year. */
export function fireworks(s: Stage): string {
  const r = s.rng
  const water = s.h * 0.76
  const burst = (x: number, y: number, size: number, colour: string) =>
    circle(
      x,
      y,
      size * 1.1,
      s.rad([
        [0, colour, 0.4],
        [1, colour, 0],
      ]),
    ) +
    times(3, (ring) =>
      times(18, (i) => {
        const a = (i / 18) * 6.283 + ring * 0.17
        const d1 = size * (0.25 + ring * 0.2)
        const d2 = size * (0.42 + ring * 0.24)
        return (
          stroke(
            `M${(x + Math.cos(a) * d1).toFixed(1)} ${(y + Math.sin(a) * d1).toFixed(1)}L${(x + Math.cos(a) * d2).toFixed(1)} ${(y + Math.sin(a) * d2 + ring * 6).toFixed(1)}`,
            ring === 1 ? light(colour, 0.5) : colour,
            5 - ring,
          ) + (ring === 2 ? circle(x + Math.cos(a) * size, y + Math.sin(a) * size + 16, 4.5, light(colour, 0.6)) : '')
        )
      }),
    ) +
    circle(x, y, size * 0.07, '#fffaf0')
  const colours = r.shuffle(['#ff8a5b', '#ffd27a', '#8ad0d0', '#f3a6d0', '#b9a6ff', '#a9e08a'])
  return (
    paintSky(s, skies.night, water) +
    stars(s, 60, s.h * 0.5) +
    each(
      [
        [300, 0.22, 200],
        [720, 0.16, 230],
        [520, 0.4, 170],
        [140, 0.46, 120],
        [880, 0.44, 140],
      ] as const,
      ([x, f, z], i) =>
        stroke(`M${x + 10} ${water}Q${x + 20} ${s.h * 0.6} ${x} ${s.h * f}`, '#ffe7b8', 2.5, 'opacity=".35"') +
        burst(x + r.range(-40, 40), s.h * f, z * s.k * r.range(0.85, 1.15), colours[i] as string),
    ) +
    times(12, (i) => tower(s, i * 90 - 30, water, 80, s.h * r.range(0.08, 0.24), '#1f2450', '#ffd683', 0.45)) +
    rect(0, water, s.w, s.h, s.lin(['#2b2f66', '#14163a'])) +
    times(80, () =>
      rect(
        r() * 1000,
        water + r() ** 1.3 * (s.h - water),
        r.range(20, 70),
        4,
        r.pick(colours),
        2,
        `opacity="${r.range(0.15, 0.5).toFixed(2)}"`,
      ),
    ) +
    rect(0, s.h * 0.93, s.w, s.h, '#0f1130') +
    times(12, (i) => rect(i * 90, s.h * 0.88, 8, s.h * 0.06, '#0f1130')) +
    rect(0, s.h * 0.875, s.w, 9, '#0f1130') +
    times(5, (i) =>
      at(
        140 + i * 180 + r.range(-30, 30),
        s.h * 0.985,
        figure(makeOutfit(r, { pose: r.pick(['wave', 'phone', 'stand', 'hold']), wear: 'coat', bag: 'none' })),
        (3 + r() * 0.6) * s.k,
        0,
        r.chance(0.5),
      ),
    )
  )
}

const mooncake = (s: Stage, size: number, crust: string) =>
  circle(size * 0.05, size * 0.12, size, '#2b1c3a', 'opacity=".22"') +
  times(14, (i) => circle(Math.cos(i * 0.449) * size * 0.86, Math.sin(i * 0.449) * size * 0.86, size * 0.2, dark(crust, 0.14))) +
  circle(0, 0, size * 0.92, s.rad([light(crust, 0.3), crust])) +
  `<circle cx="0" cy="0" r="${size * 0.72}" fill="none" stroke="${dark(crust, 0.3)}" stroke-width="${size * 0.05}"/>` +
  times(6, (i) =>
    at(
      0,
      0,
      ellipse(0, -size * 0.36, size * 0.15, size * 0.25, 'none', `stroke="${dark(crust, 0.3)}" stroke-width="${size * 0.05}"`),
      1,
      i * 60,
    ),
  ) +
  circle(0, 0, size * 0.12, dark(crust, 0.25))

/** Mid-autumn at the window: cakes, tea, the full moon. */
export function moonFestival(s: Stage): string {
  const g = s.rng
  const sky = skies[g.pick(['night', 'plum', 'dusk'] as const)]
  const p = palettes[g.pick(['persimmon', 'clay', 'rose', 'butter'] as const)]
  const table = s.h * 0.7
  const k = s.k * 1.08
  const far = ridge(s, table - 90, 50, 5)
  const crust = g.pick(['#c8813c', '#d99a4e', '#b56f38'])
  const mx = g.range(380, 620)
  return (
    paintSky(s, sky, table) +
    stars(s, 60, table) +
    sun(s, sky, mx, s.h * 0.3, 150 * s.k) +
    circle(mx - 40, s.h * 0.28, 26, '#e9d3a0', 'opacity=".5"') +
    circle(mx + 44, s.h * 0.34, 36, '#e9d3a0', 'opacity=".4"') +
    path(`${smooth(far)}L1400 ${s.h}L-400 ${s.h}Z`, mix(sky.low, '#20224a', 0.5)) +
    each([110, 890], (x, i) => at(x, -10, lantern(s, 190, i ? p.pop2 : p.pop), k)) +
    each([-1, 1], (side) =>
      at(
        side < 0 ? 0 : 1000,
        s.h * 0.2,
        times(
          4,
          (i) =>
            stroke(`M0 ${i * 60}q${side * -70} ${20} ${side * -150} ${70 + i * 10}`, '#3a2c40', 8) +
            times(7, (j) =>
              at(side * -(30 + j * 20), i * 60 + 16 + j * 9, circle(0, 0, g.range(6, 11), g.pick(['#f6c95a', '#f2ac3d', '#fbe3a0']))),
            ) +
            at(side * -110, i * 60 + 60, leafShape(80, 20, '#3f6a57'), 1, side * -120),
        ),
      ),
    ) +
    wood(s, table, s.h - table, mix(p.surface, '#5a2f2c', 0.4)) +
    at(
      500,
      table + 130 * k,
      shadow(s, 0, 30, 330, 60, 0.5) +
        ellipse(0, 10, 310, 96, dark(p.white, 0.15)) +
        ellipse(0, 0, 310, 92, p.white) +
        `<ellipse cx="0" cy="0" rx="270" ry="74" fill="none" stroke="#3f6a9c" stroke-width="6" opacity=".7"/>` +
        each(
          [
            [-150, -8],
            [0, 24],
            [150, -8],
            [-70, -56],
            [76, -56],
          ] as const,
          ([x, y]) => at(x, y - 6, `<g transform="scale(1 .74)">${mooncake(s, 88, crust)}</g>`),
        ),
      k,
    ) +
    at(840, table + 140 * k, cup(s, '#f3ead9', '#c98a3a', false), k * 0.8) +
    at(150, table + 150 * k, at(0, -50, orange(s, 70, '#e9752e')) + at(94, -30, orange(s, 54, '#c93a3a')), k) +
    steam(s, 840, table + 40 * k, 150 * k, '#fff', 2)
  )
}
