import { dark, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, smooth, stroke, times } from './draw.ts'
import { day, cloth as fabrics, palettes, type Sky, skies } from './palettes.ts'
import { catCurl, coatOf } from './parts/cat.ts'
import { leafShape, paintSky, stars, sun } from './parts/nature.ts'
import { books, cup, plant, windowFrame, wood } from './parts/objects.ts'
import { tower } from './parts/street.ts'
import type { Stage } from './stage.ts'

/** Pencil, lamp, window gone dark: homework. */
export function desk(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const table = s.h * 0.6
  const k = s.k * 1.08
  const sky: Sky = skies[r.pick(['night', 'dusk', 'plum', 'rain'] as const)]
  const lines = (x: number, y: number, w: number, n: number, c: string) =>
    times(n, (i) => rect(x, y + i * 26, w * r.range(0.5, 1), 7, c, 3, 'opacity=".55"'))
  return (
    rect(0, 0, s.w, s.h, s.lin([mix(p.deep, p.ink, 0.32), mix(p.deep, p.surface, 0.2)])) +
    windowFrame(
      s,
      330,
      s.h * 0.07,
      380,
      s.h * 0.34,
      p.white,
      paintSky(s, sky, s.h * 0.4) +
        stars(s, 40, s.h * 0.3) +
        sun(s, sky, 600, s.h * 0.16, 30) +
        times(7, (i) => tower(s, 320 + i * 62, s.h * 0.44, 56, s.h * r.range(0.08, 0.22), mix(sky.haze, '#20244a', 0.5), '#ffd98c', 0.4)),
      2,
    ) +
    rect(40, s.h * 0.25, 240, 14, dark(p.surface, 0.4), 4) +
    books(s, 50, s.h * 0.25, 210, s.h * 0.12, [...fabrics]) +
    each(
      [
        [790, 0.12],
        [880, 0.2],
        [770, 0.27],
      ] as const,
      ([x, f], i) =>
        at(
          x,
          s.h * f,
          rect(-54, -54, 108, 108, [p.pop2, '#f3a6b0', '#a9d0cf'][i] as string) + lines(-38, -30, 76, 3, p.ink),
          0.9,
          i * 8 - 8,
        ),
    ) +
    wood(s, table, s.h - table, p.surface) +
    at(
      180,
      table + 80 * k,
      ellipse(0, 0, 96, 20, p.ink) +
        stroke('M0 -10L60 -230L-30 -380', p.ink, 14) +
        circle(60, -230, 15, p.pop2) +
        path('M-90 -340L0 -420L70 -330Q0 -260 -90 -340Z', p.pop),
      k,
    ) +
    path(`M${180 + 20 * k} ${table - 250 * k}L${180 + 560 * k} ${s.h * 0.96}H${180 - 120 * k}Z`, '#ffe9b0', 'opacity=".2"') +
    ellipse(
      470,
      s.h * 0.84,
      380 * k,
      130 * k,
      s.rad([
        [0, '#fff3cf', 0.6],
        [1, '#fff3cf', 0],
      ]),
    ) +
    at(
      500,
      s.h * 0.84,
      path(
        'M-350 60L-290 -130C-180 -160 -60 -150 0 -120C60 -150 180 -160 290 -130L350 60C220 30 90 40 0 80C-90 40 -220 30 -350 60Z',
        '#2b1c3a',
        'opacity=".25" transform="translate(8 16)"',
      ) +
        path('M-350 60L-290 -130C-180 -160 -60 -150 0 -120V80C-90 40 -220 30 -350 60Z', '#fffdf6') +
        path('M350 60L290 -130C180 -160 60 -150 0 -120V80C90 40 220 30 350 60Z', '#f6efe2') +
        times(6, (i) => stroke(`M${-264 - i * 8} ${-104 + i * 24}q120 -22 ${230 - i * 2} ${6}`, mix(p.ink, p.white, 0.45), 5)) +
        path('M60 -20L130 -100L200 -10Z', 'none', `stroke="${p.pop}" stroke-width="5"`) +
        `<circle cx="230" cy="-40" r="38" fill="none" stroke="${p.leaf}" stroke-width="5"/>` +
        times(3, (i) => stroke(`M60 ${14 + i * 20}q100 -14 220 4`, mix(p.ink, p.white, 0.45), 5)) +
        stroke('M-250 -60q30 -10 50 4M-180 0q40 -12 70 0', p.pop, 8),
      k * 1.06,
    ) +
    at(
      740,
      s.h * 0.93,
      rect(-150, -10, 260, 20, '#f2b33d', 4) + path('M110 -10L150 0L110 10Z', '#f3dcae') + rect(-176, -10, 30, 20, '#ef8f86', 4),
      k,
      -24,
    ) +
    at(
      860,
      table + 120 * k,
      path('M-60 -120H60L50 0H-50Z', p.pop2) +
        each([-30, -6, 20, 36], (x, i) =>
          stroke(`M${x} -120L${x * 1.5} ${-210 - i * 10}`, [p.pop, p.leaf, p.ink, '#6b93b8'][i] as string, 13),
        ),
      k,
    ) +
    at(840, s.h * 0.9, cup(s, p.white, '#e9c9a0'), k * 0.8) +
    (r.chance(0.5)
      ? at(640, table + 40 * k, catCurl(s, coatOf(r)), 0.62 * k)
      : at(
          600,
          table + 60 * k,
          rect(-70, -90, 140, 100, '#3a3440', 12) +
            rect(-56, -78, 112, 26, '#cfe3d4', 4) +
            times(12, (i) => rect(-54 + (i % 4) * 29, -44 + Math.floor(i / 4) * 17, 22, 12, i % 4 === 3 ? p.pop : '#8d8790', 3)),
          k,
        ))
  )
}

/** Geometry on squared paper, from above. */
export function maths(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const ink = r.pick(['#2f4a8c', '#3a3440', '#2f6d63'])
  const turn = r.range(-7, 7)
  const w = 700
  const h = s.h * 0.8
  const cx = 480
  const cy = s.h * 0.5
  const scribble = (x: number, y: number, n: number) =>
    stroke(
      Array.from(
        { length: n },
        (_, i) =>
          `M${x + i * 30} ${y}${r.pick(['q10 -18 18 0q-4 18 -16 12', 'l16 -20m-8 -2l0 26', 'm0 -8h16m-16 10h16', 'q16 -24 18 2q-8 16 -18 10', 'm2 -18v24', 'l8 8l12 -24h14'])}`,
      ).join(''),
      ink,
      4.5,
      'opacity=".8"',
    )
  const drawings = [
    () =>
      path('M-170 120L170 120L60 -160Z', mix(p.pop2, p.white, 0.6), `stroke="${ink}" stroke-width="7" stroke-linejoin="round"`) +
      stroke('M60 -160V120', p.pop, 6, 'stroke-dasharray="14 12"') +
      path('M60 120v-26h-26v26', 'none', `stroke="${p.pop}" stroke-width="5"`) +
      stroke('M-130 120a40 40 0 0 0 -10 -24', ink, 5),
    () =>
      stroke('M-210 130H220M-180 170V-190', ink, 6) +
      path('M220 130l-22 -12v24ZM-180 -190l-12 22h24Z', ink) +
      stroke(
        smooth([
          [-180, 60],
          [-100, -60],
          [-10, -130],
          [80, -60],
          [150, 90],
          [200, 160],
        ]),
        p.pop,
        9,
      ) +
      each(
        [
          [-100, -60],
          [-10, -130],
          [80, -60],
        ] as const,
        ([x, y]) => circle(x, y, 12, p.pop2) + stroke(`M${x} ${y}V130`, ink, 3, 'stroke-dasharray="8 10"'),
      ),
    () =>
      `<circle cx="0" cy="0" r="170" fill="${mix(p.leaf, p.white, 0.75)}" stroke="${ink}" stroke-width="7"/>` +
      path('M0 0L170 0A170 170 0 0 0 85 -147Z', mix(p.pop, p.white, 0.4), `stroke="${ink}" stroke-width="6"`) +
      stroke('M-170 0H170', ink, 5) +
      circle(0, 0, 9, ink) +
      stroke('M44 0a44 44 0 0 0 -22 -38', p.pop, 5),
    () =>
      path('M-150 -60L60 -60L60 150L-150 150Z', mix(p.deep, p.white, 0.5), `stroke="${ink}" stroke-width="7"`) +
      path(
        'M-150 -60L-50 -150H160L60 -60ZM160 -150V60L60 150V-60Z',
        mix(p.deep, p.white, 0.2),
        `stroke="${ink}" stroke-width="7" stroke-linejoin="round"`,
      ) +
      stroke('M-150 150L-50 60H160M-50 60V-150', ink, 4, 'stroke-dasharray="12 12"'),
  ]
  const [a, b] = r.shuffle(drawings)
  return (
    wood(s, 0, s.h, mix(p.surface, '#c99a6c', 0.4)) +
    at(
      cx,
      cy,
      rect(-w / 2 + 14, -h / 2 + 22, w, h, '#2b1c3a', 10, 'opacity=".28"') +
        rect(-w / 2, -h / 2, w, h, '#fffdf6', 8) +
        `<g opacity=".5">${times(w / 44, (i) => rect(-w / 2 + i * 44, -h / 2, 2, h, '#a9c6dc'))}${times(h / 44, (i) => rect(-w / 2, -h / 2 + i * 44, w, 2, '#a9c6dc'))}</g>` +
        rect(-w / 2 + 60, -h / 2, 3, h, '#e9938a') +
        at(40, s.h > 900 ? -h * 0.2 : -10, (a as () => string)(), s.h > 900 ? 1.06 : 0.8) +
        (s.h > 900 ? at(60, h * 0.24, (b as () => string)(), 0.8) : '') +
        scribble(-240, -h / 2 + 80, 11) +
        scribble(-240, -h / 2 + 124, 7) +
        scribble(-220, h / 2 - 90, 9) +
        scribble(-220, h / 2 - 46, 6) +
        path(`M-230 ${h / 2 - 110}H-20V${h / 2 - 26}H-230Z`, 'none', `stroke="${p.pop}" stroke-width="6"`),
      1,
      turn,
    ) +
    at(
      880,
      s.h * 0.34,
      path('M0 -200L0 200L-200 200Z', '#bfe0e4', 'opacity=".7" stroke="#7fb0b5" stroke-width="5"') +
        path('M-34 -40V160H-134Z', 'none', 'stroke="#7fb0b5" stroke-width="4"') +
        times(13, (i) => stroke(`M0 ${-180 + i * 28}h-16`, '#5f98a5', 3)),
      1,
      r.range(4, 20),
    ) +
    at(
      720,
      s.h * 0.84,
      path('M-230 8L-230 28L170 28L170 8Z', '#2b1c3a', 'opacity=".25"') +
        rect(-230, -14, 400, 30, '#f2b33d', 4) +
        rect(-230, -4, 400, 10, '#f8cf76') +
        path('M170 -14L226 1L170 16Z', '#f3dcae') +
        path('M206 -5L226 1L206 7Z', '#3a3440') +
        rect(-256, -14, 30, 30, '#ef8f86', 6) +
        rect(-234, -14, 12, 30, '#c7ccd2'),
      1,
      -36,
    ) +
    at(900, s.h * 0.9, rect(-60, -40, 120, 80, '#fdfaf4', 12) + rect(-60, -40, 60, 80, '#6b93b8', 12), 1, 20) +
    times(9, () => rect(r.range(700, 960), s.h * r.range(0.8, 0.98), r.range(8, 18), 5, '#c9b9a0', 2))
  )
}

/** Brush, ink stone, a sheet that is drying. */
export function calligraphy(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(['clay', 'persimmon', 'jade', 'rose', 'butter'] as const)]
  const ink = '#26202a'
  const paperX = 190
  const cx = paperX + 290
  const stems = () => {
    const x = r.range(-130, 130)
    const len = s.h * 0.62
    return (
      path(
        `M${x - 9} ${len * 0.5}Q${x + 10} 0 ${x + r.range(-20, 20)} ${-len * 0.5}L${x + 12} ${-len * 0.5}Q${x + 22} 0 ${x + 9} ${len * 0.5}Z`,
        ink,
        'opacity=".72"',
      ) +
      times(9, (i) =>
        at(
          x + r.range(-6, 16),
          -len * 0.4 + i * len * 0.09,
          leafShape(r.range(70, 130), r.range(9, 15), ink),
          1,
          r.sign() * r.range(60, 150),
        ),
      )
    )
  }
  const art = r.pick([
    () => times(3, stems),
    () =>
      path(
        'M-230 200C-170 40 -120 120 -70 -20C-30 -140 20 20 60 -40C110 -120 150 90 230 200C120 150 -100 150 -230 200Z',
        ink,
        'opacity=".34"',
      ) +
      path('M-230 260C-150 120 -90 200 -30 90C20 20 60 180 120 120C170 90 200 220 230 260Z', ink, 'opacity=".6"') +
      circle(110, -170, 54, '#d7402c') +
      stroke('M-160 -120q20 -16 40 0q20 -16 40 0', ink, 5) +
      path('M-60 330Q0 350 60 330L40 350H-40Z', ink) +
      stroke('M0 334V270', ink, 5),
    () =>
      stroke('M-190 -250C-60 -190 -120 -60 20 -20C120 10 90 150 200 230', ink, 20, 'opacity=".85"') +
      stroke('M-60 -110C20 -140 80 -130 130 -190M30 -10C-40 60 -90 70 -140 150', ink, 11, 'opacity=".85"') +
      times(17, () => {
        const t = r()
        return at(
          -190 + t * 390 + r.range(-50, 50),
          -250 + t * 480 + r.range(-50, 50),
          times(5, (i) => at(0, 0, ellipse(0, -16, 11, 16, r.pick(['#d7402c', '#e2685a', '#c5392c'])), 1, i * 72)) +
            circle(0, 0, 6, '#f2c14e'),
        )
      }),
  ])
  return (
    wood(s, 0, s.h, mix(p.surface, '#7b4632', 0.35)) +
    rect(paperX - 50, -20, 680, s.h + 40, mix(p.leaf, p.ink, 0.45)) +
    at(12, 20, rect(paperX, s.h * 0.05, 580, s.h * 0.9, '#2b1c3a', 0, 'opacity=".22"')) +
    rect(paperX, s.h * 0.05, 580, s.h * 0.9, s.lin(['#fffaf0', '#f5ead6'])) +
    times(30, () =>
      stroke(`M${r.range(paperX, paperX + 540)} ${s.h * r.range(0.06, 0.93)}l${r.range(8, 30)} ${r.range(-8, 8)}`, '#e3d2b4', 2),
    ) +
    at(cx, s.h * 0.48, art(), Math.min(1.1, s.h / 1050)) +
    rect(paperX + 60, s.h * 0.86, 58, 58, '#d7402c', 8) +
    path(
      `M${paperX + 74} ${s.h * 0.86 + 16}h30M${paperX + 89} ${s.h * 0.86 + 10}v38M${paperX + 72} ${s.h * 0.86 + 30}h34`,
      'none',
      'stroke="#fff3e6" stroke-width="5"',
    ) +
    each([s.h * 0.035, s.h * 0.93], (y) => rect(paperX - 20, y, 620, 26, s.lin(['#8a5a3b', '#5a3426']), 8)) +
    at(
      890,
      s.h * 0.26,
      at(10, 16, rect(-84, -120, 168, 240, '#2b1c3a', 26, 'opacity=".3"')) +
        rect(-84, -120, 168, 240, s.lin(['#4a444e', '#2b2630'], 45), 26) +
        ellipse(0, 20, 58, 76, '#17131a') +
        ellipse(-14, 0, 22, 30, '#4a4652', 'opacity=".7"') +
        ellipse(0, -86, 44, 18, '#17131a'),
    ) +
    at(880, s.h * 0.52, rect(-22, -80, 44, 150, '#2b2630', 6) + rect(-22, -80, 44, 40, '#c9a24a', 6)) +
    at(
      850,
      s.h * 0.72,
      path('M-12 -330L12 -330L10 40H-10Z', s.lin(['#d9a866', '#a8733a'], 0)) +
        rect(-14, 30, 28, 40, '#6b4632', 6) +
        path('M-18 68C-24 110 -8 150 0 176C8 150 24 110 18 68Z', ink) +
        circle(0, -338, 12, '#d7402c'),
      1,
      34,
    ) +
    at(80, s.h * 0.8, cup(s, '#f3ead9', '#c98a3a', false), 0.8) +
    at(80, s.h * 0.24, plant(s, 4, '#8aa5a0', p.leaf), 0.7)
  )
}
