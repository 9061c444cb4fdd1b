import { dark, light, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, smooth, stroke, times } from './draw.ts'
import { day, cloth as fabrics, palettes, type Sky, skies } from './palettes.ts'
import { catCurl, catLoaf, coatOf } from './parts/cat.ts'
import { figure, makeOutfit } from './parts/figure.ts'
import { lemon, orange, strawberry, tomato } from './parts/food.ts'
import { cloud, hill, leafShape, paintSky, ridge, shadow, stars, sun } from './parts/nature.ts'
import { books, cup, lantern, litWall, plant, windowFrame, wood } from './parts/objects.ts'
import { tower } from './parts/street.ts'
import type { Stage } from './stage.ts'

/** Pots on every step, the city behind. */
export function balcony(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const sky: Sky = skies[r.pick(['morning', 'noon', 'peach', 'dusk', 'mint'] as const)]
  const rail = s.h * 0.62
  const floor = s.h * 0.8
  const k = s.k * 1.15
  const pots = r.shuffle([p.pop, p.pop2, p.white, p.surface, '#c56a4a', p.deep])
  return (
    paintSky(s, sky, s.h * 0.7) +
    sun(s, sky, r.range(200, 800), s.h * 0.16, 56) +
    cloud(s, 650, s.h * 0.14, 130, sky.cloud) +
    times(10, (i) =>
      tower(s, i * 108 - 30, s.h * 0.72, 96, s.h * r.range(0.12, 0.36), mix(sky.haze, '#6f7da3', 0.3), light(sky.haze, 0.5), 0.5),
    ) +
    times(8, (i) => circle(i * 140, s.h * 0.7, 80, mix(p.leaf, sky.haze, 0.35))) +
    stroke(`M-20 ${s.h * 0.04}Q500 ${s.h * 0.13} 1020 ${s.h * 0.03}`, p.ink, 3, 'opacity=".5"') +
    times(11, (i) => circle(40 + i * 92, s.h * (0.045 + 0.045 * Math.sin((i / 10) * 3.14)) + 8, 12, '#ffe9b0')) +
    rect(0, floor, s.w, s.h, s.lin([mix('#d9b28c', p.surface, 0.3), dark(mix('#d9b28c', p.surface, 0.3), 0.16)])) +
    times(6, (i) => stroke(`M${500 + (i - 2.5) * 150} ${floor}L${500 + (i - 2.5) * 260} ${s.h}`, '#8a6248', 3, 'opacity=".4"')) +
    times(16, (i) => rect(i * 66 + 10, rail, 9, floor - rail + 6, p.ink)) +
    rect(0, rail - 12, s.w, 18, p.ink) +
    rect(0, floor - 6, s.w, 12, p.ink) +
    times(5, (i) =>
      at(
        120 + i * 190,
        rail + 60 * k,
        rect(-80, -60, 160, 60, pots[(i + 2) % 6] as string, 10) +
          times(9, (j) =>
            circle(
              -64 + j * 16,
              -70 - r.range(0, 26),
              r.range(14, 22),
              j % 3 ? mix(p.leaf, '#9fc46b', r()) : r.pick([p.pop, p.pop2, '#f3a6b0', '#fff6ea']),
            ),
          ),
        0.9 * k,
      ),
    ) +
    each(
      [
        [90, 0.9, 1.7, 0],
        [300, 0.88, 1.25, 1],
        [720, 0.87, 1.3, 3],
        [910, 0.91, 1.9, 2],
        [200, 0.99, 1.4, 4],
        [800, 1, 1.5, 0],
      ] as const,
      ([x, f, z, kind], i) =>
        shadow(s, x, s.h * f, 90 * z * k, 18, 0.4) +
        at(x, s.h * f, plant(s, kind + r.int(0, 4), pots[i] as string, i % 2 ? p.leaf : mix(p.leaf, '#8fae5c', 0.5)), z * k),
    ) +
    at(
      500,
      s.h * 0.95,
      shadow(s, 0, 0, 190, 26, 0.4) +
        each([-110, 110], (x) => stroke(`M${x} 0L${x * 0.8} -130`, dark('#c99a5c', 0.2), 14)) +
        ellipse(0, -136, 150, 34, '#d9b07a') +
        at(-50, -140, cup(s, p.white, '#a8633a'), 0.56) +
        at(60, -146, path('M-56 0L0 12L56 0V-14L0 -2L-56 -14Z', p.white) + path('M-56 0L0 12V-2L-56 -14Z', p.pop2)),
      k,
    ) +
    (r.chance(0.5) ? at(560, rail - 8, catLoaf(s, coatOf(r), 'sleepy', r.sign()), 0.42 * k) : '')
  )
}

/** A room with the morning in it. */
export function room(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const sky: Sky = skies[r.pick(['morning', 'peach', 'dusk', 'noon', 'night', 'rain'] as const)]
  const floor = s.h * 0.72
  const k = s.k * 1.05
  const sofa = r.pick([p.pop, p.leaf, p.surface, p.pop2])
  const view =
    paintSky(s, sky, s.h * 0.5) +
    (sky.night ? stars(s, 40, s.h * 0.4) : '') +
    sun(s, sky, 620, s.h * 0.18, 36) +
    times(7, (i) =>
      tower(
        s,
        440 + i * 74,
        s.h * 0.52,
        66,
        s.h * r.range(0.08, 0.24),
        mix(sky.haze, '#6f7da3', 0.35),
        sky.night ? '#ffd98c' : light(sky.haze, 0.5),
        0.5,
      ),
    )
  return (
    litWall(s, p.deep, p.pale) +
    windowFrame(s, 440, s.h * 0.09, 450, s.h * 0.36, p.white, view, 3) +
    path(
      `M420 ${s.h * 0.05}H490C480 ${s.h * 0.3} 460 ${s.h * 0.5} 400 ${s.h * 0.68}H380ZM910 ${s.h * 0.05}H840C850 ${s.h * 0.3} 880 ${s.h * 0.5} 940 ${s.h * 0.68}H960Z`,
      p.white,
      'opacity=".85"',
    ) +
    each(
      [
        [110, 0.12, 150, 190],
        [280, 0.15, 110, 140],
      ] as const,
      ([x, f, w, h], i) =>
        rect(x - 8, s.h * f - 8, w + 16, h + 16, dark(p.surface, 0.35)) +
        rect(x, s.h * f, w, h, p.white) +
        (i
          ? circle(x + w / 2, s.h * f + h / 2, 34, p.pop)
          : path(`M${x} ${s.h * f + h}v-60q${w * 0.3} -60 ${w * 0.5} -10q${w * 0.2} -50 ${w * 0.5} 0v70Z`, p.leaf) +
            circle(x + w * 0.7, s.h * f + 50, 22, p.pop2)),
    ) +
    rect(0, floor, s.w, s.h, s.lin([mix(p.surface, '#e0b88c', 0.5), dark(mix(p.surface, '#c99a6c', 0.5), 0.12)])) +
    rect(0, floor - 14, s.w, 16, p.white) +
    path(`M440 ${floor}L700 ${floor}L620 ${s.h}H240Z`, '#fff3cf', 'opacity=".28"') +
    ellipse(480, s.h * 0.91, 440, s.h * 0.07, mix(p.deep, p.white, 0.4)) +
    ellipse(480, s.h * 0.91, 390, s.h * 0.057, 'none', `stroke="${p.pop}" stroke-width="7" opacity=".7"`) +
    at(
      900,
      floor + 90 * k,
      rect(-6, -480, 12, 480, p.ink) + ellipse(0, 0, 70, 14, p.ink) + path('M-80 -460L-46 -590H46L80 -460Z', p.pop2),
      k,
    ) +
    circle(
      900,
      floor - 380 * k,
      260 * k,
      s.rad([
        [0, '#ffe9b0', 0.6],
        [1, '#ffe9b0', 0],
      ]),
    ) +
    at(
      390,
      floor + 120 * k,
      shadow(s, 0, 6, 400, 34, 0.5) +
        each([-300, 290], (x) => rect(x, -30, 22, 34, dark(p.surface, 0.5), 5)) +
        path('M-320 -300C-320 -340 320 -340 320 -300V-100H-320Z', s.lin([light(sofa, 0.16), sofa])) +
        rect(-300, -160, 600, 90, light(sofa, 0.1), 24) +
        rect(-320, -90, 640, 70, dark(sofa, 0.14), 18) +
        each([-1, 1], (m) => rect(m * 330 - 50, -220, 100, 200, s.lin([light(sofa, 0.1), dark(sofa, 0.16)]), 40)) +
        at(-200, -160, rect(-70, -90, 140, 120, p.pop2, 22), 1, -10) +
        at(-90, -156, rect(-60, -80, 120, 110, p.white, 20) + times(3, (i) => rect(-50, -60 + i * 30, 100, 8, p.pop)), 1, 8) +
        (r.chance(0.6)
          ? at(150, -150, catCurl(s, coatOf(r)), 0.56)
          : at(
              200,
              -164,
              path('M-120 -30C-60 -60 60 -60 130 -20L150 120C60 140 -60 130 -130 110Z', light(p.pop, 0.3)) +
                times(4, (i) => stroke(`M${-110 + i * 70} -40l10 150`, p.white, 6)),
            )),
      k,
    ) +
    at(90, floor + 80 * k, plant(s, 1, p.white, p.leaf), k * 1.9) +
    at(
      560,
      s.h * 0.95,
      shadow(s, 0, 0, 200, 24, 0.45) +
        each([-110, 110], (x) => stroke(`M${x} 0V-90`, dark(p.surface, 0.5), 13)) +
        ellipse(0, -96, 190, 36, light(p.surface, 0.4)) +
        times(3, (i) => rect(-110 + i * 6, -120 - i * 18, 110, 18, [p.pop, p.leaf, p.pop2][i] as string, 4)) +
        at(70, -100, cup(s, p.white, '#a8633a'), 0.5),
      k,
    )
  )
}

/** Every spine a weekend. */
export function bookshelf(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const frame1 = r.pick(['#8a5a3b', '#6b4a3c', p.surface, '#b9834f'])
  const rows = s.h > 1100 ? 5 : s.h > 900 ? 4 : 3
  const gap = (s.h - 40) / rows
  const colours = [...fabrics, p.pop, p.leaf, p.deep, p.pale]
  const who = r.int(1, rows - 1)
  return (
    rect(0, 0, s.w, s.h, s.lin([dark(frame1, 0.35), dark(frame1, 0.2)])) +
    times(rows, (i) => {
      const y = 30 + gap * (i + 1) - 26
      const cut = r.range(430, 640)
      const thing = r.int(0, 4)
      const side = r.chance(0.5)
      const bx = side ? 40 : 1000 - cut - 40
      const tx = side ? cut + (960 - cut) / 2 + 20 : (960 - cut) / 2 + 10
      const things = [
        at(tx, y, plant(s, r.int(0, 4), p.white, p.leaf), gap / 300),
        at(
          tx,
          y,
          times(4, (j) =>
            at(
              0,
              -j * gap * 0.11,
              rect(-gap * 0.42, -gap * 0.105, gap * 0.84, gap * 0.1, colours[(j + i * 3) % 12] as string, 4) +
                rect(gap * 0.3, -gap * 0.09, gap * 0.11, gap * 0.07, '#fdf3df', 2),
            ),
          ) + at(0, -gap * 0.44, cup(s, p.pop, '#8a4b2a'), gap / 620),
        ),
        at(
          tx,
          y,
          rect(-gap * 0.36, -gap * 0.62, gap * 0.72, gap * 0.62, '#e9cf95', 6) +
            rect(-gap * 0.3, -gap * 0.56, gap * 0.6, gap * 0.5, s.lin(['#bfe0ea', '#fdf0d2'])) +
            path(
              `M${-gap * 0.3} ${-gap * 0.06}v${-gap * 0.14}l${gap * 0.2} ${-gap * 0.16}l${gap * 0.16} ${gap * 0.12}l${gap * 0.24} ${-gap * 0.1}v${gap * 0.28}Z`,
              p.leaf,
            ),
        ),
        at(
          tx,
          y,
          circle(0, -gap * 0.32, gap * 0.26, '#6aa5ad') +
            path(
              `M${-gap * 0.16} ${-gap * 0.46}q${gap * 0.14} ${-gap * 0.06} ${gap * 0.2} ${gap * 0.08}q${-gap * 0.06} ${gap * 0.14} ${-gap * 0.14} ${gap * 0.06}ZM${gap * 0.02} ${-gap * 0.26}q${gap * 0.16} ${-gap * 0.02} ${gap * 0.14} ${gap * 0.12}q${-gap * 0.1} ${gap * 0.06} ${-gap * 0.14} ${-gap * 0.12}Z`,
              '#d9c97a',
            ) +
            stroke(
              `M${-gap * 0.2} ${-gap * 0.52}A${gap * 0.3} ${gap * 0.3} 0 0 0 ${gap * 0.12} ${-gap * 0.05}M0 ${-gap * 0.05}V0`,
              '#b9834a',
              gap * 0.025,
            ) +
            rect(-gap * 0.16, -gap * 0.04, gap * 0.32, gap * 0.04, '#b9834a', 4),
        ),
        at(tx, y + 4, catCurl(s, coatOf(r)), gap / 420),
      ]
      return (
        rect(30, y - gap + 26, 940, gap - 4, s.lin([dark(frame1, 0.5), dark(frame1, 0.26)])) +
        books(s, bx, y, cut, gap * 0.82, colours) +
        (i === who ? at(tx, y + 4, catLoaf(s, coatOf(r), 'sleepy'), gap / 420) : (things[thing] as string)) +
        rect(0, y, s.w, 26, s.lin([light(frame1, 0.2), frame1])) +
        rect(0, y + 24, s.w, 8, dark(frame1, 0.5))
      )
    }) +
    rect(0, 0, 34, s.h, s.lin([light(frame1, 0.15), dark(frame1, 0.1)], 0)) +
    rect(966, 0, 34, s.h, s.lin([frame1, dark(frame1, 0.25)], 0)) +
    rect(0, 0, s.w, 30, light(frame1, 0.16)) +
    times(14, (i) =>
      circle(
        i * 76,
        40 + Math.sin(i * 1.3) * 16,
        34,
        s.rad([
          [0, '#fff0c0', 0.9],
          [0.2, '#ffdf9a', 0.5],
          [1, '#ffdf9a', 0],
        ]),
      ),
    )
  )
}

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

/** Awning, crates, a vendor who lets you taste. */
export function market(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const c = r.pick([p.pop, p.leaf, p.surface])
  const k = s.k
  const tableY = s.h * 0.6
  const fruit = [
    () => orange(s, 34),
    () => orange(s, 36, '#d7402c'),
    () => lemon(32),
    () => tomato(34),
    () => orange(s, 34, '#8fae4c'),
    () => strawberry(34, 0),
    () => circle(0, 0, 30, s.rad(['#8a70aa', '#54407a'], 0.4, 0.35, 0.7)),
    () => orange(s, 36, '#f3a6a0'),
  ]
  const crate = (x: number, y: number, w: number, kind: number) =>
    rect(x, y - 24, w, 36, dark('#b9834a', 0.4)) +
    times(3, (row) =>
      times(Math.floor(w / 58), (i) => at(x + 36 + i * 58 - (row % 2) * 20, y - 44 + row * 30, (fruit[kind % 8] as () => string)())),
    ) +
    rect(x - 6, y + 30, w + 12, 70, s.lin(['#d9a866', '#a8733a']), 4) +
    rect(x - 6, y + 60, w + 12, 5, '#8a5a33') +
    rect(x + w / 2 - 34, y + 36, 68, 44, p.white, 5) +
    rect(x + w / 2 - 22, y + 48, 44, 7, p.ink, 3) +
    rect(x + w / 2 - 22, y + 62, 28, 7, p.pop, 3)
  const stripes = times(12, (i) =>
    path(`M${-20 + i * 88} ${s.h * 0.08}h88l${(i - 5.5) * 2} ${s.h * 0.13}q${-44} ${46} ${-88} 0Z`, i % 2 ? p.white : c),
  )
  return (
    rect(0, 0, s.w, s.h, s.lin([mix(p.deep, p.pale, 0.3), p.pale])) +
    times(
      5,
      (i) =>
        rect(i * 220 - 40, s.h * 0.14, 200, s.h * 0.5, mix(r.pick([p.surface, p.deep, p.pop2]), p.pale, 0.6)) +
        times(4, (j) => rect(i * 220 - 10 + (j % 2) * 90, s.h * 0.2 + Math.floor(j / 2) * 120, 56, 80, p.white, 6, 'opacity=".5"')),
    ) +
    each([60, 915], (x) => rect(x, s.h * 0.1, 22, s.h * 0.8, '#8a5a3b')) +
    stripes +
    rect(-20, s.h * 0.055, 1040, s.h * 0.03, dark(c, 0.25)) +
    times(3, (i) =>
      at(
        250 + i * 250,
        s.h * 0.21,
        (stroke('M0 -30V20', p.ink, 4) +
          [
            times(9, (j) => at((j % 3) * 26 - 26, 30 + Math.floor(j / 3) * 28, circle(0, 0, 17, '#54407a'))),
            times(6, (j) => at(j * 12 - 30, 60, path('M0 -40Q-30 0 -6 46Q14 8 8 -38Z', '#f2c83a'))),
            times(7, (j) => circle((j % 2) * 30 - 14, 20 + j * 15, 16, '#fdf6ea')),
          ][i]) as string,
        k,
      ),
    ) +
    at(
      500,
      tableY + 10,
      figure(makeOutfit(r, { pose: 'offer', cut: r.pick(['hat', 'cap', 'bun']), bag: 'none', wear: 'trousers' })) +
        at(38, -52, orange(s, 6)),
      4.6 * k,
    ) +
    times(4, (i) => crate(70 + i * 220, tableY, 200, i + r.int(0, 3))) +
    times(4, (i) => crate(40 + i * 236, s.h * 0.76, 216, i + 3 + r.int(0, 2))) +
    rect(0, s.h * 0.86, s.w, s.h, s.lin([mix(p.surface, '#c9a988', 0.5), dark(mix(p.surface, '#a58c72', 0.5), 0.15)])) +
    at(
      820,
      s.h * 0.98,
      shadow(s, 0, 0, 120, 18, 0.4) + figure(makeOutfit(r, { pose: 'stand', bag: 'tote', wear: r.pick(['dress', 'skirt', 'coat']) })),
      4.4 * k,
      0,
      true,
    ) +
    at(
      170,
      s.h * 0.98,
      path('M-90 -110H90L70 0H-70Z', '#c99a5c') +
        times(4, (i) => stroke(`M-84 ${-90 + i * 26}H84`, '#9c7038', 4)) +
        stroke('M-70 -110Q0 -230 70 -110', '#a8733a', 13) +
        times(5, (i) => at(-56 + i * 28, -122, (fruit[i] as () => string)(), 0.9)) +
        times(4, (i) => at(-60 + i * 12, -120, leafShape(110, 17, p.leaf), 1, -30 + i * 10)),
      k,
    )
  )
}

/** Lanterns over the water, wishes going up. */
export function lanterns(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['night', 'plum'] as const)]
  const water = s.h * 0.72
  const roof = (x: number, w: number, y: number, flip: boolean) =>
    at(
      x,
      y,
      path(`M${-w} 0C${-w * 0.6} -16 ${-w * 0.4} -50 ${-w * 0.3} -80H${w * 0.3}C${w * 0.4} -50 ${w * 0.6} -16 ${w} 0Z`, '#1f1c38') +
        rect(-w * 0.74, 0, w * 1.48, 120, '#3a2a44') +
        times(5, (i) => rect(-w * 0.62 + i * w * 0.26, 20, w * 0.18, 66, '#ffb45c', 3, 'opacity=".85"')),
      1,
      0,
      flip,
    )
  return (
    paintSky(s, sky, water) +
    stars(s, 90, s.h * 0.5) +
    hill(s, ridge(s, s.h * 0.6, 40, 4), mix(sky.low, '#1b1d44', 0.5)) +
    times(5, (i) => roof(80 + i * 220, 150, water - 110 - (i % 2) * 30, false)) +
    rect(0, water, s.w, s.h, s.lin([mix(sky.low, '#2a2558', 0.5), '#17163a'])) +
    times(60, () => {
      const y = water + r() * (s.h - water)
      return rect(r() * 1000, y, r.range(20, 90), 4, '#ffb45c', 2, `opacity="${r.range(0.12, 0.5).toFixed(2)}"`)
    }) +
    times(26, (i) => {
      const z = r.range(0.18, 0.5) * (1 + (i > 20 ? 1.1 : 0))
      const x = r() * 1000
      const y = r.range(0.04, 0.6) * s.h
      return at(
        x,
        y,
        circle(
          0,
          0,
          130,
          s.rad([
            [0, '#ffb45c', 0.55],
            [1, '#ffb45c', 0],
          ]),
        ) +
          path('M-46 -60C-40 -80 40 -80 46 -60L36 50H-36Z', s.lin(['#ffe2a0', '#f2832e'])) +
          ellipse(0, 50, 36, 9, '#fff3c4'),
        z,
        r.range(-8, 8),
      )
    }) +
    each(
      [
        [120, 0.02, 230],
        [330, -0.03, 180],
        [860, 0.01, 260],
      ] as const,
      ([x, f, z], i) => at(x, s.h * f, lantern(s, z * s.k, i === 1 ? '#e8953a' : '#d7402c'), 1),
    ) +
    rect(0, s.h * 0.93, s.w, s.h, '#14122e') +
    times(3, (i) =>
      at(
        280 + i * 200,
        s.h * 0.94,
        figure(makeOutfit(r, { pose: i === 1 ? 'wave' : 'stand', wear: r.pick(['hanfu', 'coat', 'dress']), bag: 'none' })),
        (i === 1 ? 2.2 : 2.9) * s.k,
        0,
        i === 2,
      ),
    ) +
    times(7, (i) =>
      at(
        120 + i * 140,
        s.h * r.range(0.8, 0.9),
        ellipse(0, 8, 40, 10, '#ffb45c', 'opacity=".4"') +
          times(6, (j) => at(0, 0, path('M0 8C-16 -4 -10 -26 0 -34C10 -26 16 -4 0 8Z', j % 2 ? '#f3a6b0' : '#fbdfe0'), 1, -75 + j * 30)) +
          circle(0, -4, 9, '#fff3c4'),
        0.9 * s.k,
      ),
    ) +
    cloud(s, 700, s.h * 0.3, 120, sky.cloud, 0.3)
  )
}

/** First minute of a new year. */
export function fireworks(s: Stage): string {
  const r = s.rng
  const water = s.h * 0.76
  const burst = (x: number, y: number, size: number, colour: string) =>
    circle(
      x,
      y,
      size * 1.1,
      s.rad([
        [0, colour, 0.4],
        [1, colour, 0],
      ]),
    ) +
    times(3, (ring) =>
      times(18, (i) => {
        const a = (i / 18) * 6.283 + ring * 0.17
        const d1 = size * (0.25 + ring * 0.2)
        const d2 = size * (0.42 + ring * 0.24)
        return (
          stroke(
            `M${(x + Math.cos(a) * d1).toFixed(1)} ${(y + Math.sin(a) * d1).toFixed(1)}L${(x + Math.cos(a) * d2).toFixed(1)} ${(y + Math.sin(a) * d2 + ring * 6).toFixed(1)}`,
            ring === 1 ? light(colour, 0.5) : colour,
            5 - ring,
          ) + (ring === 2 ? circle(x + Math.cos(a) * size, y + Math.sin(a) * size + 16, 4.5, light(colour, 0.6)) : '')
        )
      }),
    ) +
    circle(x, y, size * 0.07, '#fffaf0')
  const colours = r.shuffle(['#ff8a5b', '#ffd27a', '#8ad0d0', '#f3a6d0', '#b9a6ff', '#a9e08a'])
  return (
    paintSky(s, skies.night, water) +
    stars(s, 60, s.h * 0.5) +
    each(
      [
        [300, 0.22, 200],
        [720, 0.16, 230],
        [520, 0.4, 170],
        [140, 0.46, 120],
        [880, 0.44, 140],
      ] as const,
      ([x, f, z], i) =>
        stroke(`M${x + 10} ${water}Q${x + 20} ${s.h * 0.6} ${x} ${s.h * f}`, '#ffe7b8', 2.5, 'opacity=".35"') +
        burst(x + r.range(-40, 40), s.h * f, z * s.k * r.range(0.85, 1.15), colours[i] as string),
    ) +
    times(12, (i) => tower(s, i * 90 - 30, water, 80, s.h * r.range(0.08, 0.24), '#1f2450', '#ffd683', 0.45)) +
    rect(0, water, s.w, s.h, s.lin(['#2b2f66', '#14163a'])) +
    times(80, () =>
      rect(
        r() * 1000,
        water + r() ** 1.3 * (s.h - water),
        r.range(20, 70),
        4,
        r.pick(colours),
        2,
        `opacity="${r.range(0.15, 0.5).toFixed(2)}"`,
      ),
    ) +
    rect(0, s.h * 0.93, s.w, s.h, '#0f1130') +
    times(12, (i) => rect(i * 90, s.h * 0.88, 8, s.h * 0.06, '#0f1130')) +
    rect(0, s.h * 0.875, s.w, 9, '#0f1130') +
    times(5, (i) =>
      at(
        140 + i * 180 + r.range(-30, 30),
        s.h * 0.985,
        figure(makeOutfit(r, { pose: r.pick(['wave', 'phone', 'stand', 'hold']), wear: 'coat', bag: 'none' })),
        (3 + r() * 0.6) * s.k,
        0,
        r.chance(0.5),
      ),
    )
  )
}
