import { dark, light, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, stroke, times } from './draw.ts'
import { day, cloth as fabrics, palettes, type Sky, skies } from './palettes.ts'
import { catCurl, catLoaf, coatOf } from './parts/cat.ts'
import { cloud, paintSky, shadow, stars, sun } from './parts/nature.ts'
import { books, cup, litWall, plant, windowFrame } from './parts/objects.ts'
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
