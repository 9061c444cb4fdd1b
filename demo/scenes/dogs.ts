import { dark, light, mix } from './colour.ts'
import { at, circle, ellipse, path, rect, smooth, stroke, times } from './draw.ts'
import { day, palettes, type Sky, skies } from './palettes.ts'
import { breedOf, dogHead, dogRun, dogSit } from './parts/dog.ts'
import { figure, handOf, makeOutfit } from './parts/figure.ts'
import { birds, bush, cloud, glints, grass, hill, paintSky, ridge, shadow, sun, tree } from './parts/nature.ts'
import type { Stage } from './stage.ts'

/** Waiting for the ball in the park. */
export function dogPark(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(['jade', 'butter', 'sky', 'persimmon', 'teal'] as const)]
  const sky: Sky = skies[r.pick(['morning', 'noon', 'peach', 'mint'] as const)]
  const ground = s.h * 0.6
  const green = r.pick(['#86b06a', '#9bbb62', '#6fa374', '#c9a94f'])
  const k = s.k * 1.06
  const x = r.range(430, 570)
  const y = s.h * 0.9
  return (
    paintSky(s, sky, ground) +
    sun(s, sky, r.range(150, 850), s.h * 0.18, 46) +
    cloud(s, 220, s.h * 0.2, 120, sky.cloud) +
    cloud(s, 760, s.h * 0.28, 90, sky.cloud) +
    hill(s, ridge(s, ground - 30, 30, 4), mix(green, sky.haze, 0.55)) +
    times(5, (i) =>
      tree(
        s,
        40 + i * 230 + r.range(-40, 40),
        ground + r.range(-6, 14),
        r.range(190, 300) * s.k,
        mix(r.pick([green, p.leaf, dark(green, 0.1)]), sky.haze, 0.28),
      ),
    ) +
    hill(s, ridge(s, ground + 10, 12, 4), s.lin([light(green, 0.12), dark(green, 0.14)])) +
    path(
      `${smooth([
        [720, ground + 14],
        [640, ground + 60],
        [860, ground + 130],
        [1100, ground + 260],
      ])}L1100 ${ground + 60}Z`,
      mix(green, '#f6e3b8', 0.6),
      'opacity=".8"',
    ) +
    grass(s, 0, s.h * 0.76, 1000, 60, dark(green, 0.18)) +
    bush(s, r.pick([60, 950]), s.h * 0.8, 230 * k, p.leaf) +
    shadow(s, x, y, 280 * k, 46, 0.5) +
    at(x, y, dogSit(s, breedOf(r), p.pop, r.range(-10, 10)), k) +
    at(
      x + r.sign() * 300 * k,
      y + 10,
      shadow(s, 0, 0, 70, 16) +
        circle(0, -40, 44, s.rad([light(p.pop2, 0.4), p.pop2], 0.4, 0.35, 0.7)) +
        stroke('M-38 -58C-10 -50 0 -20 -14 0M24 -76C10 -50 22 -24 42 -30', '#fff6e0', 6),
      k,
    ) +
    grass(s, 0, s.h * 1, 1000, 70, dark(green, 0.3), 46) +
    times(16, () => circle(r() * 1000, s.h * r.range(0.84, 0.99), r.range(5, 10), r.pick(['#fff6e6', p.pop2, '#f3a9a0'])))
  )
}

/** Ears up, close. */
export function dogClose(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const b = breedOf(r)
  const k = Math.min(s.h / 1000, 1.05) * 2.1
  const y = s.h * 0.52
  return (
    rect(0, 0, s.w, s.h, s.lin([p.pale, p.deep], 100)) +
    circle(500, y, 470, mix(p.deep, p.surface, 0.45), 'opacity=".5"') +
    path(
      `M150 ${s.h + 20}C170 ${y + 160} 330 ${y + 60} 500 ${y + 60}C670 ${y + 60} 830 ${y + 160} 850 ${s.h + 20}Z`,
      s.lin([b.base, dark(b.base, 0.18)]),
    ) +
    path(`M330 ${s.h + 20}C330 ${y + 190} 420 ${y + 130} 500 ${y + 130}C580 ${y + 130} 670 ${y + 190} 670 ${s.h + 20}Z`, b.belly) +
    path(`M290 ${y + 150}C400 ${y + 250} 600 ${y + 250} 710 ${y + 150}L690 ${y + 220}L500 ${y + 360}L310 ${y + 220}Z`, p.pop) +
    times(9, () => circle(r.range(360, 640), y + r.range(215, 290), 9, p.white, 'opacity=".85"')) +
    at(500, y, dogHead(s, b, r.chance(0.7), r.range(-12, 12)), k)
  )
}

/** Along the water, as fast as short legs go. */
export function dogBeach(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['morning', 'noon', 'peach', 'dusk'] as const)]
  const sea = s.h * 0.46
  const sand = s.h * 0.64
  const water = mix(sky.top, '#2f7f95', 0.6)
  const k = s.k * 1.02
  const collar = r.pick(['#d7402c', '#2f7d82', '#f2ac3d'])
  return (
    paintSky(s, sky, sea) +
    sun(s, sky, r.range(200, 800), s.h * 0.24, 56) +
    cloud(s, 700, s.h * 0.2, 130, sky.cloud) +
    birds(s, 300, s.h * 0.2, 5, dark(sky.top, 0.4)) +
    rect(0, sea, s.w, sand - sea + 60, s.lin([mix(water, sky.low, 0.35), water])) +
    glints(s, 0, sea + 8, 1000, sand - sea, 40, sky.sun) +
    path(
      `${smooth([
        [-40, sand + 10],
        [200, sand - 14],
        [460, sand + 16],
        [720, sand - 8],
        [1040, sand + 14],
      ])}L1040 ${s.h + 10}L-40 ${s.h + 10}Z`,
      '#fff8ea',
    ) +
    path(
      `${smooth([
        [-40, sand + 34],
        [200, sand + 12],
        [460, sand + 40],
        [720, sand + 18],
        [1040, sand + 38],
      ])}L1040 ${s.h + 10}L-40 ${s.h + 10}Z`,
      s.lin(['#ecd3a4', '#d9b57e']),
    ) +
    times(40, () => circle(r() * 1000, s.h * r.range(0.72, 1), r.range(2, 5), '#c59d66', 'opacity=".6"')) +
    shadow(s, 490, s.h * 0.89, 330 * k, 30, 0.5) +
    at(470, s.h * 0.885, dogRun(s, breedOf(r), collar), k * 0.98) +
    times(8, () => circle(r.range(90, 300), s.h * r.range(0.8, 0.9), r.range(6, 16), '#e6c894')) +
    at(
      880,
      s.h * 0.93,
      path('M-50 0C-56 -50 -20 -76 0 -76C20 -76 56 -50 50 0Z', '#f6b7a4') + stroke('M-24 -4L-8 -70M0 -4L0 -74M24 -4L8 -70', '#dd8f7d', 4),
      k,
    )
  )
}

/** A person and a leash that is always too short. */
export function dogWalk(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const sky: Sky = skies[r.pick(['peach', 'morning', 'dusk', 'mint'] as const)]
  const floor = s.h * 0.78
  const leafy = r.pick(['#e09a3a', '#7fa35c', '#d9694a', '#ecb2ae'])
  const pose = 'walk'
  const size = 470 * s.k
  const hand = handOf(pose)
  const px = 330
  const dogX = 730
  return (
    paintSky(s, sky, floor) +
    cloud(s, 640, s.h * 0.16, 110, sky.cloud) +
    times(6, (i) => {
      const c = mix(r.pick([p.surface, p.deep, p.pale, p.pop2, p.pop]), sky.low, 0.45)
      const bh = s.h * r.range(0.26, 0.46)
      const x = i * 190 - 40
      return (
        rect(x, floor - bh, 184, bh, c) +
        path(`M${x - 12} ${floor - bh}h208l-26 -44h-156Z`, dark(c, 0.18)) +
        times(6, (j) => rect(x + 24 + (j % 3) * 50, floor - bh + 36 + Math.floor(j / 3) * 90, 32, 56, light(c, 0.45), 3)) +
        rect(x + 62, floor - 96, 56, 96, dark(c, 0.3), 4)
      )
    }) +
    times(3, (i) => tree(s, 60 + i * 450, floor + 10, 440 * s.k, leafy)) +
    rect(0, floor, s.w, s.h - floor, s.lin([light(p.surface, 0.45), mix(p.surface, p.deep, 0.3)])) +
    rect(0, floor, s.w, 10, p.white, 0, 'opacity=".6"') +
    shadow(s, px, s.h * 0.92, 150, 20, 0.45) +
    shadow(s, dogX, s.h * 0.92, 190, 20, 0.45) +
    stroke(
      `M${px + hand[0] * 4.7 * s.k} ${s.h * 0.92 + hand[1] * 4.7 * s.k}Q560 ${s.h * 0.9} ${dogX + 90} ${s.h * 0.92 - 190 * s.k}`,
      p.ink,
      5,
    ) +
    at(px, s.h * 0.92, figure(makeOutfit(r, { pose })), size / 100) +
    at(dogX, s.h * 0.92, dogRun(s, breedOf(r), p.pop), 0.56 * s.k) +
    times(18, () => ellipse(r() * 1000, s.h * r.range(0.8, 0.98), 11, 6, leafy, 'opacity=".8"'))
  )
}
