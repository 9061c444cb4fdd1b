import { dark, light, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, smooth, stroke, times } from './draw.ts'
import { day, palettes, skies } from './palettes.ts'
import { bust, makeLook } from './parts/bust.ts'
import { bread, chilli, dish, garlic, ginger, lemon, mushroom, orange, scallion, strawberry, tomato } from './parts/food.ts'
import { leafShape, paintSky, ridge, shadow, stars, steam, sun } from './parts/nature.ts'
import { cloth, cup, lantern, litWall, plant, windowFrame, wood } from './parts/objects.ts'
import type { Stage } from './stage.ts'

const blossom = (size: number, colour: string) =>
  times(5, (i) => at(0, 0, ellipse(0, -size * 0.55, size * 0.34, size * 0.5, colour), 1, i * 72)) + circle(0, 0, size * 0.24, '#f2b33d')

/** A pot, a few small cups, and time. */
export function tea(s: Stage): string {
  const g = s.rng
  const p = palettes[g.pick(['jade', 'clay', 'persimmon', 'teal', 'butter', 'rose'] as const)]
  const table = s.h * 0.62
  const pot = g.pick(['#8a4632', '#4f6f63', '#f3ead9', '#3f4a63', '#a65a3a'])
  const k = s.k * 1.1
  const y = s.h * 0.76
  const leafTea = g.pick(['#c98a3a', '#9fb35a', '#b5592c'])
  const dir = g.sign()
  return (
    litWall(s, p.deep, p.pale) +
    at(
      g.pick([140, 860]),
      0,
      times(
        3,
        (i) =>
          stroke(
            `M${i * 36 - 36} -10C${i * 40 - 60} ${s.h * 0.2} ${i * 30 - 20} ${s.h * 0.4} ${i * 44 - 60} ${s.h * 0.6}`,
            mix(p.leaf, p.pale, 0.35),
            12,
          ) +
          times(8, (j) =>
            at(
              i * 36 - 44,
              60 + j * s.h * 0.065,
              leafShape(110, 15, mix(p.leaf, p.pale, j % 2 ? 0.3 : 0.45)),
              1,
              (j % 2 ? 1 : -1) * g.range(70, 130),
            ),
          ),
      ),
    ) +
    wood(s, table, s.h - table, p.surface) +
    shadow(s, 500, y + 76 * k, 460 * k, 60 * k, 0.5) +
    at(
      500,
      y,
      path('M-430 20H430L410 78H-410Z', dark(p.surface, 0.5)) +
        rect(-436, -4, 872, 30, dark(p.surface, 0.34), 8) +
        times(15, (i) => rect(-410 + i * 56, 4, 40, 8, dark(p.surface, 0.6), 4)),
      k,
    ) +
    at(
      500 - dir * 130,
      y,
      path(
        'M-170 -120C-190 -20 -120 0 0 0C120 0 190 -20 170 -120C160 -220 80 -250 0 -250C-80 -250 -160 -220 -170 -120Z',
        s.lin(
          [
            [0, light(pot, 0.3)],
            [0.5, pot],
            [1, dark(pot, 0.3)],
          ],
          15,
        ),
      ) +
        path('M150 -170C230 -190 250 -260 290 -270L306 -250C280 -200 260 -110 164 -84Z', s.lin([light(pot, 0.1), dark(pot, 0.2)])) +
        `<path d="M-150 -190C-270 -230 -290 -60 -158 -70" fill="none" stroke="${dark(pot, 0.12)}" stroke-width="28" stroke-linecap="round"/>` +
        ellipse(0, -246, 92, 22, dark(pot, 0.3)) +
        path('M-88 -250C-70 -296 70 -296 88 -250Z', light(pot, 0.1)) +
        circle(0, -304, 24, light(pot, 0.16)) +
        path('M-130 -150C-120 -200 -80 -226 -40 -232', 'none', 'stroke="#fff" stroke-width="14" stroke-linecap="round" opacity=".3"') +
        stroke('M-166 -110Q0 -60 166 -110', light(pot, 0.4), 5, 'opacity=".6"'),
      k,
      0,
      dir < 0,
    ) +
    steam(s, 500 + dir * 150, y - 270 * k, 190 * k, '#fff', 2) +
    each([0, 1, 2], (i) =>
      at(500 + dir * (110 + i * 128), y + (i === 1 ? 6 : 0), cup(s, i === 1 ? light(pot, 0.55) : p.white, leafTea, false), k * 0.62),
    ) +
    at(
      500 - dir * 380,
      y + 100 * k,
      dish(
        s,
        0,
        0,
        84,
        p.white,
        times(5, (i) =>
          at(Math.cos(i * 1.26) * 34, Math.sin(i * 1.26) * 26, circle(0, 0, 22, ['#e6b44a', '#c9804a', '#8ea85c'][i % 3] as string)),
        ),
      ),
      k,
    ) +
    at(
      500 + dir * 340,
      y + 120 * k,
      times(3, (i) => at(i * 44 - 40, i * 8, blossom(30, i % 2 ? '#fbe3e0' : '#f7c4c0'))),
      k,
    )
  )
}

/** Latte from above, on a slow afternoon. */
export function coffee(s: Stage): string {
  const g = s.rng
  const p = palettes[g.pick(day)]
  const r = Math.min(s.h, 1000) * 0.23
  const cx = g.range(400, 470)
  const cy = s.h * 0.54
  const mug = g.pick([p.white, p.pop, p.leaf, p.ink, p.pop2])
  const k = s.k
  const art = [
    path(
      `M0 ${r * 0.56}C${-r * 0.9} ${-r * 0.1} ${-r * 0.4} ${-r * 0.6} 0 ${-r * 0.2}C${r * 0.4} ${-r * 0.6} ${r * 0.9} ${-r * 0.1} 0 ${r * 0.56}Z`,
      '#fbeed8',
    ),
    times(5, (i) =>
      path(
        `M0 ${-r * 0.5 + i * r * 0.2}C${-r * (0.3 + i * 0.06)} ${-r * 0.62 + i * r * 0.2} ${-r * (0.3 + i * 0.05)} ${-r * 0.3 + i * r * 0.2} 0 ${-r * 0.34 + i * r * 0.22}C${r * (0.3 + i * 0.05)} ${-r * 0.3 + i * r * 0.2} ${r * (0.3 + i * 0.06)} ${-r * 0.62 + i * r * 0.2} 0 ${-r * 0.5 + i * r * 0.2}Z`,
        '#fbeed8',
      ),
    ) + stroke(`M0 ${-r * 0.5}V${r * 0.6}`, '#b27a4a', 5),
    times(4, (i) => `<circle cx="0" cy="${r * 0.06 * i}" r="${r * (0.66 - i * 0.16)}" fill="${i % 2 ? '#b27a4a' : '#fbeed8'}"/>`),
  ]
  return (
    (g.chance(0.5)
      ? wood(s, 0, s.h, mix(p.surface, '#d8a675', 0.5))
      : rect(0, 0, s.w, s.h, s.lin([p.pale, p.deep], 50)) +
        path(`M-20 ${s.h * 0.7}L1020 ${s.h * 0.4}V${s.h + 20}H-20Z`, mix(p.deep, p.surface, 0.2), 'opacity=".6"')) +
    at(
      760,
      s.h * 0.2,
      at(10, 18, rect(-170, -220, 340, 440, '#2b1c3a', 10, 'opacity=".25"')) +
        rect(-170, -220, 340, 440, p.white, 8) +
        path('M0 -220V220', 'none', `stroke="${p.deep}" stroke-width="6"`) +
        times(
          9,
          (i) =>
            rect(-150, -190 + i * 42, 130 * g.range(0.6, 1), 8, mix(p.deep, p.ink, 0.25), 4, 'opacity=".6"') +
            rect(20, -190 + i * 42, 130 * g.range(0.5, 1), 8, mix(p.deep, p.ink, 0.25), 4, 'opacity=".6"'),
        ) +
        rect(50, -226, 24, 190, p.pop),
      k * 0.95,
      g.range(6, 20),
    ) +
    ellipse(
      cx + 24,
      cy + 40,
      r * 1.75,
      r * 1.7,
      s.rad([
        [0, '#2b1c3a', 0.55],
        [0.8, '#2b1c3a', 0.3],
        [1, '#2b1c3a', 0],
      ]),
    ) +
    circle(cx, cy, r * 1.55, s.lin([light(mug, 0.4), dark(mug, 0.08)], 45)) +
    circle(cx, cy, r * 1.2, dark(mug, 0.1)) +
    at(cx, cy, rect(r * 0.85, -r * 0.14, r * 0.68, r * 0.28, dark(mug, 0.2), r * 0.12), 1, -34) +
    circle(cx + 8, cy + 14, r * 1.06, '#2b1c3a', 'opacity=".2"') +
    circle(cx, cy, r * 1.04, s.lin([light(mug, 0.45), mug], 45)) +
    circle(cx, cy, r * 0.92, '#7a4526') +
    circle(cx, cy, r * 0.9, s.rad(['#c08a58', '#a56a3c'])) +
    at(cx, cy, g.pick(art), 1, g.range(-30, 30)) +
    at(
      cx + r * 1.9,
      cy + r * 1.25,
      dish(s, 0, 0, r * 0.98, light(p.pop2, 0.5), at(0, r * 0.28, bread(s, g.pick([2, 2, 4, 0]), '#cf8a45'), r / 132)),
      1,
    ) +
    at(
      cx - r * 1.1,
      cy + r * 1.5,
      at(0, 0, rect(-r * 0.9, -8, r * 1.5, 14, '#c7ccd2', 7) + ellipse(-r * 0.9, 0, 34, 22, '#d9dde0')),
      1,
      -24,
    ) +
    at(
      150,
      s.h * 0.15,
      times(7, (i) =>
        at(
          Math.cos(i * 2.4) * 26 * Math.sqrt(i),
          Math.sin(i * 2.4) * 26 * Math.sqrt(i),
          blossom(34, i % 3 ? '#fff6ea' : light(p.pop, 0.35)),
        ),
      ) + times(4, (i) => at(0, 0, leafShape(130, 24, p.leaf, light(p.leaf, 0.4)), 1, 120 + i * 34)),
      k,
    )
  )
}

/** Pearls at the bottom, ice on top. */
export function milkTea(s: Stage): string {
  const g = s.rng
  const p = palettes[g.pick(day)]
  const table = s.h * 0.76
  const kinds = [
    ['#d9a06a', '#f2dcb8'],
    ['#e7a9b0', '#fbe3e2'],
    ['#a9c47f', '#eef2d6'],
    ['#b39ad0', '#efe4f5'],
    ['#e9a23c', '#fbe6b2'],
  ] as const
  const one = (x: number, k: number, pair: readonly [string, string], straw: string) =>
    at(
      x,
      table + 50 * s.k,
      shadow(s, 10, 6, 170, 30, 0.5) +
        stroke('M30 -500L74 -660', straw, 34) +
        stroke('M24 -500L68 -660', light(straw, 0.4), 8) +
        path(
          'M-150 -440H150L112 0H-112Z',
          s.lin([
            [0, pair[1]],
            [0.45, mix(pair[0], pair[1], 0.4)],
            [1, pair[0]],
          ]),
        ) +
        s.clip(
          'M-150 -440H150L112 0H-112Z',
          times(26, () => circle(g.range(-110, 110), -10 - g() ** 1.6 * 130, 19, '#3a201a') + '') +
            times(20, () => {
              const x2 = g.range(-110, 110)
              return circle(x2, -g() * 90 - 10, 18, '#4a2a20')
            }) +
            times(5, (i) =>
              rect(
                -110 + i * 46,
                -430 + g.range(0, 40),
                62,
                56,
                '#ffffff',
                12,
                `opacity=".4" transform="rotate(${g.int(-20, 20)} ${-80 + i * 46} -400)"`,
              ),
            ) +
            path('M-150 -440H-104L-76 0H-112Z', '#ffffff', 'opacity=".35"'),
        ) +
        path('M-160 -470C-140 -560 140 -560 160 -470Z', '#ffffff', 'opacity=".45"') +
        rect(-164, -474, 328, 34, p.white, 12) +
        path('M-128 -290H128L116 -150H-116Z', p.white, 'opacity=".9"') +
        circle(0, -220, 48, p.pop) +
        at(0, -194, path('M0 12C-50 -24 -26 -64 0 -40C26 -64 50 -24 0 12Z', p.white), 0.8),
      k,
    )
  const streets = times(6, (i) => {
    const c = mix(g.pick([p.surface, p.deep, p.pop2, p.pop]), p.pale, 0.55)
    const bh = s.h * g.range(0.3, 0.6)
    return (
      rect(i * 190 - 60, table - bh, 186, bh, c) +
      times(8, (j) => rect(i * 190 - 36 + (j % 2) * 84, table - bh + 40 + Math.floor(j / 2) * 110, 54, 74, light(c, 0.4), 6))
    )
  })
  const [a, b] = g.shuffle(kinds)
  return (
    rect(0, 0, s.w, s.h, s.lin([p.deep, p.pale])) +
    streets +
    times(9, (i) => circle(i * 125 + 20, s.h * 0.12 + Math.sin(i) * 26, 34, light(p.pop2, 0.4), 'opacity=".65"')) +
    stroke(`M-20 ${s.h * 0.07}Q500 ${s.h * 0.19} 1020 ${s.h * 0.06}`, p.ink, 3, 'opacity=".5"') +
    wood(s, table, s.h - table, p.surface) +
    one(640, s.k * 0.98, b as readonly [string, string], p.pop2) +
    one(350, s.k * 1.12, a as readonly [string, string], p.pop)
  )
}

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
        each([-130, -66, 0, 66, 130], (x, i) => at(x, -350 + Math.abs(x) * -0.02, strawberry(40, x * 0.2) + (i === 2 ? '' : ''))) +
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

/** Full shelves, someone proud behind the counter. */
export function bakery(s: Stage): string {
  const g = s.rng
  const p = palettes[g.pick(day)]
  const counter = s.h * 0.68
  const k = s.k
  const rows = s.h > 900 ? [0.16, 0.33, 0.5] : [0.2, 0.42]
  const bx = g.pick([300, 700])
  return (
    rect(0, 0, s.w, s.h, s.lin([mix(p.deep, p.surface, 0.25), mix(p.pale, p.deep, 0.3)])) +
    times(22, (i) => times(Math.ceil((s.h * 0.66) / 52), (j) => rect(i * 50 - (j % 2) * 25, j * 52, 46, 48, p.white, 3, 'opacity=".16"'))) +
    each(rows, (fr) => {
      const y = s.h * fr
      return (
        rect(0, y, s.w, 18, dark(p.surface, 0.3)) +
        rect(0, y + 18, s.w, 16, '#2b1c3a', 0, 'opacity=".16"') +
        times(6, (i) =>
          at(90 + i * 170, y, bread(s, g.int(0, 4), g.pick(['#c98345', '#b8703a', '#d9a05a', '#a8602f'])), 0.66 * (s.h > 900 ? 1 : 0.8)),
        )
      )
    }) +
    at(
      bx,
      counter - 230 * k,
      bust(
        s,
        makeLook(g, { top: p.white, collar: 'round', mouth: 'open', style: g.pick(['bun', 'crop', 'pony', 'bob', 'side', 'curly']) }),
      ) +
        path('M-90 180H90V420H-90Z', p.pop) +
        stroke('M-60 180L-44 116M60 180L44 116', p.pop, 18),
      k * 0.98,
    ) +
    rect(0, counter, s.w, s.h, s.lin([p.pop, dark(p.pop, 0.25)])) +
    rect(0, counter - 6, s.w, 26, light(p.surface, 0.6)) +
    times(7, (i) => rect(i * 150 + 20, counter + 60, 110, s.h, dark(p.pop, 0.14), 10)) +
    each([0, 1, 2], (i) =>
      at(
        bx > 500 ? 90 + i * 170 : 570 + i * 170,
        counter - 4,
        ellipse(0, -4, 84, 14, p.white) + at(0, -8, bread(s, i + g.int(0, 4)), 0.8) + (i === 1 ? at(0, -92 * 0.8, bread(s, 4), 0.6) : ''),
        k,
      ),
    ) +
    each(
      [200, 500, 800],
      (x) =>
        stroke(`M${x} -10V${s.h * 0.05}`, p.ink, 4) +
        path(`M${x - 60} ${s.h * 0.05 + 50}C${x - 50} ${s.h * 0.05} ${x + 50} ${s.h * 0.05} ${x + 60} ${s.h * 0.05 + 50}Z`, p.pop2) +
        circle(
          x,
          s.h * 0.05 + 60,
          170,
          s.rad([
            [0, '#ffe7a6', 0.6],
            [1, '#ffe7a6', 0],
          ]),
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

/** Everything you need, before you begin. */
export function flatLay(s: Stage): string {
  const g = s.rng
  const p = palettes[g.pick(day)]
  const board = '#d2a06a'
  const things: ((k: number) => string)[] = [
    () => tomato(74),
    () => tomato(60),
    () => garlic(58),
    () => ginger(s, 80),
    () => chilli(84, '#d7402c', g.int(0, 360)),
    () => chilli(80, '#5f9a4c', g.int(0, 360)),
    () => lemon(66),
    () => mushroom(62, g.int(-40, 40)),
    () => orange(s, 66),
    () =>
      dish(
        s,
        0,
        0,
        84,
        p.white,
        times(26, () => circle(g.range(-46, 46), g.range(-46, 46), 5, g.pick(['#3a2a2a', '#6b4a3a']))),
      ),
    () => dish(s, 0, 0, 88, p.pop2, circle(0, 0, 62, '#6b2a1c')),
    () =>
      dish(
        s,
        0,
        0,
        84,
        mix(p.leaf, p.white, 0.4),
        times(16, () => scallion(s, g.range(-44, 44), g.range(-44, 44), 11)),
      ),
    () => times(3, (i) => at(i * 30 - 30, 0, ellipse(0, 0, 54, 68, s.rad(['#fdf0dc', '#e2bf94'], 0.4, 0.35, 0.7)), 1, i * 30 - 20)),
    () => times(4, (i) => at(0, 60, leafShape(190, 34, i % 2 ? '#5f9a4c' : '#437f45', '#b6d38f'), 1, -36 + i * 24)),
    () =>
      rect(-44, -110, 88, 190, '#7a3b24', 16) +
      rect(-24, -160, 48, 60, '#2d2024', 6) +
      rect(-44, -50, 88, 90, '#f7e6c8') +
      circle(0, -6, 22, '#d7402c'),
    () => dish(s, 0, 0, 96, '#f6efe2', circle(0, 0, 72, '#fdfaf3') + path('M-50 20C-30 -40 30 -40 50 20Z', '#f3ece0')),
  ]
  const picked = g.shuffle(things)
  const cols = s.h > 1100 ? 3 : 4
  const rows = s.h > 1100 ? 4 : 3
  const cw = 1000 / cols
  const ch = s.h / rows
  const boardAt = g.int(1, rows - 2)
  let i = 0
  return (
    (g.chance(0.55)
      ? rect(0, 0, s.w, s.h, s.lin([p.pale, mix(p.deep, p.pale, 0.4)], 45)) +
        times(14, () =>
          stroke(`M${g.range(-100, 900)} ${g() * s.h}q120 ${g.range(-20, 20)} 260 ${g.range(-30, 30)}`, p.white, 3, 'opacity=".5"'),
        )
      : cloth(s, mix(p.pale, p.white, 0.4), p.deep)) +
    at(
      500,
      ch * (boardAt + 0.5),
      at(12, 20, rect(-330, -ch * 0.44, 660, ch * 0.88, '#2b1c3a', 34, 'opacity=".25"')) +
        rect(-330, -ch * 0.44, 660, ch * 0.88, s.lin([light(board, 0.2), dark(board, 0.1)]), 34) +
        circle(280, 0, 20, dark(board, 0.45)) +
        times(6, (j) => stroke(`M-310 ${-ch * 0.34 + j * ch * 0.13}q300 ${g.range(-8, 8)} 560 0`, dark(board, 0.2), 3, 'opacity=".5"')) +
        at(
          -30,
          ch * 0.2,
          path('M-250 -20L80 -46C120 -46 130 0 90 8L-250 12Z', '#dfe3e6') +
            path('M-250 12L90 8L-250 2Z', '#aab1b8') +
            rect(84, -36, 170, 36, '#4a2c24', 14),
          1,
          -8,
        ) +
        times(4, (j) =>
          at(
            -190 + j * 84,
            -ch * 0.2,
            `<g>${circle(0, 0, 40, '#e5573c')}${circle(0, 0, 31, '#f08a66')}${times(6, (q) => ellipse(Math.cos(q) * 18, Math.sin(q) * 18, 6, 9, '#fbd9a8'))}</g>`,
          ),
        ),
      1,
      g.range(-4, 4),
    ) +
    times(16, () =>
      at(g() * 1000, g() * s.h, leafShape(g.range(26, 50), 11, g.pick(['#5f9a4c', '#437f45', '#88ad5c'])), 1, g.int(0, 360)),
    ) +
    times(cols * rows, (n) => {
      const [c, rr] = [n % cols, Math.floor(n / cols)]
      if (rr === boardAt && c > 0 && c < cols - 1) return ''
      if (rr === boardAt && cols === 3 && c !== 1)
        return at(c ? 950 : 50, ch * (rr + 0.5), (picked[i++ % picked.length] as (k: number) => string)(1), 1.2)
      const x = cw * (c + 0.5) + g.range(-22, 22)
      const y = ch * (rr + 0.5) + g.range(-26, 26)
      return (
        ellipse(
          x + 14,
          y + 30,
          112,
          92,
          s.rad([
            [0, '#2b1c3a', 0.4],
            [1, '#2b1c3a', 0],
          ]),
        ) + at(x, y, (picked[i++ % picked.length] as (k: number) => string)(1), 1.42)
      )
    })
  )
}

/** High flame, quick hands. */
export function wok(s: Stage): string {
  const g = s.rng
  const p = palettes[g.pick(day)]
  const stove = s.h * 0.8
  const k = s.k * 1.1
  const y = stove - 60 * k
  const view =
    rect(0, 0, 1000, s.h, s.lin([p.deep, p.pale])) +
    times(4, (i) => ellipse(i * 140 + 400, s.h * 0.34, 110, 60, mix(p.leaf, p.pale, 0.3 + i * 0.1)))
  const bits = times(22, () => {
    const x = g.range(-250, 280)
    const up = Math.max(0, 1 - Math.abs(x) / 320) * g.range(80, 330)
    return at(
      x,
      -200 - up,
      g.pick([
        () => path('M-22 -10L20 -14L24 10L-18 16Z', '#d9422e'),
        () => path('M-24 0Q0 -20 24 0Q0 20 -24 0Z', '#5f9a4c'),
        () => shrimpBit(),
        () => circle(0, 0, 15, '#f7dd8a'),
        () => mushroom(22, 20),
        () => rect(-20, -6, 40, 12, '#efd0a0', 5),
      ])(),
      1.25,
      g.int(0, 360),
    )
  })
  return (
    rect(0, 0, s.w, s.h, s.lin([mix(p.pale, p.deep, 0.6), p.pale])) +
    times(11, (i) => times(12, (j) => rect(i * 96, j * 96, 90, 90, p.white, 6, 'opacity=".3"'))) +
    windowFrame(s, 600, s.h * 0.08, 300, s.h * 0.3, p.white, view, 2) +
    rect(60, s.h * 0.24, 420, 16, dark(p.surface, 0.3), 4) +
    each([0, 1, 2, 3], (i) =>
      at(
        120 + i * 96,
        s.h * 0.24,
        i % 2
          ? path('M-34 0V-70Q-34 -84 -14 -90V-110H14V-90Q34 -84 34 -70V0Z', [p.pop, p.leaf][i >> 1] as string)
          : rect(-32, -84, 64, 84, p.pop2, 8) + rect(-36, -98, 72, 22, p.ink, 6),
        k,
      ),
    ) +
    (g.chance(0.6) ? at(820, s.h * 0.38 + 24, plant(s, g.int(0, 4), p.pop, p.leaf), k * 0.8) : '') +
    rect(0, stove, s.w, s.h, s.lin([mix(p.ink, '#777777', 0.35), p.ink])) +
    rect(0, stove - 8, s.w, 20, '#c7ccd2') +
    each([180, 500, 820], (x) => circle(x, stove + 90 * k, 34 * k, '#d9dde0') + rect(x - 5, stove + 62 * k, 10, 28 * k, p.pop)) +
    at(
      500,
      y,
      times(11, (i) => {
        const x = -200 + i * 40
        const fh = g.range(70, 130)
        return (
          path(
            `M${x - 30} 60C${x - 40} ${20} ${x - 10} ${10 - fh * 0.3} ${x} ${20 - fh}C${x + 10} ${10 - fh * 0.3} ${x + 40} ${20} ${x + 30} 60Z`,
            i % 2 ? '#f2832e' : '#f9b53c',
            'opacity=".9"',
          ) +
          path(
            `M${x - 14} 60C${x - 18} 34 ${x} ${30 - fh * 0.2} ${x} ${36 - fh * 0.5}C${x + 6} ${30} ${x + 18} 34 ${x + 14} 60Z`,
            '#fff0b0',
          )
        )
      }) +
        bits +
        path(
          'M-340 -190C-330 -20 -150 20 0 20C150 20 330 -20 340 -190Z',
          s.lin(
            [
              [0, '#6b6670'],
              [0.4, '#3a3640'],
              [1, '#242028'],
            ],
            20,
          ),
        ) +
        ellipse(0, -190, 340, 70, '#514c57') +
        ellipse(0, -184, 316, 56, '#2b2730') +
        s.clip(
          'M-316 -184a316 56 0 1 0 632 0a316 56 0 1 0 -632 0Z',
          times(40, () =>
            at(
              g.range(-260, 260),
              g.range(-200, -140),
              g.pick([
                () => ellipse(0, 0, 30, 16, '#d9422e'),
                () => ellipse(0, 0, 30, 14, '#5f9a4c'),
                () => ellipse(0, 0, 24, 15, '#f7dd8a'),
                () => shrimpBit(),
              ])(),
              1,
              g.int(-30, 30),
            ),
          ),
        ) +
        at(330, -190, rect(0, -18, 300, 36, '#7a4a30', 18) + rect(0, -18, 60, 36, '#3a3640', 8), 1, -12) +
        steam(s, -60, -260, 330, '#fff', 4),
      k,
    )
  )
}

const shrimpBit = () => stroke('M-18 8A20 20 0 1 1 14 12', '#f08a63', 15) + stroke('M-18 8A20 20 0 1 1 14 12', '#f7b695', 5)
