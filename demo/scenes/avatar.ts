/** Forty faces: mostly people, some cats and dogs, a few things people love. Square, legible at 32 px. */
import { light, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, stroke, times } from './draw.ts'
import { type Drawing, frame, rasterise } from './index.ts'
import { day, palettes, skies } from './palettes.ts'
import { bust, type HairStyle, makeLook } from './parts/bust.ts'
import { catHead, coatOf } from './parts/cat.ts'
import { breedOf, dogHead } from './parts/dog.ts'
import { bao, eggHalf, orange } from './parts/food.ts'
import { fir, hill, leafShape, paintSky, peak, ridge, sun } from './parts/nature.ts'
import { lantern, plant } from './parts/objects.ts'
import { makeRng, type Rng } from './rng.ts'
import { makeStage, type Stage } from './stage.ts'

type Maker = (s: Stage, r: Rng) => string

const ground = (s: Stage, r: Rng) => {
  const p = palettes[r.pick(day)]
  return (
    rect(0, 0, 1000, 1000, s.lin([light(p.deep, 0.3), p.deep], 60)) +
    circle(r.range(250, 750), r.range(200, 600), r.range(300, 420), mix(p.deep, p.pop2, 0.3), 'opacity=".45"')
  )
}

const face =
  (style: HairStyle, fixed: Parameters<typeof makeLook>[1] = {}): Maker =>
  (s, r) =>
    ground(s, r) + at(500, 520, bust(s, makeLook(r, { style, turn: r.range(-0.6, 0.6), ...fixed })), 2.7)
const kitten =
  (coat: number): Maker =>
  (s, r) =>
    ground(s, r) +
    at(500, 1010, ellipse(0, 0, 300, 260, coatOf(r, coat).base)) +
    at(500, 560, catHead(s, coatOf(r, coat), r.pick(['open', 'sleepy', 'open', 'side'] as const), r.range(-8, 8)), 2.75)
const puppy =
  (breed: number): Maker =>
  (s, r) =>
    ground(s, r) +
    at(500, 1010, ellipse(0, 0, 300, 260, breedOf(r, breed).base)) +
    at(500, 550, dogHead(s, breedOf(r, breed), true, r.range(-8, 8)), 2.5)

const things: Record<'mountain' | 'lantern' | 'bun' | 'cactus' | 'egg' | 'orange' | 'wave' | 'moon' | 'leaf', Maker> = {
  mountain: (s, r) =>
    paintSky(s, skies.peach, 1000) +
    sun(s, skies.peach, 680, 300, 90) +
    peak(s, 420, 820, 900, 560, '#5f7a9f', '#fdfaf5') +
    hill(s, ridge(s, 780, 40, 4), '#4f7a64') +
    each([150, 300, 720, 860], (x) => fir(s, x, 900, r.range(220, 320), '#2f5a4c')),
  lantern: (s, r) => ground(s, r) + at(500, 60, lantern(s, 640, '#d7402c'), 1),
  bun: (s, r) =>
    ground(s, r) +
    at(
      500,
      530,
      bao(s, 330) +
        each(
          [-110, 110],
          (x) => circle(x, 90, 22, '#3a2a30') + circle(x + 7, 82, 7, '#fff') + ellipse(x * 1.5, 150, 40, 24, '#ef8f86', 'opacity=".6"'),
        ) +
        stroke('M-40 120q40 40 80 0', '#7a3a36', 12),
    ),
  cactus: (s, r) => ground(s, r) + at(500, 880, plant(s, 2, '#d9694a', '#4f8a64'), 3.2),
  egg: (s, r) => ground(s, r) + at(500, 510, eggHalf(330, -12)),
  orange: (s, r) =>
    ground(s, r) +
    at(500, 560, orange(s, 320) + each([-90, 90], (x) => circle(x, 10, 20, '#4a2a1c')) + stroke('M-40 60q40 40 80 0', '#4a2a1c', 13)),
  wave: (s) =>
    paintSky(s, skies.mint, 600) +
    circle(690, 340, 130, '#e0583c') +
    times(
      4,
      (i) =>
        path(`M-60 ${520 + i * 130}${times(6, () => 'q100 -110 200 0')}V1020H-60Z`, mix('#2f8f96', '#fdfaf0', 0.36 - i * 0.11)) +
        stroke(`M-60 ${520 + i * 130}${times(6, () => 'q100 -110 200 0')}`, '#fdfaf0', 12),
    ),
  moon: (s) =>
    paintSky(s, skies.night, 1000) +
    times(50, () => circle(s.rng() * 1000, s.rng() * 1000, s.rng.range(2, 7), '#fff3d6')) +
    path('M620 180A350 350 0 1 0 820 640A280 280 0 1 1 620 180Z', '#fdf1cd'),
  leaf: (s, r) =>
    ground(s, r) +
    each([-52, -18, 18, 52], (a, i) => at(500, 840, leafShape(620, 130, i % 2 ? '#5f9a5f' : '#437f55', '#b6d38f'), 1, a)) +
    circle(500, 840, 40, '#d9694a'),
}

const makers: readonly Maker[] = [
  face('long', { hair: '#231a1e', skin: '#f6d3b8', top: '#d7402c' }),
  face('curly', { glasses: true }),
  kitten(0),
  face('bun', { hair: '#2d2024', skin: '#eec19f', top: '#2f7d82' }),
  face('beanie', { top: '#f2ac3d' }),
  face('crop', { beard: true, glasses: false }),
  things.mountain,
  face('fringe', { hair: '#1c1a22', skin: '#f3c9a5', glasses: true, top: '#8a70aa' }),
  puppy(1),
  face('afro', { skin: '#8c5637', top: '#f2ac3d', earrings: true }),
  face('bob', { hair: '#2d2024', skin: '#eec19f', top: '#5f8a5f' }),
  things.bun,
  face('side', { hair: '#b5713a', skin: '#f6d3b8' }),
  kitten(4),
  face('braids', { hair: '#4a2c20' }),
  face('grey', { glasses: true, top: '#3f5a8c' }),
  things.lantern,
  face('waves', { hair: '#8c3a2e', skin: '#f6d3b8', top: '#2f7d82' }),
  face('topknots', { hair: '#231a1e', skin: '#f3c9a5', top: '#e88f86' }),
  kitten(5),
  face('hijab', { top: '#7fb0b5', skin: '#d9a077' }),
  face('crop', { hair: '#231a1e', skin: '#f3c9a5', beard: false, top: '#3f5a8c' }),
  puppy(0),
  things.wave,
  face('pony', { hair: '#d9b06a', skin: '#f6d3b8', top: '#d7402c' }),
  face('bald', { beard: true, skin: '#6a3f2a' }),
  kitten(6),
  face('long', { hair: '#4a2c20', skin: '#d9a077', top: '#f2ac3d' }),
  things.cactus,
  face('side', { hair: '#231a1e', skin: '#eec19f', glasses: true, top: '#43324f' }),
  face('bun', { hair: '#9b9aa2', skin: '#eec19f', top: '#b7323c', glasses: true }),
  things.moon,
  face('curly', { hair: '#231a1e', skin: '#b97a52', top: '#5f8a5f' }),
  puppy(2),
  things.orange,
  face('bob', { hair: '#7a4a2a', skin: '#f6d3b8', top: '#e88f86' }),
  kitten(1),
  face('fringe', { hair: '#231a1e', skin: '#f6d3b8', top: '#f5e9d2' }),
  things.leaf,
  face('beanie', { skin: '#e3b48c', beard: false, top: '#2f7d82', hair: '#2d2024' }),
]

export const avatarCount = makers.length

/** Avatar `which` as SVG, `size` px square. */
export function drawAvatar(which: number, size = 480): Drawing {
  const rng = makeRng(`avatar/${which}`)
  const s = makeStage(1000, rng)
  return frame(s, (makers[which % makers.length] as Maker)(s, rng), size)
}

/** Avatar as JPEG bytes, 480 px square. */
export const renderAvatar = (which: number): Promise<Buffer> => rasterise(drawAvatar(which), 90)
