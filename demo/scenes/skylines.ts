import { dark, light, mix } from './colour.ts'
import { at, ellipse, path, rect, stroke, times } from './draw.ts'
import { type Sky, skies } from './palettes.ts'
import { bush, cloud, glints, paintSky, stars, streak, sun } from './parts/nature.ts'
import { pearl, tower } from './parts/street.ts'
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
