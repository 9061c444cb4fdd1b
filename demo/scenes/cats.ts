import { dark, light, mix } from './colour.ts'
import { at, circle, ellipse, path, rect, smooth, stroke, times } from './draw.ts'
import { day, palettes, type Sky, skies } from './palettes.ts'
import { type CatEyes, catBack, catCurl, catHead, catLoaf, catSit, coatOf } from './parts/cat.ts'
import { cloud, hill, paintSky, ridge, shadow, stars, sun } from './parts/nature.ts'
import { books, cup, litWall, plant, windowFrame, wood } from './parts/objects.ts'
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

/** If it fits, it sits. */
export function catBox(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const floor = s.h * 0.6
  const k = s.k * 1.1
  const y = floor + s.h * 0.24
  const card = '#c99563'
  const yarn = r.pick([p.pop, p.leaf, p.pop2])
  const yx = r.pick([150, 850])
  return (
    rect(0, 0, s.w, floor + 4, s.lin([p.pale, mix(p.deep, p.pale, 0.3)])) +
    times(9, (i) => rect(i * 120 + 10, 0, 56, floor, p.white, 0, 'opacity=".28"')) +
    rect(0, floor - 26, s.w, 26, p.white) +
    wood(s, floor, s.h - floor, mix(p.surface, '#d9a877', 0.5)) +
    at(yx > 500 ? 140 : 860, floor + 30, plant(s, r.int(0, 4), p.pop2, p.leaf), k * 1.7) +
    shadow(s, 500, y + 10, 400 * k, 60, 0.5) +
    at(
      500,
      y,
      path('M-250 -210L-330 -290L-150 -300L-120 -240ZM250 -210L330 -290L150 -300L120 -240Z', dark(card, 0.16)) +
        path('M-250 -230H250V-120H-250Z', dark(card, 0.5)) +
        at(0, -20, catSit(s, coatOf(r), r.pick(['open', 'side', 'open'] as const), r.range(-10, 10)), 0.92) +
        path('M-262 -215H262L246 0H-246Z', s.lin([light(card, 0.14), dark(card, 0.12)])) +
        path('M-262 -215L-390 -150L-374 -128L-256 -180ZM262 -215L390 -150L374 -128L256 -180Z', light(card, 0.12)) +
        rect(-40, -215, 80, 215, '#e9c79a', 0, 'opacity=".6"') +
        path('M110 -60l40 -50l40 50ZM146 -60v34h-16v-34Z', dark(card, 0.4), 'opacity=".55"') +
        each2(r.chance(0.7)),
      k,
    ) +
    at(
      yx,
      y + 40,
      shadow(s, 0, 0, 110, 24) +
        circle(0, -66, 70, s.rad([light(yarn, 0.35), dark(yarn, 0.14)], 0.4, 0.35, 0.7)) +
        stroke(
          'M-56 -90C-20 -50 30 -40 62 -60M-66 -60C-30 -20 20 -10 54 -30M-40 -120C-50 -70 -30 -30 -10 -4M0 -134C-14 -90 10 -40 36 -14',
          dark(yarn, 0.28),
          4.5,
          'opacity=".7"',
        ) +
        stroke(`M60 -20C120 10 60 40 ${yx > 500 ? -180 : 180} 34`, yarn, 6),
      k,
    )
  )
}

const each2 = (paws: boolean) =>
  paws
    ? ellipse(-70, -212, 36, 24, '#fff7ea') +
      ellipse(70, -212, 36, 24, '#fff7ea') +
      stroke('M-82 -204v-12M-60 -204v-12M60 -204v-12M82 -204v-12', '#b98e6a', 3)
    : ''

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

const leafCluster = (s: Stage, leaf: string, i: number) =>
  times(3, (j) =>
    at(
      0,
      0,
      path('M0 0C-40 -40 -34 -110 0 -160C34 -110 40 -40 0 0Z', j === 1 ? leaf : i % 2 ? dark(leaf, 0.16) : light(leaf, 0.2)),
      1,
      (j - 1) * 42,
    ),
  ) + `${s.w ? '' : ''}`

/** On top of the books you wanted to read. */
export function catBooks(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const k = s.k * 1.05
  const table = s.h * 0.8
  const shelf = s.h * 0.3
  const covers = [p.pop, p.pop2, p.leaf, p.surface, p.ink, p.white]
  const stack = r.int(2, 4)
  const y = table + 50 * k
  return (
    rect(0, 0, s.w, s.h, s.lin([mix(p.deep, p.pale, 0.6), p.deep], 70)) +
    books(
      s,
      60,
      shelf,
      520,
      s.h * 0.2,
      covers.map((c) => mix(c, p.deep, 0.35)),
    ) +
    rect(30, shelf, 940, 20, mix(p.surface, p.ink, 0.25), 4) +
    at(780, shelf, plant(s, r.int(0, 4), mix(p.white, p.deep, 0.3), mix(p.leaf, p.deep, 0.3)), s.h / 1000) +
    wood(s, table, s.h - table, p.surface) +
    shadow(s, 500, y + 8, 400 * k, 46, 0.5) +
    times(stack, (i) => {
      const bw = r.range(520, 640) * k
      const c = covers[i % covers.length] as string
      const by = y - (i + 1) * 62 * k
      const x = 500 - bw / 2 + r.range(-24, 24)
      return (
        rect(x, by, bw, 60 * k, s.lin([light(c, 0.2), dark(c, 0.12)]), 8) +
        rect(x + bw - 60 * k, by + 9 * k, 60 * k, 42 * k, '#fdf3df', 4) +
        stroke(`M${x + bw - 54 * k} ${by + 22 * k}h${50 * k}M${x + bw - 54 * k} ${by + 36 * k}h${50 * k}`, '#d9c5a3', 3) +
        rect(x + 40 * k, by + 20 * k, 120 * k, 18 * k, light(c, 0.5), 4, 'opacity=".8"')
      )
    }) +
    at(500, y - stack * 62 * k + 6, catLoaf(s, coatOf(r), r.pick(['sleepy', 'shut', 'open'] as const), r.sign()), k) +
    at(r.pick([150, 860]), y + 40 * k, cup(s, p.white, '#8a4b2a'), k * 0.8) +
    (r.chance(0.6)
      ? at(
          870,
          y + 60 * k,
          path('M-100 -8C-90 -40 90 -40 100 -8Z', 'none') +
            stroke('M-76 -10a36 30 0 1 0 60 0a36 30 0 1 0 -60 0M16 -10a36 30 0 1 0 60 0a36 30 0 1 0 -60 0M-16 -14q16 -10 32 0', p.ink, 7),
          k,
        )
      : '')
  )
}

/** Two on the roof tiles, watching the moon. */
export function catRoof(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['night', 'plum', 'dusk'] as const)]
  const y = s.h * 0.8
  const moonX = r.range(330, 670)
  const tile = sky.night ? '#2b2f52' : '#4a3558'
  const far = ridge(s, s.h * 0.66, 40, 6)
  const k = s.k * 0.74
  const roof = (yy: number) =>
    times(12, (i) =>
      times(5, (j) =>
        path(
          `M${i * 92 - 40 + (j % 2) * 46} ${yy + j * 52}q46 64 92 0l0 -12h-92Z`,
          mix(tile, '#8f6f86', 0.05 + 0.08 * (4 - j)),
          `stroke="${dark(tile, 0.5)}" stroke-width="3"`,
        ),
      ),
    )
  return (
    paintSky(s, sky, y) +
    (sky.top === skies.dusk.top ? '' : stars(s, 70, s.h * 0.6)) +
    sun(s, sky, moonX, s.h * 0.34, 120 * s.k) +
    circle(moonX - 30, s.h * 0.32, 18, '#e9d9ae', 'opacity=".5"') +
    circle(moonX + 34, s.h * 0.37, 26, '#e9d9ae', 'opacity=".4"') +
    cloud(s, 180, s.h * 0.46, 110, sky.cloud, 0.6) +
    cloud(s, 830, s.h * 0.52, 140, sky.cloud, 0.5) +
    hill(s, far, mix(sky.low, tile, 0.55)) +
    times(9, (i) => {
      const x = i * 120 + r.range(-20, 20)
      const bh = r.range(60, 190)
      return (
        rect(x, y - bh, 100, bh + 30, mix(sky.low, tile, 0.8)) +
        times(4, (j) =>
          r.chance(0.5) ? rect(x + 16 + (j % 2) * 40, y - bh + 20 + (j >> 1) * 44, 18, 24, '#ffd58a', 2, 'opacity=".85"') : '',
        )
      )
    }) +
    roof(y) +
    path(
      smooth([
        [-40, y + 10],
        [250, y + 2],
        [500, y + 10],
        [760, y],
        [1040, y + 10],
      ]) + `L1040 ${y - 26}L-40 ${y - 26}Z`,
      dark(tile, 0.2),
    ) +
    at(390, y - 4, catBack(s, coatOf(r), -1), k) +
    at(640, y - 4, catBack(s, coatOf(r), 1), k * 0.9)
  )
}
