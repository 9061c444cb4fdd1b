import { dark, light, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, stroke, times } from './draw.ts'
import { day, palettes } from './palettes.ts'
import { bread, dish } from './parts/food.ts'
import { leafShape, shadow, steam } from './parts/nature.ts'
import { cup, litWall, wood } from './parts/objects.ts'
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
          times(26, () => `${circle(g.range(-110, 110), -10 - g() ** 1.6 * 130, 19, '#3a201a')}`) +
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
