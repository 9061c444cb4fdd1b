import { dark, light, mix } from './colour.ts'
import { at, circle, ellipse, path, rect, stroke, times } from './draw.ts'
import { day, palettes, type Sky, skies } from './palettes.ts'
import { type CatEyes, catBack, catCurl, catHead, catSit, coatOf } from './parts/cat.ts'
import { cloud, hill, paintSky, ridge, shadow, stars, sun } from './parts/nature.ts'
import { cup, litWall, plant, windowFrame } from './parts/objects.ts'
import type { Stage } from './stage.ts'

const openEyes: readonly CatEyes[] = ['open', 'open', 'side', 'sleepy', 'shut']

/** A cat on the sill, weather behind it. */
export function catWindow(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const sky: Sky = skies[r.pick(['morning', 'peach', 'dusk', 'rain', 'snow', 'night'] as const)]
  const sill = s.h * 0.8
  const [wx, wy, ww, wh] = [130, s.h * 0.08, 740, sill - s.h * 0.08]
  const far = ridge(s, sill - s.h * 0.16, 46, 5)
  const near = ridge(s, sill - s.h * 0.06, 26, 4)
  const roofs = times(7, (i) => {
    const bw = r.range(90, 150)
    const bh = r.range(0.1, 0.3) * s.h
    const x = wx - 20 + i * 120
    const c = mix(sky.haze, p.ink, r.range(0.15, 0.4))
    return (
      rect(x, sill - bh, bw, bh, c) +
      times(3, (j) =>
        times(2, (k) =>
          r.chance(0.55)
            ? rect(x + 18 + k * 46, sill - bh + 22 + j * 44, 20, 26, sky.night ? '#ffd98a' : light(c, 0.5), 2, 'opacity=".8"')
            : '',
        ),
      )
    )
  })
  const view =
    paintSky(s, sky, sill) +
    (sky.night ? stars(s, 40, sill * 0.7) : '') +
    sun(s, sky, r.range(300, 720), s.h * r.range(0.2, 0.32), 42) +
    cloud(s, r.range(240, 760), s.h * 0.22, 90, sky.cloud) +
    (r.chance(0.5) ? hill(s, far, mix(sky.haze, p.leaf, 0.35)) + hill(s, near, mix(sky.haze, p.leaf, 0.65)) : roofs) +
    (sky === skies.rain
      ? times(50, () => stroke(`M${r() * 1000} ${r() * sill}l-6 26`, '#eef4f4', 2.2, 'opacity=".5"'))
      : sky === skies.snow
        ? times(60, () => circle(r() * 1000, r() * sill, r.range(2, 6), '#fff', 'opacity=".9"'))
        : '')
  const wall = mix(p.deep, p.pale, 0.25)
  const curtain = (flip: boolean) =>
    at(
      flip ? 1000 : 0,
      0,
      path(
        `M-20 -20H210C190 ${s.h * 0.25} 150 ${s.h * 0.5} 60 ${s.h * 0.62}C70 ${s.h * 0.72} 60 ${s.h * 0.9} 70 ${s.h}H-20Z`,
        s.lin(
          [
            [0, dark(p.pop, 0.08)],
            [0.4, light(p.pop, 0.28)],
            [0.7, p.pop],
            [1, light(p.pop, 0.22)],
          ],
          0,
        ),
      ) +
        stroke(
          `M60 0C66 ${s.h * 0.3} 50 ${s.h * 0.5} 30 ${s.h * 0.6}M140 0C140 ${s.h * 0.26} 110 ${s.h * 0.46} 56 ${s.h * 0.6}`,
          dark(p.pop, 0.25),
          5,
          'opacity=".35"',
        ) +
        rect(-20, s.h * 0.6, 92, 22, p.pop2, 8),
      1,
      0,
      flip,
    )
  const k = Math.min(1, (sill / 1000) * 1.02) * r.range(0.94, 1.04)
  const cx = r.range(420, 580)
  const coat = coatOf(r)
  return (
    rect(0, 0, s.w, s.h, wall) +
    windowFrame(s, wx, wy, ww, wh, p.white, view, 2) +
    curtain(false) +
    curtain(true) +
    rect(0, sill, s.w, s.h - sill, s.lin([light(p.surface, 0.35), p.surface])) +
    rect(0, sill, s.w, 12, light(p.surface, 0.6)) +
    shadow(s, cx, sill + s.h * 0.07, 300 * k, 34) +
    (r.chance(0.4)
      ? at(cx, sill + s.h * 0.06, catBack(s, coat, r.sign()), k * 1.06)
      : at(cx, sill + s.h * 0.06, catSit(s, coat, r.pick(openEyes), r.range(-7, 7), r.sign()), k)) +
    at(cx > 500 ? 190 : 800, sill + s.h * 0.07, plant(s, r.int(0, 4), r.pick([p.pop2, p.white, p.surface]), p.leaf), k * 1.25)
  )
}

/** Asleep on a cushion in the lamp light. */
export function catNap(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const floor = s.h * 0.66
  const k = s.k * 1.08
  const lampX = r.pick([190, 810])
  const base = floor + s.h * 0.17
  return (
    litWall(s, p.deep, p.pale) +
    rect(0, floor, s.w, s.h - floor, s.lin([mix(p.surface, p.pale, 0.25), p.surface])) +
    at(
      lampX,
      floor + 40,
      rect(-7, -330, 14, 330, dark(p.surface, 0.4)) +
        ellipse(0, 0, 70, 16, dark(p.surface, 0.4)) +
        path('M-60 -470H60L110 -320H-110Z', s.lin([p.pop2, light(p.pop2, 0.5)])),
      k,
    ) +
    circle(
      lampX,
      floor - 330 * k,
      420 * k,
      s.rad([
        [0, '#ffe9b0', 0.55],
        [1, '#ffe9b0', 0],
      ]),
    ) +
    ellipse(500, base + 30, 520 * k, 120 * k, mix(p.deep, p.white, 0.35)) +
    ellipse(500, base + 26, 460 * k, 100 * k, mix(p.deep, p.white, 0.6)) +
    shadow(s, 500, base + 40, 420 * k, 60 * k, 0.45) +
    at(
      500,
      base,
      path(
        'M-360 -20C-400 -110 -330 -150 -250 -146C-90 -160 90 -160 250 -146C330 -150 400 -110 360 -20C390 40 320 70 250 62C90 78 -90 78 -250 62C-320 70 -390 40 -360 -20Z',
        s.lin([light(p.pop, 0.3), dark(p.pop, 0.14)]),
      ) +
        stroke('M-330 -50C-160 0 160 0 330 -50', light(p.pop, 0.45), 4, 'stroke-dasharray="10 14" opacity=".8"') +
        at(6, -46, catCurl(s, coatOf(r)), 1.04),
      k,
    ) +
    at(lampX > 500 ? 170 : 840, base + 60, plant(s, r.int(0, 4), p.white, p.leaf), k * 1.3) +
    at(lampX > 500 ? 800 : 210, base + 120 * k, cup(s, p.white, '#a8633a'), k * 0.8)
  )
}

/** Nose to nose with you. */
export function catClose(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const k = Math.min(s.h / 1000, 1.05) * 2.35
  const c = coatOf(r)
  const y = s.h * 0.56
  const turn = r.range(-9, 9)
  return (
    rect(
      0,
      0,
      s.w,
      s.h,
      s.rad(
        [
          [0, p.pale],
          [1, p.deep],
        ],
        0.5,
        0.4,
        0.8,
      ),
    ) +
    times(7, (i) => at(r.range(-20, 1020), s.h * r.range(-0.05, 0.4), leafCluster(s, p.leaf, i), r.range(1, 1.8), r.range(0, 360))) +
    path(
      `M${500 - 330 * k * 0.42} ${s.h + 20}C${500 - 300 * k * 0.4} ${y} ${500 + 300 * k * 0.4} ${y} ${500 + 330 * k * 0.42} ${s.h + 20}Z`,
      s.lin([c.base, dark(c.base, 0.2)]),
    ) +
    ellipse(500, s.h + 20, 190, s.h * 0.2, c.belly, 'opacity=".7"') +
    at(500 + turn * 3, y, catHead(s, c, r.pick(['open', 'side', 'open', 'sleepy'] as const), turn), k) +
    (r.chance(0.6)
      ? stroke(`M${500 - 78 * k} ${y + 104 * k}Q500 ${y + 140 * k} ${500 + 78 * k} ${y + 104 * k}`, p.pop, 26) +
        circle(500, y + 128 * k, 26, p.pop2) +
        circle(494, y + 122 * k, 8, '#fff6d6')
      : '')
  )
}

const leafCluster = (_s: Stage, leaf: string, i: number) =>
  `${times(3, (j) =>
    at(
      0,
      0,
      path('M0 0C-40 -40 -34 -110 0 -160C34 -110 40 -40 0 0Z', j === 1 ? leaf : i % 2 ? dark(leaf, 0.16) : light(leaf, 0.2)),
      1,
      (j - 1) * 42,
    ),
  )}`
