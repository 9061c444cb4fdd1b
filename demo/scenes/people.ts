import { dark, light, mix } from './colour.ts'
import { at, blob, circle, each, ellipse, path, rect, stroke, times } from './draw.ts'
import { day, cloth as fabrics, palettes, type Sky, skies, skin as skins } from './palettes.ts'
import { bust, hairStyles, makeLook } from './parts/bust.ts'
import { figure, makeOutfit, person } from './parts/figure.ts'
import { bokChoy, chilli, dish, orange, scallion, tomato } from './parts/food.ts'
import { bush, cloud, hill, leafShape, paintSky, ridge, shadow, stars, steam, sun, tree } from './parts/nature.ts'
import { books, cup, lantern, litWall, plant, umbrella, windowFrame, wood } from './parts/objects.ts'
import { tower } from './parts/street.ts'
import type { Stage } from './stage.ts'

/** Someone, happy to meet you, in front of leaves, a city or a plain wall. */
export function portrait(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const k = Math.min(1.15, s.h / 1000) * 1.5
  const y = s.h * 0.52
  const look = makeLook(r, { mouth: r.pick(['smile', 'open', 'smile']) })
  const back = [
    () =>
      rect(0, 0, s.w, s.h, s.lin([p.pale, p.deep])) +
      times(34, () =>
        at(
          r.range(-20, 1020),
          r.range(-0.02, 1) * s.h,
          leafShape(r.range(120, 230), r.range(26, 46), mix(p.leaf, p.deep, r.range(0, 0.6)), light(p.leaf, 0.35)),
          1,
          r.int(0, 360),
        ),
      ) +
      circle(500, y, 400, p.deep, 'opacity=".35"'),
    () => {
      const sky: Sky = skies[r.pick(['peach', 'morning', 'dusk'] as const)]
      return (
        paintSky(s, sky) +
        sun(s, sky, 780, s.h * 0.2, 60) +
        times(9, (i) => tower(s, i * 120 - 30, s.h * 0.8, 104, s.h * r.range(0.2, 0.46), mix(sky.haze, '#6f6f9a', 0.35), '#fff1cf', 0.5)) +
        rect(0, s.h * 0.78, s.w, s.h, mix(sky.low, '#7a6a8a', 0.4))
      )
    },
    () =>
      litWall(s, p.deep, p.pale) +
      circle(500, y - 20, 370, mix(p.pop2, p.pale, 0.3)) +
      at(120, s.h, plant(s, r.int(0, 4), p.pop, p.leaf), 2.4),
    () => {
      const sky: Sky = skies[r.pick(['noon', 'mint', 'morning'] as const)]
      return (
        paintSky(s, sky, s.h * 0.5) +
        cloud(s, 220, s.h * 0.16, 140, sky.cloud) +
        cloud(s, 800, s.h * 0.24, 110, sky.cloud) +
        hill(s, ridge(s, s.h * 0.5, 40, 4), mix(p.leaf, sky.haze, 0.4)) +
        hill(s, ridge(s, s.h * 0.64, 30, 4), p.leaf) +
        times(30, () => circle(r() * 1000, s.h * r.range(0.7, 1), r.range(6, 14), r.pick([p.pop2, p.white, p.pop])))
      )
    },
  ]
  const extra = r.pick(['none', 'none', 'cup', 'flowers', 'camera'] as const)
  return (
    r.pick(back)() +
    at(500, y, bust(s, look), k) +
    (extra === 'cup'
      ? at(690, s.h * 0.97, cup(s, p.white, '#8a4b2a'), (1.3 * k) / 1.5)
      : extra === 'flowers'
        ? at(
            330,
            s.h * 0.98,
            times(9, (i) =>
              at(
                0,
                -60,
                stroke('M0 0V-150', p.leaf, 6) +
                  times(6, (j) => at(0, -160, ellipse(0, -20, 13, 22, [p.pop, '#fff6ea', p.pop2, '#f3a6b0'][i % 4] as string), 1, j * 60)) +
                  circle(0, -160, 12, '#f2b33d'),
                1,
                -50 + i * 12,
              ),
            ) + path('M-80 -90L0 90L80 -90Q0 -50 -80 -90Z', light(p.pop2, 0.5)),
            1.1,
          )
        : extra === 'camera'
          ? at(
              500,
              s.h * 0.93,
              rect(-110, -70, 220, 140, '#35303a', 20) +
                rect(-50, -94, 100, 40, '#35303a', 10) +
                circle(0, 0, 56, '#1f1b24') +
                circle(0, 0, 42, '#4a5a7a') +
                circle(-12, -14, 12, '#c9d9ee') +
                circle(80, -44, 10, '#d7402c') +
                stroke('M-110 -50C-150 -160 -120 -220 -90 -240M110 -50C150 -160 120 -220 90 -240', '#8a5a3b', 14),
              1,
            )
          : '')
  )
}

/** Friends squeezed into one frame. */
export function friends(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const sky: Sky = skies[r.pick(['peach', 'morning', 'mint', 'dusk', 'noon'] as const)]
  const k = Math.min(1.1, s.h / 1000) * 1.05
  const styles = r.shuffle(hairStyles)
  const y = s.h * 0.5
  return (
    paintSky(s, sky) +
    sun(s, sky, r.range(200, 800), s.h * 0.14, 60) +
    cloud(s, 250, s.h * 0.12, 120, sky.cloud) +
    hill(s, ridge(s, s.h * 0.44, 40, 4), mix(p.leaf, sky.haze, 0.5)) +
    times(7, (i) => tree(s, i * 160 + 20, s.h * 0.52, 260, mix(p.leaf, sky.haze, 0.3))) +
    hill(s, ridge(s, s.h * 0.56, 20, 4), mix(p.leaf, '#d9c97a', 0.25)) +
    at(250, y + 20, bust(s, makeLook(r, { style: styles[0], mouth: 'open', turn: 0.8 })), k * 0.92) +
    at(760, y - 6, bust(s, makeLook(r, { style: styles[1], mouth: 'smile', turn: -0.8 })), k * 0.95) +
    (s.h > 900 ? at(520, y - 130, bust(s, makeLook(r, { style: styles[2], mouth: 'smile', turn: 0.2 })), k * 0.9) : '') +
    at(350, y + 210 * k, bust(s, makeLook(r, { style: styles[3], mouth: 'open', eyes: 'happy', turn: 0.5 })), k * 1.12) +
    at(660, y + 230 * k, bust(s, makeLook(r, { style: styles[4], mouth: 'open', turn: -0.5 })), k * 1.14)
  )
}

/** At the stove, apron on. */
export function cooking(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const top = s.h * 0.74
  const k = Math.min(1.12, s.h / 1000) * 1.12
  const look = makeLook(r, { top: r.pick(fabrics), mouth: r.pick(['smile', 'open']), collar: 'round', turn: r.range(-0.7, 0.7) })
  const y = s.h * 0.42
  return (
    rect(0, 0, s.w, s.h, s.lin([p.pale, mix(p.deep, p.pale, 0.3)])) +
    times(12, (i) => times(Math.ceil(s.h / 96), (j) => rect(i * 90, j * 90, 84, 84, p.white, 6, 'opacity=".32"'))) +
    windowFrame(
      s,
      640,
      s.h * 0.07,
      270,
      s.h * 0.26,
      p.white,
      rect(0, 0, 1000, 1400, s.lin(['#bfe0ea', '#fdf3d8'])) +
        times(4, (i) => circle(660 + i * 80, s.h * 0.3, 70, mix(p.leaf, '#e9f2d8', 0.3))),
      2,
    ) +
    rect(50, s.h * 0.2, 300, 16, dark(p.surface, 0.3), 4) +
    each([0, 1, 2], (i) =>
      at(
        110 + i * 90,
        s.h * 0.2,
        [
          plant(s, 0, p.pop, p.leaf),
          path('M-34 0V-70Q-34 -84 -14 -90V-110H14V-90Q34 -84 34 -70V0Z', p.pop2),
          rect(-34, -90, 68, 90, p.white, 8) + rect(-38, -104, 76, 22, p.ink, 6),
        ][i] as string,
        0.8,
      ),
    ) +
    each(
      [120, 190, 260],
      (x, i) =>
        stroke(`M${x} ${s.h * 0.24}v70`, p.ink, 6) +
        (i === 1 ? circle(x, s.h * 0.24 + 100, 34, dark(p.surface, 0.4)) : ellipse(x, s.h * 0.24 + 90, 17, 30, light(p.surface, 0.3))),
    ) +
    at(
      480,
      y,
      bust(s, look) +
        path('M-104 210H104L150 460H-150Z', p.pop) +
        stroke('M-96 214L-56 122M96 214L56 122', p.pop, 20) +
        rect(-60, 290, 120, 80, dark(p.pop, 0.16), 10),
      k,
    ) +
    wood(s, top, s.h - top, p.surface) +
    rect(0, top, s.w, 16, light(p.surface, 0.5)) +
    stroke(
      `M${480 + 150 * k} ${y + 270 * k}L${480 + 190 * k} ${top - 30 * k}L${480 + 130 * k} ${top - 120 * k}`,
      dark(look.top, 0.1),
      64 * k,
    ) +
    circle(480 + 128 * k, top - 128 * k, 34 * k, look.skin) +
    stroke(`M${480 + 128 * k} ${top - 110 * k}L${500} ${top - 10 * k}`, '#b97a4c', 15) +
    at(
      470,
      top + 90 * k,
      shadow(s, 0, 4, 260, 30, 0.5) +
        path(
          'M-210 -170H210L180 0H-180Z',
          s.lin(
            [
              [0, '#e9ecee'],
              [0.4, '#b9c0c6'],
              [1, '#7f868f'],
            ],
            0,
          ),
        ) +
        ellipse(0, -170, 210, 46, '#cfd5da') +
        ellipse(0, -168, 190, 36, r.pick(['#d9772f', '#c8502a', '#e2b25c', '#8fae5c'])) +
        times(12, () => circle(r.range(-140, 140), -168 + r.range(-20, 20), 9, r.pick(['#fdf3cf', '#7db35c', '#d7402c']))) +
        each([-1, 1], (m) => rect(m * 232 - 28, -140, 56, 22, '#4a4048', 10)),
      k,
    ) +
    steam(s, 470, top - 100 * k, 260, '#fff', 3) +
    at(
      830,
      top + 110 * k,
      at(0, 0, rect(-130, -24, 260, 30, '#d9a866', 10)) +
        at(-60, -66, tomato(44)) +
        at(40, -40, tomato(34)) +
        at(70, -60, bokChoy(s, 90, 30)),
      k,
    ) +
    at(
      140,
      top + 100 * k,
      at(0, -30, orange(s, 46)) + at(70, -16, chilli(60, '#d7402c', -20)) + at(-60, -10, chilli(50, '#5f9a4c', 30)),
      k,
    ) +
    times(9, () => scallion(s, r.range(740, 920), top + r.range(60, 84) * k, 8))
  )
}

/** A quiet corner, a good book, maybe a cat. */
export function reading(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const floor = s.h * 0.78
  const k = s.k * 1.12
  const sky: Sky = skies[r.pick(['peach', 'rain', 'morning', 'dusk', 'snow'] as const)]
  const covers = [p.pop, p.pop2, p.leaf, p.surface, p.ink, p.white]
  const chairC = r.pick([p.pop, p.leaf, p.surface, p.pop2])
  const x = 470
  const o = makeOutfit(r, {
    pose: 'read',
    bag: 'none',
    cut: r.pick(['bob', 'bun', 'long', 'short']),
    wear: r.pick(['trousers', 'dress', 'coat']),
  })
  return (
    rect(0, 0, s.w, s.h, s.lin([mix(p.deep, p.pale, 0.45), mix(p.deep, p.surface, 0.12)])) +
    windowFrame(
      s,
      90,
      s.h * 0.1,
      330,
      s.h * 0.4,
      p.white,
      paintSky(s, sky, s.h * 0.5) +
        sun(s, sky, 300, s.h * 0.2, 34) +
        hill(s, ridge(s, s.h * 0.42, 20, 6), mix(p.leaf, sky.haze, 0.4)) +
        times(6, (i) => tree(s, 100 + i * 70, s.h * 0.52, 130, mix(p.leaf, sky.haze, 0.2))) +
        (sky === skies.rain ? times(30, () => stroke(`M${r() * 500} ${r() * s.h * 0.5}l-5 22`, '#eef4f4', 2, 'opacity=".6"')) : ''),
      2,
    ) +
    each(
      [0.1, 0.245, 0.39, 0.535],
      (f) =>
        rect(560, s.h * (f + 0.115), 420, 16, dark(p.surface, 0.25), 4) +
        books(s, 570, s.h * (f + 0.115), r.range(200, 390), s.h * 0.1, covers),
    ) +
    rect(548, s.h * 0.06, 16, s.h * 0.72, dark(p.surface, 0.3)) +
    at(900, s.h * 0.505, plant(s, r.int(0, 4), p.white, p.leaf), (0.6 * s.h) / 1000) +
    rect(0, floor, s.w, s.h, s.lin([mix(p.surface, p.pale, 0.2), dark(p.surface, 0.12)])) +
    ellipse(500, s.h * 0.92, 460, s.h * 0.07, mix(p.pop2, p.pale, 0.4)) +
    ellipse(500, s.h * 0.92, 390, s.h * 0.055, mix(p.pop2, p.pale, 0.65)) +
    at(810, s.h * 0.9, rect(-6, -560, 12, 560, p.ink) + ellipse(0, 0, 70, 14, p.ink) + path('M-70 -560L-40 -680H40L70 -560Z', p.pop2), k) +
    circle(
      810,
      s.h * 0.9 - 540 * k,
      380 * k,
      s.rad([
        [0, '#ffe9b0', 0.6],
        [1, '#ffe9b0', 0],
      ]),
    ) +
    shadow(s, x, s.h * 0.92, 300 * k, 34, 0.5) +
    at(
      x,
      s.h * 0.915,
      each([-170, 150], (m) => stroke(`M${m} 0V-50`, dark(p.surface, 0.5), 22)) +
        path('M-230 -400C-240 -470 -60 -480 -40 -400L-10 -190H-210Z', s.lin([light(chairC, 0.14), dark(chairC, 0.18)], 0)) +
        path('M-230 -210C-230 -240 200 -240 210 -200L196 -40H-210Z', s.lin([light(chairC, 0.16), dark(chairC, 0.16)])),
      k,
    ) +
    at(
      x - 10,
      s.h * 0.915,
      figure(o) + at(28, -50, path('M-13 -5L0 0L13 -5V-17L0 -12L-13 -17Z', '#fdf6ea') + path('M-13 -5L0 0V-12L-13 -17Z', p.pop)),
      4.9 * k,
    ) +
    at(
      x,
      s.h * 0.915,
      path('M-240 -230C-250 -270 -180 -280 -170 -240L-164 -70H-236Z', dark(chairC, 0.1)) +
        path('M60 -200C60 -236 190 -236 196 -196L200 -60H70Z', 'none'),
      k,
    ) +
    at(180, s.h * 0.93, plant(s, 0, p.pop, p.leaf), k * 1.3) +
    at(
      x + 250 * k,
      s.h * 0.95,
      books(s, -80, 0, 20, 10, covers) +
        times(3, (i) => rect(-80 + i * 6, -30 - i * 26, 150, 26, covers[i] as string, 5)) +
        at(0, -82, cup(s, p.white, '#b5592c'), 0.5),
      k,
    )
  )
}

/** Silk sleeves under the eaves. */
export function hanfu(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['mint', 'peach', 'morning', 'dusk'] as const)]
  const k = Math.min(1.15, s.h / 1000) * 1.2
  const [top, skirt] = r.pick([
    ['#e88f86', '#f7e6d2'],
    ['#7fb0a5', '#f5efdc'],
    ['#8a70aa', '#efe4f5'],
    ['#d7402c', '#fbe3c4'],
    ['#5f7fa8', '#e9f0f2'],
  ] as const)
  const look = makeLook(r, {
    style: r.pick(['bun', 'long', 'topknots'] as const),
    hair: r.pick(['#231a1e', '#2d2024']),
    skin: r.pick(['#f6d3b8', '#eec19f', '#f3c9a5', '#d9a077']),
    top,
    collar: 'cross',
    glasses: false,
    beard: false,
    mouth: 'smile',
    earrings: true,
  })
  const y = s.h * 0.44
  const bloom = r.pick(['#f3b4bc', '#fdf0ea', '#f2c14e'])
  return (
    paintSky(s, sky, s.h) +
    sun(s, sky, 750, s.h * 0.2, 110) +
    hill(s, ridge(s, s.h * 0.5, 40, 4), mix(sky.haze, '#5f8a7a', 0.35)) +
    hill(s, ridge(s, s.h * 0.6, 30, 4), mix(sky.haze, '#5f8a7a', 0.55)) +
    path(`M-20 ${s.h * 0.62}H1020V${s.h + 20}H-20Z`, mix('#e3d2b8', sky.haze, 0.3)) +
    path(
      `M-20 ${s.h * 0.64}Q250 ${s.h * 0.6} 500 ${s.h * 0.63}Q750 ${s.h * 0.66} 1020 ${s.h * 0.61}V${s.h * 0.66}Q750 ${s.h * 0.71} 500 ${s.h * 0.68}Q250 ${s.h * 0.65} -20 ${s.h * 0.69}Z`,
      '#5b4c54',
    ) +
    path(
      `M-20 -20H1020V${s.h * 0.05}C860 ${s.h * 0.05} 700 ${s.h * 0.07} 600 ${s.h * 0.12}C640 ${s.h * 0.06} 300 ${s.h * 0.04} -20 ${s.h * 0.1}Z`,
      '#4a4a5a',
    ) +
    times(17, (i) => circle(20 + i * 36, s.h * 0.098 - i * 1.2, 13, '#5d5d6e')) +
    rect(40, s.h * 0.09, 46, s.h, '#a83f30') +
    at(200, s.h * 0.1, lantern(s, 150, '#d7402c'), 1) +
    at(
      500,
      y,
      bust(s, look) +
        (look.style === 'bun'
          ? stroke('M-70 -120L70 -146', '#f2c14e', 8) +
            circle(74, -148, 12, '#d7402c') +
            stroke('M74 -140v30', '#f2c14e', 4) +
            circle(74, -104, 7, '#e9f0f2')
          : times(5, (i) => at(-64, -84, ellipse(0, -13, 8, 13, bloom), 1, i * 72)) + circle(-64, -84, 7, '#f2b33d')) +
        path('M-200 330H200L260 700H-260Z', s.lin([skirt, dark(skirt, 0.1)])) +
        times(7, (i) => stroke(`M${-150 + i * 50} 380L${-190 + i * 64} 700`, dark(skirt, 0.16), 4)) +
        path(
          'M-176 200C-230 240 -260 380 -230 470C-170 500 -60 470 10 420L0 380C-60 410 -120 410 -120 330Z',
          s.lin([light(top, 0.2), dark(top, 0.1)]),
        ) +
        path(
          'M176 200C230 240 260 380 230 470C170 500 60 470 -10 420L0 380C60 410 120 410 120 330Z',
          s.lin([light(top, 0.2), dark(top, 0.14)]),
        ) +
        ellipse(0, 402, 34, 24, look.skin) +
        at(
          0,
          390,
          path('M0 0L-120 -190A220 220 0 0 1 120 -190Z', s.lin(['#fdf6ea', light(top, 0.5)])) +
            times(8, (i) => stroke(`M0 0L${-105 + i * 30} ${-198 + Math.abs(i - 3.5) * 3}`, '#b98a5a', 3.5)) +
            times(4, (i) =>
              at(
                -60 + i * 40,
                -150,
                times(5, (j) => at(0, 0, ellipse(0, -9, 6, 9, top), 1, j * 72)),
              ),
            ) +
            stroke('M0 0V46', '#8a5a3b', 9) +
            stroke('M0 46v50', '#d7402c', 5),
          1,
          r.range(16, 30),
        ),
      k,
    ) +
    stroke(
      `M1020 ${s.h * 0.16}C900 ${s.h * 0.2} 830 ${s.h * 0.26} 740 ${s.h * 0.25}M930 ${s.h * 0.19}C900 ${s.h * 0.28} 860 ${s.h * 0.32} 820 ${s.h * 0.34}`,
      '#5a4048',
      12,
    ) +
    times(26, () => {
      const t = r()
      return at(
        1010 - t * 280 + r.range(-30, 30),
        s.h * (0.17 + t * 0.1) + r.range(-20, 90),
        times(5, (i) => at(0, 0, ellipse(0, -13, 9, 13, bloom), 1, i * 72)) + circle(0, 0, 6, dark(bloom, 0.2)),
      )
    }) +
    times(16, () => at(r() * 1000, r() * s.h, ellipse(0, 0, 10, 6, bloom), 1, r.int(0, 180)))
  )
}

/** Under one umbrella. */
export function umbrellaPair(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(['teal', 'lilac', 'sky', 'jade', 'rose'] as const)]
  const k = Math.min(1.1, s.h / 1000)
  const y = s.h * 0.56
  const styles = r.shuffle(['bob', 'crop', 'long', 'bun', 'curly', 'afro', 'fringe', 'side'] as const)
  const c = r.pick(['#d7402c', '#f2ac3d', '#2f7d82', '#e88f86'])
  return (
    rect(0, 0, s.w, s.h, s.lin([mix(p.deep, p.ink, 0.4), mix(p.deep, p.pale, 0.4)])) +
    times(7, (i) => {
      const cc = mix(p.deep, p.ink, 0.3 + (i % 3) * 0.1)
      return (
        rect(i * 150 - 30, s.h * r.range(0.16, 0.4), 140, s.h, cc) +
        times(10, (j) =>
          r.chance(0.5)
            ? circle(
                i * 150 + 10 + (j % 3) * 40,
                s.h * 0.45 + Math.floor(j / 3) * 70,
                r.range(12, 26),
                r.pick(['#ffd993', '#ffb98a', '#fdf6ea', c]),
                'opacity=".45"',
              )
            : '',
        )
      )
    }) +
    at(330, y + 30, bust(s, makeLook(r, { style: styles[0], turn: 0.8, mouth: 'smile' })), k * 1.22) +
    at(690, y, bust(s, makeLook(r, { style: styles[1], turn: -0.8, mouth: 'open' })), k * 1.26) +
    at(520, y - 170 * k, umbrella(s, 560 * k, c)) +
    circle(520, y + 300 * k, 38 * k, r.pick(skins)) +
    stroke(
      Array.from({ length: 70 }, () => `M${(r() * 1050).toFixed(0)} ${(r() * s.h).toFixed(0)}l-7 ${r.range(22, 44).toFixed(0)}`).join(''),
      '#eef4f6',
      2.4,
      'opacity=".4"',
    ) +
    times(40, () => circle(r() * 1000, r() * s.h, r.range(2, 6), '#fdfaf4', 'opacity=".5"'))
  )
}

/** A hand, a screen, a picture of someone else's cat. */
export function phoneHand(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const k = Math.min(1.1, s.h / 1000)
  const skin = r.pick(skins)
  const sleeve = r.pick(fabrics)
  const cx = 500
  const cy = s.h * 0.46
  const cards = times(6, (i) => {
    const x = -132 + (i % 2) * 136
    const y = -200 + Math.floor(i / 2) * 164 - (i % 2) * 40
    const c = [p.deep, light(p.pop, 0.5), light(p.leaf, 0.5), light(p.pop2, 0.4), mix(p.surface, p.white, 0.5), p.pale][i] as string
    return (
      rect(x, y, 126, 150, p.white, 12) +
      rect(x, y, 126, 104, c, 12) +
      [
        circle(x + 63, y + 60, 30, p.surface),
        path(`M${x + 10} ${y + 100}l40 -50l30 34l20 -24l22 40Z`, p.leaf),
        ellipse(x + 63, y + 66, 40, 24, p.pop),
        path(`M${x + 30} ${y + 100}v-40l12 -20l12 12h18l12 -12l12 20v40Z`, p.ink),
        rect(x + 30, y + 26, 26, 76, p.surface) + rect(x + 66, y + 46, 26, 56, p.ink),
        circle(x + 63, y + 52, 22, p.pop2),
      ][i] +
      rect(x + 10, y + 114, 96, 9, mix(p.ink, p.white, 0.6), 4) +
      rect(x + 10, y + 130, 60, 7, mix(p.ink, p.white, 0.78), 4)
    )
  })
  return (
    litWall(s, p.deep, p.pale) +
    times(9, () => circle(r() * 1000, r() * s.h * 0.7, r.range(40, 110), p.pop2, 'opacity=".14"')) +
    at(130, s.h, plant(s, r.int(0, 4), p.pop2, p.leaf), 2) +
    wood(s, s.h * 0.82, s.h, p.surface) +
    at(840, s.h * 0.93, cup(s, p.pop, '#8a4b2a'), k * 1.3) +
    at(
      cx,
      cy,
      path(
        `M150 60C230 90 230 200 190 300L230 ${s.h}H-140L-150 300C-220 240 -220 120 -160 60Z`,
        s.lin([light(skin, 0.1), dark(skin, 0.16)]),
      ) +
        path(`M-190 420L-240 ${s.h}H330L240 400C120 450 -60 460 -190 420Z`, s.lin([light(sleeve, 0.1), dark(sleeve, 0.16)])) +
        stroke('M-186 440C-60 478 120 470 236 424', light(sleeve, 0.4), 12) +
        at(
          0,
          -10,
          rect(-170, -330, 340, 690, '#2b2630', 48) +
            s.clip(
              'M-156 -280a34 34 0 0 1 34 -34h244a34 34 0 0 1 34 34v590a34 34 0 0 1 -34 34h-244a34 34 0 0 1 -34 -34Z',
              rect(-160, -320, 320, 680, mix(p.pale, p.white, 0.6)) +
                rect(-160, -320, 320, 60, p.white) +
                circle(-124, -286, 14, p.pop) +
                rect(-60, -294, 120, 16, mix(p.ink, p.white, 0.5), 8) +
                cards +
                rect(-160, 296, 320, 60, p.white) +
                each([-110, -55, 55, 110], (x) => circle(x, 322, 10, mix(p.ink, p.white, 0.6))) +
                rect(-24, 306, 48, 34, p.pop, 10),
            ) +
            rect(-40, -318, 80, 18, '#2b2630', 9),
        ) +
        each(
          [70, 150, 230],
          (y) =>
            stroke(`M196 ${y}C150 ${y - 14} 130 ${y - 10} 150 ${y + 6}`, skin, 50) +
            stroke(`M132 ${y - 2}q-12 4 -4 14`, dark(skin, 0.2), 4),
        ) +
        stroke('M-186 170C-190 90 -180 40 -150 -10', skin, 60) +
        ellipse(-146, -20, 17, 24, light(skin, 0.4), 'transform="rotate(24 -146 -20)"') +
        times(3, (i) =>
          at(200 + i * 60, -160 - i * 90, path('M0 18C-40 -14 -22 -44 0 -26C22 -44 40 -14 0 18Z', p.pop), 1.3 - i * 0.24, 10 - i * 12),
        ),
      k * 1.08,
    )
  )
}

/** Two windows of a call, two skies, one conversation. */
export function videoCall(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const k = Math.min(1.1, s.h / 1000)
  const styles = r.shuffle(hairStyles)
  const wide = s.h < 900
  const pane = (x: number, y: number, w: number, h: number, night: boolean, st: (typeof hairStyles)[number]) => {
    const d = `M${x + 18} ${y}h${w - 36}q18 0 18 18v${h - 36}q0 18 -18 18h${-(w - 36)}q-18 0 -18 -18v${-(h - 36)}q0 -18 18 -18Z`
    const back = night
      ? rect(x, y, w, h, s.lin(['#232a5c', '#4a447f'])) +
        times(26, () => circle(x + r() * w, y + r() * h, r.range(1, 3), '#fff3d6')) +
        circle(x + w * 0.78, y + h * 0.24, 30, '#fdf1cd') +
        books(s, x + 20, y + h * 0.86, w * 0.3, h * 0.3, [p.pop, p.pop2, p.leaf])
      : rect(x, y, w, h, s.lin(['#bfe0ea', '#fdf0d2'])) +
        circle(x + w * 0.2, y + h * 0.26, 40, '#fff3cf') +
        times(4, (i) => circle(x + w * (0.62 + i * 0.13), y + h * 0.78, 70, mix(p.leaf, '#f2f0d8', 0.2 + i * 0.1)))
    return s.clip(
      d,
      back +
        at(
          x + w / 2,
          y + h * 0.52,
          bust(s, makeLook(r, { style: st, mouth: r.pick(['open', 'smile'] as const), turn: r.range(-0.6, 0.6) })),
          Math.min(w / 460, h / 440),
        ),
    )
  }
  const [sx, sy, sw, sh] = wide ? [90, s.h * 0.08, 820, s.h * 0.68] : [120, s.h * 0.07, 760, s.h * 0.7]
  return (
    litWall(s, p.deep, p.pale) +
    wood(s, s.h * 0.8, s.h, p.surface) +
    shadow(s, 500, s.h * 0.84, 460, 30, 0.5) +
    path(`M${sx + 60} ${s.h * 0.84}H${sx + sw - 60}L${sx + sw} ${s.h * 0.88}H${sx}Z`, '#c7ccd2') +
    rect(sx - 20, sy - 20, sw + 40, sh + 50, '#2b2630', 30) +
    rect(sx - 6, sy - 6, sw + 12, sh + 12, '#3a3440', 22) +
    (wide
      ? pane(sx, sy, sw / 2 - 5, sh, false, styles[0] as (typeof hairStyles)[number]) +
        pane(sx + sw / 2 + 5, sy, sw / 2 - 5, sh, true, styles[1] as (typeof hairStyles)[number])
      : pane(sx, sy, sw, sh / 2 - 5, false, styles[0] as (typeof hairStyles)[number]) +
        pane(sx, sy + sh / 2 + 5, sw, sh / 2 - 5, true, styles[1] as (typeof hairStyles)[number])) +
    circle(500, sy + sh - 40, 26, '#d7402c') +
    each([420, 580], (x) => circle(x, sy + sh - 40, 22, '#ffffff', 'opacity=".5"')) +
    at(130, s.h * 0.95, cup(s, p.pop2, '#a8633a'), k) +
    at(880, s.h * 0.95, plant(s, r.int(0, 4), p.white, p.leaf), k * 1.1)
  )
}

/** In front of the mirror, is this too much? */
export function mirror(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const floor = s.h * 0.84
  const k = s.k * 1.1
  const o = makeOutfit(r, { pose: 'phone', wear: r.pick(['dress', 'skirt', 'coat', 'trousers', 'hanfu']), bag: r.pick(['tote', 'none']) })
  return (
    rect(0, 0, s.w, s.h, s.lin([mix(p.deep, p.pale, 0.5), p.deep], 70)) +
    rect(0, floor, s.w, s.h, s.lin([mix(p.surface, p.pale, 0.35), p.surface])) +
    ellipse(500, s.h * 0.93, 440, s.h * 0.055, mix(p.pop, p.pale, 0.55)) +
    path(
      `M230 ${s.h * 0.9}V${s.h * 0.28}C230 ${s.h * 0.02} 770 ${s.h * 0.02} 770 ${s.h * 0.28}V${s.h * 0.9}Z`,
      mix(p.surface, '#8a5a3b', 0.5),
    ) +
    s.clip(
      `M256 ${s.h * 0.885}V${s.h * 0.29}C256 ${s.h * 0.045} 744 ${s.h * 0.045} 744 ${s.h * 0.29}V${s.h * 0.885}Z`,
      rect(0, 0, s.w, s.h, s.lin([light(p.pale, 0.5), mix(p.pale, p.deep, 0.5)])) +
        rect(0, s.h * 0.76, s.w, s.h, mix(p.surface, p.pale, 0.5)) +
        rect(300, s.h * 0.24, 130, s.h * 0.24, p.white) +
        rect(310, s.h * 0.25, 110, s.h * 0.22, s.lin(['#bfe0ea', '#fdf3d8'])) +
        at(690, s.h * 0.79, plant(s, r.int(0, 4), p.pop2, p.leaf), k * 1.3) +
        shadow(s, 500, s.h * 0.84, 170, 20, 0.4) +
        at(490, s.h * 0.84, figure(o) + at(22, -62, rect(-3, -11, 8, 15, '#2b2630', 2)), 5.7 * k) +
        path(`M256 ${s.h * 0.5}L520 ${s.h * 0.05}H620L256 ${s.h * 0.68}Z`, '#ffffff', 'opacity=".16"'),
    ) +
    at(110, s.h * 0.92, plant(s, r.int(0, 4), p.pop, p.leaf), k * 1.5) +
    at(
      890,
      s.h * 0.92,
      rect(-70, -90, 140, 90, '#d9a866', 14) +
        times(6, (i) => rect(-66, -80 + i * 14, 132, 5, '#b9834a')) +
        path('M-60 -88C-80 -150 -20 -140 0 -120C20 -160 80 -140 60 -88Z', p.pop),
      k,
    ) +
    at(
      830,
      s.h * 0.96,
      path('M-60 0C-60 -26 -30 -40 -10 -36L40 -10Q50 -4 44 0Z', p.pop) + path('M50 4C50 -22 80 -36 100 -32L150 -6Q160 0 154 4Z', p.pop),
      k,
    )
  )
}

/** The square at eight in the evening: everyone dances. */
export function dancing(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['dusk', 'plum', 'peach', 'night'] as const)]
  const ground = s.h * 0.62
  const k = s.k
  return (
    paintSky(s, sky, ground) +
    (sky.night ? stars(s, 50, s.h * 0.4) : '') +
    sun(s, sky, 700, s.h * 0.2, 54) +
    times(10, (i) => tower(s, i * 106 - 20, ground, 92, s.h * r.range(0.16, 0.4), mix(sky.haze, '#3a2f5c', 0.5), '#ffd98c', 0.45)) +
    times(9, (i) => bush(s, i * 125, ground + 20, 150, mix('#3f6a57', sky.low, 0.2))) +
    rect(0, ground + 10, s.w, s.h, s.lin([mix(sky.low, '#b98a80', 0.5), mix(sky.mid, '#5a4668', 0.6)])) +
    times(7, (i) => stroke(`M${500 + (i - 3) * 60} ${ground + 12}L${500 + (i - 3) * 320} ${s.h}`, '#fff1d6', 2, 'opacity=".25"')) +
    stroke(`M-20 ${s.h * 0.1}Q500 ${s.h * 0.26} 1020 ${s.h * 0.08}`, '#3a2a44', 3) +
    times(12, (i) =>
      circle(
        i * 90 + 10,
        s.h * (0.1 + 0.15 * Math.sin((i / 11) * 3.14)) + 6,
        30,
        s.rad([
          [0, '#fff0c0', 1],
          [0.3, '#ffdf9a', 0.5],
          [1, '#ffdf9a', 0],
        ]),
      ),
    ) +
    times(7, (i) =>
      person(
        80 + i * 140,
        ground + 90 * k,
        230 * k,
        makeOutfit(r, { pose: r.pick(['wave', 'walk']), cut: r.pick(['bun', 'bob', 'short', 'long']) }),
        i % 2 === 0,
      ),
    ) +
    times(5, (i) => {
      const x = 120 + i * 190
      const y = s.h * 0.82
      return (
        shadow(s, x, y, 80 * k, 14, 0.4) +
        person(x, y, 310 * k, makeOutfit(r, { pose: i % 2 ? 'wave' : 'offer', wear: r.pick(['dress', 'skirt', 'trousers']) }), i > 2)
      )
    }) +
    times(3, (i) => {
      const x = 210 + i * 290
      const y = s.h * 0.97
      return (
        shadow(s, x, y, 110 * k, 18, 0.45) +
        person(x, y, 410 * k, makeOutfit(r, { pose: 'wave', wear: r.pick(['dress', 'skirt', 'trousers', 'hanfu']) }), i === 2)
      )
    }) +
    path(blob(r, 930, s.h * 0.97, 1, 1), 'none') +
    at(
      900,
      s.h * 0.9,
      rect(-60, -130, 120, 130, '#35303a', 16) +
        circle(0, -46, 36, '#5a5460') +
        circle(0, -46, 16, '#2b2630') +
        circle(0, -104, 16, '#5a5460'),
      k,
    )
  )
}
