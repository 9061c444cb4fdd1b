import { dark, light, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, stroke, times } from './draw.ts'
import { day, cloth as fabrics, palettes } from './palettes.ts'
import { leafShape, shadow } from './parts/nature.ts'
import { litWall, plant } from './parts/objects.ts'
import type { Stage } from './stage.ts'

type Print = 'plain' | 'dots' | 'flowers' | 'stripes' | 'check' | 'leaves'

const prints: readonly Print[] = ['plain', 'dots', 'flowers', 'stripes', 'check', 'leaves']

/** Cloth inside a path: colour, fold shading and a print. */
function fabric(s: Stage, d: string, colour: string, print: Print, accent: string): string {
  const r = s.rng
  const pattern = {
    plain: () => '',
    dots: () => times(90, (i) => circle(-260 + (i % 10) * 58 + (Math.floor(i / 10) % 2) * 29, -30 + Math.floor(i / 10) * 66, 10, accent)),
    flowers: () =>
      times(54, (i) =>
        at(
          -250 + (i % 7) * 82 + (Math.floor(i / 7) % 2) * 40,
          0 + Math.floor(i / 7) * 84,
          times(5, (j) => at(0, 0, ellipse(0, -13, 9, 13, accent), 1, j * 72)) +
            circle(0, 0, 7, '#f2b33d') +
            at(18, 18, leafShape(26, 7, mix(accent, '#5f8a5f', 0.7)), 1, 120),
          r.range(0.8, 1.1),
          r.int(0, 60),
        ),
      ),
    stripes: () => times(14, (i) => rect(-280 + i * 42, -60, 15, 900, accent, 0, 'opacity=".85"')),
    check: () =>
      times(12, (i) => rect(-280 + i * 52, -60, 20, 900, accent, 0, 'opacity=".4"')) +
      times(14, (i) => rect(-300, -40 + i * 52, 620, 20, accent, 0, 'opacity=".4"')),
    leaves: () =>
      times(60, (i) =>
        at(-250 + (i % 8) * 72 + (Math.floor(i / 8) % 2) * 34, 10 + Math.floor(i / 8) * 80, leafShape(46, 13, accent), 1, r.int(0, 360)),
      ),
  }[print]()
  return (
    path(
      d,
      s.lin(
        [
          [0, light(colour, 0.16)],
          [0.5, colour],
          [1, dark(colour, 0.16)],
        ],
        20,
      ),
    ) +
    s.clip(
      d,
      pattern +
        stroke(
          'M-60 240C-90 400 -130 520 -160 700M10 250C10 420 -10 540 -20 720M80 240C110 400 140 520 170 690',
          dark(colour, 0.35),
          9,
          'opacity=".28"',
        ) +
        path('M-300 -60H-60C-110 200 -160 420 -220 760H-300Z', '#ffffff', 'opacity=".1"'),
    )
  )
}

const hanger = stroke('M0 -64q22 -4 22 -24a22 22 0 1 0 -44 0', '#6b4632', 7) + stroke('M-120 10L0 -62L120 10', '#8a5a3b', 12)

const shapes = {
  sun: 'M-84 0L-56 -6C-40 40 40 40 56 -6L84 0C96 60 90 130 76 180C70 200 70 210 74 220C150 340 210 480 240 620C120 660 -120 660 -240 620C-210 480 -150 340 -74 220C-70 210 -70 200 -76 180C-90 130 -96 60 -84 0Z',
  qipao:
    'M-60 -14Q0 10 60 -14L120 20C140 50 150 90 150 110L104 124L94 100C84 180 80 230 96 300C116 420 120 560 110 680L64 690L40 560L36 690C0 696 -60 694 -110 680C-120 560 -116 420 -96 300C-80 230 -84 180 -94 100L-104 124L-150 110C-150 90 -140 50 -120 20Z',
  shirt: 'M-62 -10L-20 20L0 34L20 20L62 -10L130 24L190 220L120 246L100 160L106 420H-106L-100 160L-120 246L-190 220L-130 24Z',
  coat: 'M-64 -10L0 60L64 -10L140 24C170 120 190 260 200 400L130 412L112 200L136 640H-136L-112 200L-130 412L-200 400C-190 260 -170 120 -140 24Z',
  tee: 'M-64 -6C-40 30 40 30 64 -6L130 18L186 130L120 164L102 130L106 380H-106L-102 130L-120 164L-186 130L-130 18Z',
  skirt: 'M-84 0H84L92 36C140 160 190 300 200 420C100 450 -100 450 -200 420C-190 300 -140 160 -92 36Z',
  trousers: 'M-96 0H96L104 120L130 560H30L4 180H-4L-30 560H-130L-104 120Z',
} as const

/** One dress, the good hanger, a lit wall. */
export function dress(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const k = Math.min(1.15, s.h / 1000) * 1.14
  const kind = r.pick(['sun', 'qipao', 'coat', 'sun', 'qipao'] as const)
  const c = r.pick([p.pop, p.leaf, p.surface, p.pop2, '#f5e9d2', p.ink])
  const accent = r.pick([light(c, 0.6), p.pop2, p.white, dark(c, 0.3)])
  const y = s.h * 0.2
  return (
    litWall(s, p.deep, p.pale) +
    rect(0, s.h * 0.87, s.w, s.h, s.lin([mix(p.surface, p.pale, 0.3), p.surface])) +
    rect(0, s.h * 0.86, s.w, 12, p.white) +
    rect(120, y - 100 * k, 760, 16, '#8a5a3b', 8) +
    each([140, 860], (x) => circle(x, y - 92 * k, 17, '#6b4632')) +
    at(540, y + 24, path(shapes[kind], '#2b1c3a', 'opacity=".14"'), k) +
    at(
      500,
      y,
      hanger +
        fabric(s, shapes[kind], c, r.pick(prints), accent) +
        (kind === 'qipao'
          ? stroke('M-60 -14Q0 10 60 -14', light(c, 0.5), 13) +
            stroke('M0 4C30 40 60 60 96 100', light(c, 0.6), 6) +
            each(
              [
                [8, 14],
                [40, 48],
                [76, 80],
              ] as const,
              ([x, y2]) => circle(x, y2, 9, '#f2c14e'),
            ) +
            stroke('M40 560L64 690', light(c, 0.6), 5)
          : kind === 'sun'
            ? path('M-76 180C-70 200 -70 210 -74 220C-20 240 20 240 74 220C70 210 70 200 76 180C20 196 -20 196 -76 180Z', accent) +
              path('M66 214C110 230 120 280 104 320C96 290 84 260 60 240Z', accent)
            : stroke('M0 60V640', dark(c, 0.3), 5) +
              path('M-64 -10L0 60L-36 150L-100 40ZM64 -10L0 60L36 150L100 40Z', dark(c, 0.14)) +
              each([230, 320, 410], (y2) => circle(20, y2, 13, '#8a5a3b')) +
              rect(-120, 300, 240, 26, dark(c, 0.22), 6)),
      k,
    ) +
    at(160, s.h * 0.94, plant(s, r.int(0, 4), p.white, p.leaf), k * 1.3) +
    at(
      800,
      s.h * 0.96,
      shadow(s, 0, 0, 130, 18, 0.4) +
        path('M-110 0C-116 -26 -90 -40 -70 -36L-20 -10L-16 0ZM10 0C4 -26 30 -40 50 -36L100 -10L104 0Z', r.pick([p.pop, p.ink, p.pop2])) +
        stroke('M-100 0h20M20 0h20', p.ink, 6),
      k,
    ) +
    (r.chance(0.6)
      ? at(
          800,
          y - 86 * k,
          stroke('M0 0C-70 60 -60 140 -40 170M0 0C60 60 70 140 50 170', p.pop2, 11) +
            path('M-80 160H90L100 280H-90Z', s.lin([light(p.pop2, 0.2), p.pop2])) +
            rect(-20, 200, 46, 18, p.white, 8),
          k,
        )
      : '')
  )
}

/** Tomorrow, laid out on the bed. */
export function outfit(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const k = Math.min(1, s.h / 1200)
  const [a, b, c] = r.shuffle([p.pop, p.leaf, p.surface, p.pop2, '#f5e9d2', p.ink, '#6b93b8'])
  const lower = r.pick(['skirt', 'trousers'] as const)
  const upper = r.pick(['shirt', 'tee', 'shirt'] as const)
  const spread = s.h < 900
  const soft = (x: number, y: number, d: string, kk: number, turn: number, content: string) =>
    at(x + 12, y + 18, path(d, '#2b1c3a', 'opacity=".2"'), kk, turn) + at(x, y, content, kk, turn)
  return (
    rect(0, 0, s.w, s.h, s.lin([mix(p.pale, p.white, 0.5), mix(p.deep, p.pale, 0.4)], 50)) +
    times(9, () =>
      stroke(
        `M${r.range(-100, 600)} ${r() * s.h}q${r.range(200, 400)} ${r.range(-80, 80)} ${r.range(400, 700)} ${r.range(-40, 60)}`,
        r.chance(0.5) ? p.white : mix(p.deep, p.surface, 0.2),
        r.range(10, 26),
        'opacity=".28"',
      ),
    ) +
    (spread
      ? soft(
          290,
          s.h * 0.2,
          shapes[upper],
          k * 1.5,
          -8,
          fabric(s, shapes[upper], a as string, r.pick(prints), light(a as string, 0.6)) +
            (upper === 'shirt' ? stroke('M0 34V420', dark(a as string, 0.25), 4) : ''),
        ) + soft(640, s.h * 0.16, shapes[lower], k * 1.5, 6, fabric(s, shapes[lower], b as string, r.pick(prints), light(b as string, 0.5)))
      : soft(
          420,
          s.h * 0.11,
          shapes[upper],
          k * 1.36,
          -5,
          fabric(s, shapes[upper], a as string, r.pick(prints), light(a as string, 0.6)) +
            (upper === 'shirt'
              ? stroke('M0 34V420', dark(a as string, 0.25), 4) +
                each([90, 170, 250, 330], (y) => circle(12, y, 7, light(a as string, 0.7)))
              : ''),
        ) +
        soft(
          440,
          s.h * 0.49,
          shapes[lower],
          k * 1.22,
          4,
          fabric(s, shapes[lower], b as string, r.pick(prints), light(b as string, 0.5)) +
            rect(-92, 0, 184, 30, dark(b as string, 0.3)) +
            rect(-20, -2, 40, 34, '#f2c14e', 6),
        )) +
    at(
      830,
      s.h * 0.78,
      each([-46, 46], (m) =>
        at(
          m,
          0,
          ellipse(6, 12, 44, 92, '#2b1c3a', 'opacity=".2"') +
            path('M-38 60C-46 -20 -34 -90 0 -92C34 -90 46 -20 38 60C34 92 -34 92 -38 60Z', c as string) +
            path('M-26 50C-30 0 -22 -30 0 -30C22 -30 30 0 26 50C22 70 -22 70 -26 50Z', dark(c as string, 0.4)) +
            stroke('M-20 -40H20M-22 -56H22', light(c as string, 0.6), 6),
          1,
          m * 0.14,
        ),
      ),
      k * 1.3,
    ) +
    at(
      820,
      s.h * 0.2,
      ellipse(8, 14, 130, 126, '#2b1c3a', 'opacity=".2"') +
        circle(0, 0, 126, '#e9cf95') +
        circle(0, 0, 66, '#f3e0b4') +
        `<circle cx="0" cy="0" r="72" fill="none" stroke="${p.pop}" stroke-width="16"/>` +
        times(12, (i) => `<circle cx="0" cy="0" r="${76 + i * 4}" fill="none" stroke="#c9a860" stroke-width="1.5" opacity=".7"/>`),
      k * 1.1,
    ) +
    at(
      840,
      s.h * 0.48,
      each([-52, 52], (m) => `<circle cx="${m}" cy="0" r="42" fill="#3a3440" fill-opacity=".75" stroke="#2b2630" stroke-width="8"/>`) +
        stroke('M-10 -8q10 -8 20 0M-94 -8l-20 -14M94 -8l20 -14', '#2b2630', 8) +
        path('M-76 -16l30 -14l-40 46Z', '#fff', 'opacity=".3"'),
      k,
      14,
    ) +
    at(
      120,
      s.h * 0.86,
      stroke('M-40 -60C-60 -200 70 -200 50 -60', '#8a5a3b', 14) +
        rect(-100, -80, 210, 160, s.lin([light('#b9793a', 0.15), dark('#b9793a', 0.12)]), 24) +
        rect(-100, -80, 210, 70, dark('#b9793a', 0.14), 24) +
        circle(4, -10, 14, '#f2c14e'),
      k,
      -10,
    ) +
    at(
      130,
      s.h * 0.34,
      times(15, (i) => circle(Math.cos(i * 0.42) * 58, Math.sin(i * 0.42) * 58, 10, i % 5 ? '#fdf6ea' : '#f2c14e')),
      k,
    )
  )
}

/** Everything she sewed this year on one rail. */
export function rack(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const floor = s.h * 0.84
  const top = s.h * 0.2
  const k = Math.min(1, (floor - top) / 760)
  const count = 6
  const kinds = Object.keys(shapes).filter((n) => n !== 'skirt' && n !== 'trousers') as ('sun' | 'qipao' | 'shirt' | 'coat' | 'tee')[]
  return (
    litWall(s, p.deep, p.pale) +
    rect(0, floor, s.w, s.h, s.lin([mix(p.surface, p.pale, 0.3), p.surface])) +
    rect(0, floor - 14, s.w, 16, p.white) +
    ellipse(500, s.h * 0.92, 440, s.h * 0.05, mix(p.pop2, p.pale, 0.5)) +
    each([90, 910], (x) => stroke(`M${x} ${top - 30}V${s.h * 0.92}M${x - 60} ${s.h * 0.925}h120`, '#5a4a46', 14)) +
    stroke(`M60 ${top - 20}H940`, '#5a4a46', 16) +
    times(count, (i) => {
      const c = r.pick(fabrics)
      const kind = r.pick(kinds)
      return at(
        185 + i * 126,
        top + 70 * k,
        `<g transform="scale(.56 1)">${hanger}${fabric(s, shapes[kind], c, r.pick(prints), r.chance(0.5) ? light(c, 0.6) : p.pop2)}</g>`,
        k,
        r.range(-2, 2),
      )
    }) +
    at(150, s.h * 0.95, plant(s, r.int(0, 4), p.white, p.leaf), 1.4 * s.k) +
    at(
      820,
      s.h * 0.93,
      times(3, (i) => rect(-90 + i * 6, -46 - i * 46, 180 - i * 12, 44, [p.pop, p.white, p.pop2][i] as string, 8)) +
        at(0, -140, path('M-70 0C-76 -26 -50 -40 -30 -36L30 -10L34 0Z', p.ink)),
      s.k,
    ) +
    at(
      500,
      s.h * 0.97,
      path('M-120 -90H120L104 0H-104Z', '#c99a5c') +
        times(4, (i) => stroke(`M-112 ${-74 + i * 22}H112`, '#9c7038', 4)) +
        times(5, (i) => circle(-80 + i * 40, -98, 34, fabrics[(i * 3) % 12] as string)),
      s.k,
    )
  )
}
