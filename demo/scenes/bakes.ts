import { dark, light, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, stroke, times } from './draw.ts'
import { day, palettes } from './palettes.ts'
import { strawberry } from './parts/food.ts'
import { shadow } from './parts/nature.ts'
import { cup, litWall, wood } from './parts/objects.ts'
import type { Stage } from './stage.ts'

/** A birthday somebody nearly forgot. */
export function cake(s: Stage): string {
  const g = s.rng
  const p = palettes[g.pick(day)]
  const table = s.h * 0.72
  const cream = g.pick(['#fff6e8', '#fbdfe0', '#f3e3c4', '#e4ecd2'])
  const sponge = g.pick(['#e3b36a', '#8a5236', '#d98f86'])
  const k = s.k * 1.1
  const flags = times(11, (i) => {
    const x = i * 100
    const y = s.h * 0.1 + Math.sin((i / 10) * Math.PI) * 60
    return path(`M${x - 36} ${y}h72l-36 66Z`, [p.pop, p.pop2, p.leaf, p.surface][i % 4] as string)
  })
  const tier = (y: number, w: number, h: number) =>
    path(
      `M${-w} ${y - h}V${y}C${-w} ${y + w * 0.22} ${w} ${y + w * 0.22} ${w} ${y}V${y - h}Z`,
      s.lin(
        [
          [0, light(cream, 0.3)],
          [0.6, cream],
          [1, dark(cream, 0.2)],
        ],
        0,
      ),
    ) +
    path(
      `M${-w} ${y - h * 0.5}C${-w} ${y - h * 0.5 + w * 0.22} ${w} ${y - h * 0.5 + w * 0.22} ${w} ${y - h * 0.5}V${y - h * 0.34}C${w} ${y - h * 0.34 + w * 0.22} ${-w} ${y - h * 0.34 + w * 0.22} ${-w} ${y - h * 0.34}Z`,
      sponge,
      'opacity=".75"',
    ) +
    ellipse(0, y - h, w, w * 0.17, light(cream, 0.5)) +
    path(
      `M${-w} ${y - h}${times(7, (i) => `q${w * 0.07} ${w * (i % 2 ? 0.24 : 0.4)} ${w * 0.2857} ${i < 3 ? w * 0.055 : i > 3 ? -w * 0.055 : 0}`)}A${w} ${w * 0.17} 0 0 0 ${-w} ${y - h}Z`,
      mix(sponge, cream, 0.25),
    )
  return (
    litWall(s, p.deep, p.pale) +
    stroke(`M-20 ${s.h * 0.09}Q500 ${s.h * 0.09 + 130} 1020 ${s.h * 0.09}`, p.ink, 3, 'opacity=".4"') +
    flags +
    wood(s, table, s.h - table, p.surface) +
    shadow(s, 500, table + 150 * k, 380 * k, 50, 0.5) +
    at(
      500,
      table + 60 * k,
      path('M-60 20L-90 100H90L60 20Z', light(p.surface, 0.6)) +
        ellipse(0, 100, 130, 24, light(p.surface, 0.5)) +
        ellipse(0, 8, 360, 70, p.white) +
        ellipse(0, 0, 350, 62, light(p.deep, 0.5)) +
        tier(-10, 290, 170) +
        tier(-190, 200, 140) +
        each([-200, -120, -40, 40, 120, 200], (x, i) =>
          at(x * 1.1, -8 + 40 * Math.cos(x / 170), i % 2 ? strawberry(30, 10) : circle(0, 0, 24, light(cream, 0.5))),
        ) +
        each([-130, -66, 0, 66, 130], (x) => at(x, -350 + Math.abs(x) * -0.02, strawberry(40, x * 0.2))) +
        each(
          [-90, -30, 34, 92],
          (x, i) =>
            stroke(`M${x} -366V-456`, i % 2 ? p.pop : p.pop2, 13) +
            stroke(`M${x - 5} -380l10 -14m-10 -16l10 -14`, '#fff', 4) +
            circle(
              x,
              -484,
              60,
              s.rad([
                [0, '#ffe9a8', 0.7],
                [1, '#ffe9a8', 0],
              ]),
            ) +
            path(`M${x} -512C${x + 20} -486 ${x + 14} -462 ${x} -462C${x - 14} -462 ${x - 20} -486 ${x} -512Z`, '#f9a63a') +
            path(`M${x} -492C${x + 9} -478 ${x + 7} -464 ${x} -464C${x - 7} -464 ${x - 9} -478 ${x} -492Z`, '#fff0b8'),
        ),
      k,
    ) +
    times(34, () => at(g() * 1000, g() * table, rect(-7, -4, 14, 8, g.pick([p.pop, p.pop2, p.leaf, p.white]), 2), 1, g.int(0, 180))) +
    at(140, table + 120 * k, cup(s, p.white, '#b5592c'), k * 0.8)
  )
}
