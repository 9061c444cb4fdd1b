import { dark, light, mix } from './colour.ts'
import { at, circle, ellipse, path, rect, smooth, stroke, times } from './draw.ts'
import { day, palettes, type Sky, skies } from './palettes.ts'
import { catBack, catLoaf, catSit, coatOf } from './parts/cat.ts'
import { cloud, hill, paintSky, ridge, shadow, stars, sun } from './parts/nature.ts'
import { books, cup, plant, wood } from './parts/objects.ts'
import type { Stage } from './stage.ts'

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
        pawsOnEdge(r.chance(0.7)),
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

const pawsOnEdge = (paws: boolean) =>
  paws
    ? ellipse(-70, -212, 36, 24, '#fff7ea') +
      ellipse(70, -212, 36, 24, '#fff7ea') +
      stroke('M-82 -204v-12M-60 -204v-12M60 -204v-12M82 -204v-12', '#b98e6a', 3)
    : ''

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
      `${smooth([
        [-40, y + 10],
        [250, y + 2],
        [500, y + 10],
        [760, y],
        [1040, y + 10],
      ])}L1040 ${y - 26}L-40 ${y - 26}Z`,
      dark(tile, 0.2),
    ) +
    at(390, y - 4, catBack(s, coatOf(r), -1), k) +
    at(640, y - 4, catBack(s, coatOf(r), 1), k * 0.9)
  )
}
