import { dark, light, mix } from './colour.ts'
import { at, circle, each, ellipse, path, stroke, times } from './draw.ts'
import { day, palettes } from './palettes.ts'
import { beef, bokChoy, chopsticks, dish, eggHalf, mushroom, scallion, shrimp, swirl } from './parts/food.ts'
import { shadow, steam } from './parts/nature.ts'
import { cloth, litWall, plant, wood } from './parts/objects.ts'
import type { Stage } from './stage.ts'

const bowlColours = ['#c5392c', '#2f5d8c', '#f4ead8', '#2f6d63', '#3a2f38', '#d99a3c'] as const

const soups = ['#d9772f', '#c8502a', '#e2b25c', '#b3492a', '#efd49a'] as const

/** Bits that may lie on noodles; coordinates inside a unit disc of radius r, squeezed by q. */
function toppings(s: Stage, r: number, q: number): string {
  const g = s.rng
  const kinds = g.shuffle(['egg', 'beef', 'greens', 'shrimp', 'mushroom'] as const).slice(0, 3)
  const turn = g.range(0, 6.28)
  const put = (i: number, content: string, k = 1) =>
    at(Math.cos(turn + i * 2.09) * r * 0.47, Math.sin(turn + i * 2.09) * r * 0.47 * q, content, k)
  return (
    each(kinds, (kind, i) =>
      put(
        i,
        {
          egg: () => eggHalf(r * 0.27, -14) + at(r * 0.3, r * 0.14, eggHalf(r * 0.25, 16)),
          beef: () => times(4, (j) => at((j - 1.5) * r * 0.15, (j % 2) * r * 0.09, beef(s, r * 0.22), 1, j * 9 - 12)),
          greens: () => bokChoy(s, r * 0.42, g.range(-60, 60)) + at(r * 0.12, r * 0.06, bokChoy(s, r * 0.4, g.range(-90, 90))),
          shrimp: () => shrimp(r * 0.17) + at(r * 0.3, r * 0.05, shrimp(r * 0.15), 1, 120),
          mushroom: () => mushroom(r * 0.18, -20) + at(r * 0.28, r * 0.08, mushroom(r * 0.15, 30)),
        }[kind](),
      ),
    ) +
    times(24, () => {
      const a = g() * 6.28
      const d = Math.sqrt(g()) * r * 0.8
      return scallion(s, Math.cos(a) * d, Math.sin(a) * d * q, r * 0.033)
    }) +
    times(26, () => {
      const a = g() * 6.28
      const d = Math.sqrt(g()) * r * 0.84
      return circle(Math.cos(a) * d, Math.sin(a) * d * q, r * g.range(0.008, 0.02), g.pick(['#c22f1f', '#e2552e', '#fbe9c0']))
    })
  )
}

/** A bowl at eye level, noodles lifted by chopsticks. */
export function noodleBowl(s: Stage): string {
  const g = s.rng
  const p = palettes[g.pick(day)]
  const bowl = g.pick(bowlColours)
  const soup = g.pick(soups)
  const noodle = g.pick(['#f5dd9c', '#f7e6b8', '#efcf86'])
  const k = s.k * 1.16
  const table = s.h * 0.66
  const y = s.h * 0.56
  const band = light(bowl, bowl > '#d' ? 0 : 0.5)
  const pattern = bowl > '#e' ? '#2f5d8c' : band
  const lift = g.chance(0.75)
  const side = g.sign()
  return (
    litWall(s, p.deep, p.pale) +
    wood(s, table, s.h - table, p.surface) +
    at(side > 0 ? 130 : 880, table + 40, plant(s, g.int(0, 4), p.white, p.leaf), k * 1.2) +
    shadow(s, 500, y + 330 * k, 420 * k, 70 * k, 0.5) +
    at(
      side > 0 ? 870 : 140,
      table + 150 * k,
      shadow(s, 0, 0, 120, 26) +
        path('M-100 -50C-96 0 -60 8 0 8C60 8 96 0 100 -50Z', light(p.pop2, 0.3)) +
        ellipse(0, -50, 100, 24, light(p.pop2, 0.55)) +
        ellipse(0, -48, 84, 18, '#8e2a20') +
        times(12, () => circle(g.range(-66, 66), -48 + g.range(-10, 10), 5, g.pick(['#d9472c', '#f2a33c', '#b3301f']))),
      k,
    ) +
    at(
      500,
      y,
      path(
        'M-350 0C-350 190 -210 318 -120 326H120C210 318 350 190 350 0Z',
        s.lin(
          [
            [0, light(bowl, 0.22)],
            [0.45, bowl],
            [1, dark(bowl, 0.3)],
          ],
          12,
        ),
      ) +
        path('M-130 318L-112 352H112L130 318Z', dark(bowl, 0.3)) +
        s.clip(
          'M-350 0C-350 190 -210 318 -120 326H120C210 318 350 190 350 0Z',
          stroke('M-360 96Q0 230 360 96', pattern, 7, 'opacity=".8"') +
            stroke('M-360 122Q0 256 360 122', pattern, 3, 'opacity=".8"') +
            times(9, (i) =>
              at(
                -280 + i * 70,
                178 + Math.cos((i - 4) / 2.7) * 40 - 14,
                circle(0, 0, 15, pattern, 'opacity=".75"') + circle(0, 0, 6.5, bowl),
                1,
              ),
            ) +
            path('M-350 0C-340 140 -270 240 -220 280C-260 180 -270 90 -270 30Z', '#ffffff', 'opacity=".16"'),
        ) +
        ellipse(0, 0, 350, 118, light(bowl, 0.42)) +
        ellipse(0, 6, 324, 101, dark(bowl, 0.25)) +
        ellipse(0, 14, 312, 92, s.rad([light(soup, 0.22), dark(soup, 0.06)])) +
        s.clip(
          'M-312 14a312 92 0 1 0 624 0a312 92 0 1 0 -624 0Z',
          `<g transform="translate(0 14) scale(1 .3)">${swirl(s, 320, noodle, 40)}</g>`,
        ) +
        at(0, 4, toppings(s, 300, 0.27), 1) +
        (lift
          ? times(7, (i) =>
              stroke(
                `M${60 + i * 13 - 40} 20C${50 + i * 16} -80 ${70 + i * 12} -160 ${84 + i * 9} -250`,
                i % 2 ? noodle : dark(noodle, 0.1),
                11,
              ),
            ) +
            stroke('M70 -262q50 26 96 0', noodle, 15) +
            at(20, -236, path('M0 0L420 -210L424 -196L4 14Z', dark(p.ink, 0)) + path('M0 0L420 -210L422 -205L2 5Z', light(p.ink, 0.3)), 1) +
            at(
              30,
              -272,
              path('M0 0L430 -150L432 -136L4 14Z', dark(p.ink, 0.2)) + path('M0 0L430 -150L431 -145L2 5Z', light(p.ink, 0.25)),
              1,
            )
          : at(-60, -12, chopsticks(560, p.ink, 22, 3), 1, -28)) +
        steam(s, -110, -60, 230, '#ffffff', 3),
      k,
    )
  )
}

/** The same lunch, seen from above. */
export function noodleTop(s: Stage): string {
  const g = s.rng
  const p = palettes[g.pick(day)]
  const bowl = g.pick(bowlColours)
  const soup = g.pick(soups)
  const r = Math.min(s.h, 1060) * 0.345
  const cx = 500 + g.range(-30, 30)
  const cy = s.h * 0.5 + g.range(-10, 20)
  const ground = g.chance(0.5)
    ? cloth(s, mix(p.pale, p.white, 0.5), mix(p.pop, p.pale, 0.3))
    : `${wood(s, 0, s.h, mix(p.surface, '#c98f5e', 0.4))}`
  return (
    ground +
    dish(
      s,
      130,
      s.h * 0.14,
      120,
      p.white,
      times(8, () => circle(g.range(-60, 60), g.range(-60, 60), 15, g.pick(['#7db35c', '#a9c97c', '#5f9a4c']))),
    ) +
    dish(
      s,
      880,
      s.h * 0.9,
      130,
      mix(p.pop2, p.white, 0.3),
      circle(0, 0, 96, '#7c2519') +
        times(24, () => circle(g.range(-62, 62), g.range(-62, 62), g.range(4, 9), g.pick(['#d9472c', '#f2a33c', '#b3301f', '#f7d9a0']))),
    ) +
    dish(s, 900, s.h * 0.1, 100, '#f6efe2', circle(0, 0, 74, '#7f5030') + ellipse(-20, -20, 30, 18, '#a9744c', 'opacity=".6"')) +
    ellipse(
      cx + 30,
      cy + 46,
      r * 1.12,
      r * 1.1,
      s.rad([
        [0, '#2b1c3a', 0.6],
        [0.82, '#2b1c3a', 0.32],
        [1, '#2b1c3a', 0],
      ]),
    ) +
    circle(cx, cy, r * 1.06, s.lin([light(bowl, 0.35), dark(bowl, 0.2)], 45)) +
    `<circle cx="${cx}" cy="${cy}" r="${r * 0.99}" fill="none" stroke="${light(bowl, 0.6)}" stroke-width="5" opacity=".8"/>` +
    circle(cx, cy, r * 0.93, s.lin([dark(bowl, 0.35), light(bowl, 0.1)], 45)) +
    circle(cx, cy, r * 0.88, s.rad([light(soup, 0.25), dark(soup, 0.12)])) +
    at(
      cx,
      cy,
      swirl(s, r * 1.02, g.pick(['#f5dd9c', '#f7e6b8', '#efcf86']), 46) +
        toppings(s, r * 0.9, 1) +
        (g.chance(0.5)
          ? at(
              r * 0.2,
              -r * 0.66,
              path('M-90 -60h180v120h-180Z', '#24352f') + stroke('M-80 -40h150M-70 -10h140M-84 20h150', '#3a5146', 3),
              r / 360,
              14,
            )
          : ''),
    ) +
    at(cx - r * 0.2, cy + r * 0.72, chopsticks(r * 1.75, g.pick(['#7a3b2a', '#2b2430', '#b98449']), 26, 5), 1, -38) +
    steam(s, cx, cy - r * 0.2, r * 0.8, '#ffffff', 3)
  )
}
