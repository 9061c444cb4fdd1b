import { dark, light, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, stroke, times } from './draw.ts'
import { day, cloth as fabrics, palettes } from './palettes.ts'
import { leafShape, shadow } from './parts/nature.ts'
import { cup, litWall, plant, wood } from './parts/objects.ts'
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

/** Half-packed, a little nervous. */
export function suitcase(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const k = Math.min(1.05, s.h / 1000)
  const c = r.pick([p.pop, p.leaf, p.surface, '#6b93b8', p.pop2])
  const rolls = r.shuffle(fabrics)
  return (
    rect(0, 0, s.w, s.h, s.lin([mix(p.pale, p.white, 0.3), mix(p.deep, p.pale, 0.3)], 60)) +
    ellipse(500, s.h * 0.6, 560, s.h * 0.42, mix(p.pop2, p.pale, 0.55)) +
    ellipse(500, s.h * 0.6, 500, s.h * 0.37, 'none', `stroke="${p.white}" stroke-width="10" stroke-dasharray="30 22"`) +
    at(
      500,
      s.h * 0.5,
      at(20, 30, rect(-360, -400, 720, 800, '#2b1c3a', 50, 'opacity=".25"')) +
        rect(-360, -400, 720, 390, s.lin([light(c, 0.2), dark(c, 0.1)]), 46) +
        rect(-330, -372, 660, 334, dark(c, 0.4), 32) +
        times(8, (i) => stroke(`M${-320 + i * 92} -372L${-320 + i * 92 - 60} -40`, light(c, 0.1), 3, 'opacity=".4"')) +
        rect(-290, -330, 580, 130, mix(c, p.white, 0.5), 20) +
        stroke('M-290 -300H290', dark(c, 0.2), 6) +
        rect(-250, -180, 120, 120, '#fdf6ea', 10) +
        path('M-250 -60l40 -60l30 30l20 -24l30 54Z', p.leaf) +
        circle(-160, -150, 14, p.pop2) +
        rect(-90, -170, 100, 110, p.pop2, 8) +
        rect(-78, -158, 76, 40, '#fdf6ea', 4) +
        rect(40, -150, 200, 90, '#3a3440', 16) +
        circle(140, -104, 34, '#5a6a8a') +
        circle(140, -104, 20, '#26222b') +
        rect(60, -166, 60, 22, '#3a3440', 6) +
        rect(-360, 10, 720, 390, s.lin([c, dark(c, 0.2)]), 46) +
        rect(-330, 38, 660, 334, dark(c, 0.4), 32) +
        times(5, (i) =>
          at(
            -260 + i * 130,
            130,
            rect(-56, -76, 112, 152, s.lin([light(rolls[i] as string, 0.2), dark(rolls[i] as string, 0.1)], 0), 40) +
              stroke('M-20 -70a26 26 0 1 1 20 44', dark(rolls[i] as string, 0.3), 6),
          ),
        ) +
        times(4, (i) =>
          at(
            -240 + i * 160,
            296,
            rect(-72, -56, 144, 112, rolls[i + 5] as string, 14) +
              rect(-72, -8, 144, 8, dark(rolls[i + 5] as string, 0.2)) +
              rect(-72, 20, 144, 8, dark(rolls[i + 5] as string, 0.2)),
          ),
        ) +
        each([-250, 250], (x) => rect(x - 22, -26, 44, 52, '#c7ccd2', 8)) +
        rect(-80, 392, 160, 30, '#3a3440', 14),
      k,
      r.range(-4, 4),
    ) +
    at(
      110,
      s.h * 0.14,
      rect(-80, -110, 160, 220, '#8c2f39', 14) +
        circle(0, -20, 44, 'none', 'stroke="#f2c14e" stroke-width="6"') +
        stroke('M-44 -20H44M0 -64V24', '#f2c14e', 4) +
        rect(-40, 50, 80, 12, '#f2c14e', 6),
      k,
      -14,
    ) +
    at(
      900,
      s.h * 0.88,
      each([-44, 44], (m) =>
        at(
          m,
          0,
          path('M-36 60C-44 -20 -32 -90 0 -92C32 -90 44 -20 36 60C32 92 -32 92 -36 60Z', p.white) +
            path('M-24 50C-28 0 -20 -30 0 -30C20 -30 28 0 24 50Z', p.ink),
        ),
      ),
      k,
    ) +
    at(
      900,
      s.h * 0.13,
      ellipse(0, 0, 110, 100, '#e9cf95') +
        circle(0, 0, 56, '#f3e0b4') +
        `<circle cx="0" cy="0" r="62" fill="none" stroke="${p.pop}" stroke-width="14"/>`,
      k,
    )
  )
}

/** A scarf, half of it still wool. */
export function knitting(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const k = s.k * 1.05
  const yarns = r.shuffle([p.pop, p.pop2, p.leaf, p.surface, '#e88f86', '#f5e9d2', '#6b93b8'])
  const main = yarns[0] as string
  const ball = (x: number, y: number, size: number, c: string) =>
    at(
      x,
      y,
      shadow(s, 6, size * 0.9, size * 1.1, size * 0.26, 0.4) +
        circle(0, 0, size, s.rad([light(c, 0.35), dark(c, 0.16)], 0.4, 0.35, 0.72)) +
        s.clip(
          `M${-size} 0a${size} ${size} 0 1 0 ${size * 2} 0a${size} ${size} 0 1 0 ${-size * 2} 0Z`,
          times(7, (i) =>
            stroke(
              `M${-size} ${-size * 0.8 + i * size * 0.26}Q0 ${-size * 0.4 + i * size * 0.3} ${size} ${-size * 0.9 + i * size * 0.3}`,
              dark(c, 0.24),
              4,
              'opacity=".7"',
            ),
          ) +
            times(5, (i) =>
              stroke(
                `M${-size * 0.6 + i * size * 0.3} ${-size}Q${i * size * 0.2} 0 ${-size * 0.4 + i * size * 0.3} ${size}`,
                light(c, 0.3),
                4,
                'opacity=".6"',
              ),
            ),
        ),
    )
  const rows = 13
  return (
    litWall(s, p.deep, p.pale) +
    wood(s, s.h * 0.56, s.h, p.surface) +
    at(160, s.h * 0.58, plant(s, r.int(0, 4), p.white, p.leaf), k * 1.5) +
    at(
      800,
      s.h * 0.6,
      path('M-150 -120H150L124 20H-124Z', '#c99a5c') +
        times(6, (i) => stroke(`M-142 ${-104 + i * 22}H142`, '#9c7038', 5)) +
        each(
          [
            [-90, 1],
            [0, 2],
            [90, 3],
          ] as const,
          ([x, i]) => ball(x, -150, 62, yarns[i] as string),
        ) +
        stroke('M-40 -220L-120 -400M20 -220L90 -410', '#e9cf95', 11) +
        circle(-120, -404, 14, p.pop) +
        circle(90, -414, 14, p.pop),
      k,
    ) +
    at(
      430,
      s.h * 0.76,
      path('M-230 -220H230L260 260Q0 320 -260 260Z', '#2b1c3a', 'opacity=".2" transform="translate(14 24)"') +
        times(rows, (j) => {
          const y = -220 + j * 37
          const c = yarns[Math.floor(j / 3) % 3] as string
          const w = 230 + j * 2.4
          return (
            rect(-w, y, w * 2, 39, c) +
            times(Math.floor((w * 2) / 30), (i) =>
              path(
                `M${-w + i * 30 + 15} ${y + 34}C${-w + i * 30} ${y + 26} ${-w + i * 30} ${y + 8} ${-w + i * 30 + 5} ${y + 2}L${-w + i * 30 + 15} ${y + 14}L${-w + i * 30 + 25} ${y + 2}C${-w + i * 30 + 30} ${y + 8} ${-w + i * 30 + 30} ${y + 26} ${-w + i * 30 + 15} ${y + 34}Z`,
                light(c, 0.2),
              ),
            )
          )
        }) +
        times(16, (i) => stroke(`M${-250 + i * 33} 262l${r.range(-6, 6)} 52`, yarns[i % 3] as string, 9)) +
        rect(-330, -240, 690, 22, s.lin(['#f3e0b4', '#c9a05c']), 11) +
        circle(368, -229, 22, p.pop) +
        at(-60, -270, rect(-200, -10, 480, 20, s.lin(['#f3e0b4', '#c9a05c']), 10) + circle(-206, 0, 20, p.pop), 1, -16),
      k,
    ) +
    ball(820, s.h * 0.84, 92 * k, main) +
    stroke(`M${820 - 80 * k} ${s.h * 0.87}C700 ${s.h * 0.96} 640 ${s.h * 0.72} ${430 + 230 * k} ${s.h * 0.76 - 200 * k}`, main, 8) +
    at(150, s.h * 0.94, cup(s, p.white, '#a8633a'), k)
  )
}

/** A guitar by the window, a song nearly finished. */
export function guitar(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const k = Math.min(1.12, s.h / 1000)
  const bodyC = r.pick(['#d98a3f', '#b9632f', '#e3b36a', '#8a4a32'])
  const floor = s.h * 0.82
  return (
    litWall(s, p.deep, p.pale) +
    rect(0, floor, s.w, s.h, s.lin([mix(p.surface, p.pale, 0.3), p.surface])) +
    rect(0, floor - 14, s.w, 16, p.white) +
    ellipse(520, s.h * 0.93, 440, s.h * 0.055, mix(p.pop, p.pale, 0.5)) +
    at(
      200,
      s.h * 0.26,
      rect(-110, -150, 220, 300, p.ink, 6) +
        rect(-96, -136, 192, 272, mix(p.pop2, p.pale, 0.3)) +
        circle(0, 0, 80, '#26222b') +
        circle(0, 0, 28, p.pop) +
        circle(0, 0, 6, p.white) +
        `<circle cx="0" cy="0" r="60" fill="none" stroke="#4a4450" stroke-width="3"/>`,
      k * 0.9,
    ) +
    at(830, s.h * 0.9, plant(s, r.int(0, 4), p.pop2, p.leaf), k * 2) +
    at(
      210,
      s.h * 0.93,
      stroke('M-80 0L-60 -170M80 0L60 -170M-70 -70H70', dark(p.surface, 0.4), 15) +
        rect(-110, -190, 220, 30, dark(p.surface, 0.2), 14) +
        at(0, -190, rect(-80, -14, 160, 14, p.pop) + rect(-70, -28, 150, 14, p.white) + at(30, -28, cup(s, p.pop2, '#8a4b2a'), 0.5)),
      k,
    ) +
    at(
      520,
      s.h * 0.66,
      shadow(s, 20, 300, 260, 40, 0.5) +
        path('M-24 -560H24L28 -120H-28Z', '#4a2c24') +
        times(13, (i) => rect(-26, -540 + i * 34, 52, 4, '#d9c9a0')) +
        each([4, 6, 8, 11], (i) => circle(0, -523 + i * 34, 6, '#fdf6ea')) +
        path('M-38 -560L-46 -690Q0 -716 46 -690L38 -560Z', '#5a3426') +
        each([-1, 1], (m) => each([0, 1, 2], (i) => rect(m * 46 - (m < 0 ? 24 : 0), -674 + i * 38, 24, 16, '#d9dde0', 6))) +
        path(
          'M0 -170C110 -190 170 -120 150 -40C142 0 160 20 190 70C250 180 170 300 0 300C-170 300 -250 180 -190 70C-160 20 -142 0 -150 -40C-170 -120 -110 -190 0 -170Z',
          dark(bodyC, 0.45),
        ) +
        path(
          'M0 -158C102 -176 156 -112 138 -40C130 4 148 24 178 74C232 174 158 286 0 286C-158 286 -232 174 -178 74C-148 24 -130 4 -138 -40C-156 -112 -102 -176 0 -158Z',
          s.lin([light(bodyC, 0.3), dark(bodyC, 0.1)], 30),
        ) +
        circle(0, 20, 68, dark(bodyC, 0.5)) +
        `<circle cx="0" cy="20" r="76" fill="none" stroke="${light(bodyC, 0.5)}" stroke-width="7"/>` +
        rect(-28, -160, 56, 120, '#4a2c24') +
        rect(-80, 172, 160, 26, '#4a2c24', 8) +
        times(6, (i) => stroke(`M${-17 + i * 6.8} -560L${-20 + i * 8} 180`, '#f3ead9', 1.8)) +
        path('M40 60C90 60 120 120 90 180C60 170 40 120 40 60Z', '#4a2c24', 'opacity=".7"'),
      k,
      r.range(8, 14),
    ) +
    times(5, (i) =>
      at(
        640 + i * 70 + r.range(-20, 20),
        s.h * (0.4 - i * 0.06),
        ellipse(0, 0, 20, 14, p.pop, 'transform="rotate(-20)"') +
          stroke('M17 -4V-84', p.pop, 7) +
          (i % 2 ? stroke('M17 -84q40 10 30 50', p.pop, 8) : ''),
        k,
      ),
    )
  )
}

/** The bill, the calculator, the raised eyebrow. */
export function bills(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const k = Math.min(1.05, s.h / 1000)
  const sheet = (x: number, y: number, turn: number, icon: string, c: string) =>
    at(
      x,
      y,
      at(12, 20, rect(-180, -250, 360, 500, '#2b1c3a', 6, 'opacity=".22"')) +
        rect(-180, -250, 360, 500, '#fffdf6', 6) +
        rect(-180, -250, 360, 84, c, 6) +
        at(-120, -208, icon) +
        rect(-70, -222, 190, 14, '#fffdf6', 7) +
        rect(-70, -198, 120, 10, '#fffdf6', 5, 'opacity=".7"') +
        times(
          6,
          (i) =>
            rect(-150, -130 + i * 36, 180 * r.range(0.5, 1), 9, mix(p.ink, p.white, 0.55), 4) +
            rect(80, -130 + i * 36, 70, 9, mix(p.ink, p.white, 0.4), 4),
        ) +
        each([0, 1, 2, 3, 4, 5, 6], (i) =>
          rect(-150 + i * 44, 170 - (i * 13 + r.range(0, 30)), 30, i * 13 + 30, i === 6 ? p.pop : mix(c, p.white, 0.4), 3),
        ) +
        stroke('M-156 204H156', p.ink, 4),
      k,
      turn,
    )
  const drop = path('M0 -28C14 -8 24 2 24 14A24 24 0 0 1 -24 14C-24 2 -14 -8 0 -28Z', '#fffdf6')
  const bolt = path('M8 -32L-20 6H-2L-8 34L20 -6H2Z', '#fffdf6')
  return (
    wood(s, 0, s.h, mix(p.surface, '#c99a6c', 0.35)) +
    sheet(320, s.h * 0.36, -8, drop, '#5f9ab8') +
    sheet(620, s.h * 0.46, 6, bolt, p.pop2) +
    at(
      790,
      s.h * 0.8,
      at(12, 20, rect(-120, -170, 240, 340, '#2b1c3a', 26, 'opacity=".3"')) +
        rect(-120, -170, 240, 340, s.lin(['#4a4450', '#2b2630']), 26) +
        rect(-96, -146, 192, 70, '#cfe3d4', 8) +
        times(5, (i) =>
          stroke(`M${-10 + i * 22} -128${r.pick(['h12v16h-12v16h12', 'h12v34m-12 -18h12', 'v34', 'h12v34h-12ZM0 0'])}`, '#2b3a34', 4),
        ) +
        times(16, (i) =>
          rect(-96 + (i % 4) * 50, -56 + Math.floor(i / 4) * 52, 40, 40, i % 4 === 3 ? p.pop : i > 11 ? p.pop2 : '#8d8790', 10),
        ),
      k,
      10,
    ) +
    at(
      180,
      s.h * 0.84,
      at(
        0,
        0,
        ellipse(10, 18, 120, 116, '#2b1c3a', 'opacity=".25"') +
          circle(0, 0, 116, p.white) +
          circle(0, 0, 92, dark(p.white, 0.1)) +
          circle(0, 0, 84, '#7a4526') +
          ellipse(-20, -24, 34, 20, '#a5673c', 'opacity=".7"') +
          rect(96, -18, 66, 36, p.white, 16),
      ),
      k,
    ) +
    at(
      470,
      s.h * 0.9,
      rect(-170, -9, 300, 18, '#2f4a8c', 8) + path('M130 -9L176 0L130 9Z', '#c7ccd2') + rect(-170, -9, 60, 18, '#1f2f5c', 8),
      k,
      -18,
    ) +
    times(4, (i) =>
      at(
        120 + i * 46,
        s.h * 0.66 + (i % 2) * 30,
        circle(4, 6, 30, '#2b1c3a', 'opacity=".25"') +
          circle(0, 0, 30, i % 2 ? '#d9b25c' : '#c7ccd2') +
          `<circle cx="0" cy="0" r="22" fill="none" stroke="${i % 2 ? '#b58a34' : '#9aa1a8'}" stroke-width="4"/>`,
        k,
      ),
    )
  )
}

/** Words on little cards. */
export function cards(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const icons = [
    (c: string) => path('M-40 40V-20L-24 -48L-8 -24H8L24 -48L40 -20V40Z', c) + circle(-14, 4, 5, '#fff') + circle(14, 4, 5, '#fff'),
    (c: string) => path('M-50 0C-50 60 50 60 50 0Z', c) + stroke('M-20 -16q-8 -16 4 -30M14 -16q-8 -16 4 -30', c, 6),
    (c: string) =>
      circle(0, 0, 30, c) +
      times(8, (i) =>
        stroke(`M${Math.cos(i * 0.785) * 40} ${Math.sin(i * 0.785) * 40}L${Math.cos(i * 0.785) * 54} ${Math.sin(i * 0.785) * 54}`, c, 7),
      ),
    (c: string) => path('M-56 44L-10 -40L16 6L28 -12L58 44Z', c),
    (c: string) => circle(0, -20, 30, c) + rect(-7, 0, 14, 50, '#8a5a3b'),
    (c: string) => path('M0 -50C30 -10 44 10 44 24A44 44 0 0 1 -44 24C-44 10 -30 -10 0 -50Z', c),
    (c: string) => path('M0 44C-90 -20 -40 -76 0 -30C40 -76 90 -20 0 44Z', c),
    (c: string) => rect(-50, -14, 100, 56, c, 8) + path('M-64 -10L0 -56L64 -10Z', dark(c, 0.2)) + rect(-12, 8, 24, 34, '#fff'),
    (c: string) => ellipse(0, 0, 56, 26, c) + path('M50 0l34 -24v48Z', c) + circle(-28, -5, 5, '#fff'),
  ]
  const colours = [p.pop, p.leaf, p.surface, p.pop2, p.ink, '#6b93b8']
  const order = r.shuffle(icons)
  const cols = 3
  const rows = s.h > 1100 ? 4 : s.h > 900 ? 3 : 2
  return (
    (r.chance(0.5)
      ? wood(s, 0, s.h, mix(p.surface, '#d8a675', 0.4))
      : rect(0, 0, s.w, s.h, s.lin([p.deep, mix(p.deep, p.surface, 0.4)], 50))) +
    times(cols * rows, (i) => {
      const x = 190 + (i % cols) * 300 + r.range(-18, 18)
      const y = (s.h / rows) * (Math.floor(i / cols) + 0.5) + r.range(-14, 14)
      const c = colours[(i * 5 + r.int(0, 1)) % 6] as string
      return at(
        x,
        y,
        at(8, 14, rect(-125, -140, 250, 280, '#2b1c3a', 20, 'opacity=".22"')) +
          rect(-125, -140, 250, 280, '#fffdf6', 20) +
          rect(-125, -140, 250, 170, mix(c, p.white, 0.78), 20) +
          at(0, -52, (order[i % order.length] as (c: string) => string)(c), 1.1) +
          rect(-70, 56, 140, 16, mix(p.ink, p.white, 0.25), 8) +
          rect(-46, 88, 92, 10, c, 5) +
          stroke('M-50 44q12 -10 24 0M10 40l24 8', c, 4),
        0.98,
        r.range(-7, 7),
      )
    }) +
    at(
      900,
      s.h * 0.93,
      rect(-190, -12, 330, 24, '#f2b33d', 5) + path('M140 -12L190 0L140 12Z', '#f3dcae') + rect(-210, -12, 30, 24, '#ef8f86', 5),
      1,
      -34,
    ) +
    at(80, s.h * 0.95, cup(s, p.white, '#a8633a'), 1)
  )
}
