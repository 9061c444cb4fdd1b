import { light, mix } from './colour.ts'
import { at, circle, ellipse, path, rect, stroke, times } from './draw.ts'
import { day, palettes, type Sky, skies, skin as skins } from './palettes.ts'
import { bust, hairStyles, makeLook } from './parts/bust.ts'
import { cloud, hill, leafShape, paintSky, ridge, sun, tree } from './parts/nature.ts'
import { cup, litWall, plant, umbrella } from './parts/objects.ts'
import { tower } from './parts/street.ts'
import type { Stage } from './stage.ts'

/** Someone, happy to meet you, in front of leaves, a city or a plain wall. */
export function portrait(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const k = Math.min(1.15, s.h / 1000) * 1.5
  const y = s.h * 0.52
  const look = makeLook(r, { mouth: r.pick(['smile', 'open', 'smile']) })
  const back = [
    () =>
      rect(0, 0, s.w, s.h, s.lin([p.pale, p.deep])) +
      times(34, () =>
        at(
          r.range(-20, 1020),
          r.range(-0.02, 1) * s.h,
          leafShape(r.range(120, 230), r.range(26, 46), mix(p.leaf, p.deep, r.range(0, 0.6)), light(p.leaf, 0.35)),
          1,
          r.int(0, 360),
        ),
      ) +
      circle(500, y, 400, p.deep, 'opacity=".35"'),
    () => {
      const sky: Sky = skies[r.pick(['peach', 'morning', 'dusk'] as const)]
      return (
        paintSky(s, sky) +
        sun(s, sky, 780, s.h * 0.2, 60) +
        times(9, (i) => tower(s, i * 120 - 30, s.h * 0.8, 104, s.h * r.range(0.2, 0.46), mix(sky.haze, '#6f6f9a', 0.35), '#fff1cf', 0.5)) +
        rect(0, s.h * 0.78, s.w, s.h, mix(sky.low, '#7a6a8a', 0.4))
      )
    },
    () =>
      litWall(s, p.deep, p.pale) +
      circle(500, y - 20, 370, mix(p.pop2, p.pale, 0.3)) +
      at(120, s.h, plant(s, r.int(0, 4), p.pop, p.leaf), 2.4),
    () => {
      const sky: Sky = skies[r.pick(['noon', 'mint', 'morning'] as const)]
      return (
        paintSky(s, sky, s.h * 0.5) +
        cloud(s, 220, s.h * 0.16, 140, sky.cloud) +
        cloud(s, 800, s.h * 0.24, 110, sky.cloud) +
        hill(s, ridge(s, s.h * 0.5, 40, 4), mix(p.leaf, sky.haze, 0.4)) +
        hill(s, ridge(s, s.h * 0.64, 30, 4), p.leaf) +
        times(30, () => circle(r() * 1000, s.h * r.range(0.7, 1), r.range(6, 14), r.pick([p.pop2, p.white, p.pop])))
      )
    },
  ]
  const extra = r.pick(['none', 'none', 'cup', 'flowers', 'camera'] as const)
  return (
    r.pick(back)() +
    at(500, y, bust(s, look), k) +
    (extra === 'cup'
      ? at(690, s.h * 0.97, cup(s, p.white, '#8a4b2a'), (1.3 * k) / 1.5)
      : extra === 'flowers'
        ? at(
            330,
            s.h * 0.98,
            times(9, (i) =>
              at(
                0,
                -60,
                stroke('M0 0V-150', p.leaf, 6) +
                  times(6, (j) => at(0, -160, ellipse(0, -20, 13, 22, [p.pop, '#fff6ea', p.pop2, '#f3a6b0'][i % 4] as string), 1, j * 60)) +
                  circle(0, -160, 12, '#f2b33d'),
                1,
                -50 + i * 12,
              ),
            ) + path('M-80 -90L0 90L80 -90Q0 -50 -80 -90Z', light(p.pop2, 0.5)),
            1.1,
          )
        : extra === 'camera'
          ? at(
              500,
              s.h * 0.93,
              rect(-110, -70, 220, 140, '#35303a', 20) +
                rect(-50, -94, 100, 40, '#35303a', 10) +
                circle(0, 0, 56, '#1f1b24') +
                circle(0, 0, 42, '#4a5a7a') +
                circle(-12, -14, 12, '#c9d9ee') +
                circle(80, -44, 10, '#d7402c') +
                stroke('M-110 -50C-150 -160 -120 -220 -90 -240M110 -50C150 -160 120 -220 90 -240', '#8a5a3b', 14),
              1,
            )
          : '')
  )
}

/** Friends squeezed into one frame. */
export function friends(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const sky: Sky = skies[r.pick(['peach', 'morning', 'mint', 'dusk', 'noon'] as const)]
  const k = Math.min(1.1, s.h / 1000) * 1.05
  const styles = r.shuffle(hairStyles)
  const y = s.h * 0.5
  return (
    paintSky(s, sky) +
    sun(s, sky, r.range(200, 800), s.h * 0.14, 60) +
    cloud(s, 250, s.h * 0.12, 120, sky.cloud) +
    hill(s, ridge(s, s.h * 0.44, 40, 4), mix(p.leaf, sky.haze, 0.5)) +
    times(7, (i) => tree(s, i * 160 + 20, s.h * 0.52, 260, mix(p.leaf, sky.haze, 0.3))) +
    hill(s, ridge(s, s.h * 0.56, 20, 4), mix(p.leaf, '#d9c97a', 0.25)) +
    at(250, y + 20, bust(s, makeLook(r, { style: styles[0], mouth: 'open', turn: 0.8 })), k * 0.92) +
    at(760, y - 6, bust(s, makeLook(r, { style: styles[1], mouth: 'smile', turn: -0.8 })), k * 0.95) +
    (s.h > 900 ? at(520, y - 130, bust(s, makeLook(r, { style: styles[2], mouth: 'smile', turn: 0.2 })), k * 0.9) : '') +
    at(350, y + 210 * k, bust(s, makeLook(r, { style: styles[3], mouth: 'open', eyes: 'happy', turn: 0.5 })), k * 1.12) +
    at(660, y + 230 * k, bust(s, makeLook(r, { style: styles[4], mouth: 'open', turn: -0.5 })), k * 1.14)
  )
}

/** Under one umbrella. */
export function umbrellaPair(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(['teal', 'lilac', 'sky', 'jade', 'rose'] as const)]
  const k = Math.min(1.1, s.h / 1000)
  const y = s.h * 0.56
  const styles = r.shuffle(['bob', 'crop', 'long', 'bun', 'curly', 'afro', 'fringe', 'side'] as const)
  const c = r.pick(['#d7402c', '#f2ac3d', '#2f7d82', '#e88f86'])
  return (
    rect(0, 0, s.w, s.h, s.lin([mix(p.deep, p.ink, 0.4), mix(p.deep, p.pale, 0.4)])) +
    times(7, (i) => {
      const cc = mix(p.deep, p.ink, 0.3 + (i % 3) * 0.1)
      return (
        rect(i * 150 - 30, s.h * r.range(0.16, 0.4), 140, s.h, cc) +
        times(10, (j) =>
          r.chance(0.5)
            ? circle(
                i * 150 + 10 + (j % 3) * 40,
                s.h * 0.45 + Math.floor(j / 3) * 70,
                r.range(12, 26),
                r.pick(['#ffd993', '#ffb98a', '#fdf6ea', c]),
                'opacity=".45"',
              )
            : '',
        )
      )
    }) +
    at(330, y + 30, bust(s, makeLook(r, { style: styles[0], turn: 0.8, mouth: 'smile' })), k * 1.22) +
    at(690, y, bust(s, makeLook(r, { style: styles[1], turn: -0.8, mouth: 'open' })), k * 1.26) +
    at(520, y - 170 * k, umbrella(s, 560 * k, c)) +
    circle(520, y + 300 * k, 38 * k, r.pick(skins)) +
    stroke(
      Array.from({ length: 70 }, () => `M${(r() * 1050).toFixed(0)} ${(r() * s.h).toFixed(0)}l-7 ${r.range(22, 44).toFixed(0)}`).join(''),
      '#eef4f6',
      2.4,
      'opacity=".4"',
    ) +
    times(40, () => circle(r() * 1000, r() * s.h, r.range(2, 6), '#fdfaf4', 'opacity=".5"'))
  )
}
