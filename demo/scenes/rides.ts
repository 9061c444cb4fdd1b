import { dark, light, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, stroke, times } from './draw.ts'
import { palettes, type Sky, skies } from './palettes.ts'
import { figure, makeOutfit, person } from './parts/figure.ts'
import { birds, bush, cloud, fir, glints, hill, paintSky, peak, ridge, ridgeAt, shadow, sun, tree } from './parts/nature.ts'
import { bicycle, tower } from './parts/street.ts'
import type { Stage } from './stage.ts'

/** A train crossing a wide valley. */
export function train(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['morning', 'noon', 'peach', 'dusk', 'mint'] as const)]
  const y = s.h * 0.62
  const field = r.pick(['#9bb661', '#d9b95c', '#86aa68', '#c9a860'])
  const body = r.pick(['#fdf6ea', '#c5392c', '#2f7d82', '#f2ac3d'])
  const stripe = body === '#fdf6ea' ? '#2f5d8c' : '#fdf6ea'
  const k = s.k * 0.92
  const car = (x: number, front: boolean) =>
    at(
      x,
      y,
      (front
        ? path('M-200 -120H70C150 -116 210 -60 224 -12Q224 0 210 0H-200Z', s.lin([light(body, 0.3), dark(body, 0.18)])) +
          path('M90 -104C130 -98 164 -74 186 -50H110Z', '#34495c')
        : rect(-200, -120, 404, 120, s.lin([light(body, 0.3), dark(body, 0.18)]), 14)) +
        rect(-200, -40, front ? 400 : 404, 12, stripe) +
        times(
          front ? 4 : 6,
          (i) => rect(-176 + i * 64, -96, 44, 38, '#34495c', 8) + path(`M${-170 + i * 64} -92h14l-10 30h-8Z`, '#fff', 'opacity=".35"'),
        ) +
        times(4, (i) => circle(-150 + i * 92, 6, 15, '#3a3440')) +
        rect(-206, -6, front ? 420 : 416, 10, '#3a3440', 4),
      k,
    )
  const far = ridge(s, s.h * 0.46, 40, 5)
  return (
    paintSky(s, sky, y) +
    sun(s, sky, r.range(180, 820), s.h * 0.18, 56) +
    cloud(s, 200, s.h * 0.2, 130, sky.cloud) +
    cloud(s, 720, s.h * 0.14, 160, sky.cloud) +
    times(3, (i) =>
      peak(
        s,
        140 + i * 330 + r.range(-60, 60),
        s.h * 0.5,
        520,
        s.h * r.range(0.18, 0.28),
        mix(sky.haze, '#7187ad', 0.4 + i * 0.05),
        '#fdfaf5',
      ),
    ) +
    hill(s, far, mix(sky.haze, field, 0.5)) +
    times(20, (i) => {
      const x = i * 54
      return tree(s, x, ridgeAt(far, x) + 26, r.range(60, 100), mix('#5f8a5a', sky.haze, 0.35))
    }) +
    hill(s, ridge(s, s.h * 0.54, 14, 4), mix(field, sky.haze, 0.2)) +
    times(9, (i) => rect(i * 125 - 10, y + 8 * k, 46, s.h * 0.16, s.lin([light('#cdb79a', 0.2), '#a58c72'], 0))) +
    rect(0, y + 4 * k, s.w, 26, '#cdb79a') +
    rect(0, y + 26, s.w, 8, '#8d7762') +
    stroke(`M0 ${y + 6 * k}H1000`, '#5a4a4a', 5) +
    times(10, (i) => stroke(`M${i * 110 + 30} ${y}V${y - 190 * k}h30`, '#6a6470', 5)) +
    stroke(`M0 ${y - 180 * k}H1000`, '#6a6470', 2.5) +
    each([-30, 384], (x) => car(x * k + 30, false)) +
    car(30 + 798 * k, true) +
    hill(s, ridge(s, s.h * 0.76, 14, 4), s.lin([light(field, 0.15), dark(field, 0.2)])) +
    times(8, (i) =>
      stroke(
        `M${500 + (i - 4) * 40} ${s.h * 0.77}Q${500 + (i - 4) * 120} ${s.h * 0.86} ${500 + (i - 4) * 300} ${s.h + 10}`,
        dark(field, 0.22),
        6,
        'opacity=".45"',
      ),
    ) +
    times(40, () => circle(r() * 1000, s.h * r.range(0.8, 1), r.range(4, 10), r.pick(['#e0583c', '#fff6e6', '#f2ac3d']))) +
    person(180, s.h * 0.95, 260 * s.k, makeOutfit(r, { pose: 'wave', cut: 'hat' })) +
    bush(s, 880, s.h * 1, 230 * s.k, '#5f8a4d') +
    birds(s, 500, s.h * 0.1, 5, dark(sky.top, 0.4))
  )
}

/** The view from a seat by the window. */
export function trainWindow(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(['teal', 'sky', 'persimmon', 'jade'] as const)]
  const sky: Sky = skies[r.pick(['morning', 'peach', 'dusk', 'snow', 'noon'] as const)]
  const [x, y, w, h] = [110, s.h * 0.1, 780, s.h * 0.56]
  const land = sky === skies.snow ? '#e9eef2' : r.pick(['#8fae5c', '#c9a860', '#6f9f7a'])
  const base = y + h
  const view =
    paintSky(s, sky, base) +
    sun(s, sky, r.range(300, 700), y + h * 0.26, 44) +
    times(3, (i) => peak(s, 230 + i * 270, base - h * 0.24, 440, h * r.range(0.32, 0.46), mix(sky.haze, '#6f86ad', 0.42), '#fdfaf5')) +
    hill(s, ridge(s, base - h * 0.3, 22, 5), mix(land, sky.haze, 0.5)) +
    rect(0, base - h * 0.24, 1000, h * 0.12, mix(sky.low, '#5f9aaa', 0.5)) +
    hill(s, ridge(s, base - h * 0.12, 12, 5), land) +
    times(8, (i) =>
      sky === skies.snow
        ? fir(s, 130 + i * 105, base + 10, r.range(120, 190) * s.k, '#4f7a74', '#fdfcfa')
        : tree(s, 130 + i * 105, base + 10, r.range(100, 170) * s.k, mix('#5f8a5a', land, 0.4)),
    )
  const d = `M${x + 70} ${y}H${x + w - 70}Q${x + w} ${y} ${x + w} ${y + 70}V${base - 70}Q${x + w} ${base} ${x + w - 70} ${base}H${x + 70}Q${x} ${base} ${x} ${base - 70}V${y + 70}Q${x} ${y} ${x + 70} ${y}Z`
  const table = s.h * 0.78
  return (
    rect(0, 0, s.w, s.h, s.lin([mix(p.pale, p.deep, 0.3), mix(p.deep, p.surface, 0.3)])) +
    rect(x - 30, y - 30, w + 60, h + 60, mix(p.deep, p.surface, 0.5), 100) +
    rect(x - 14, y - 14, w + 28, h + 28, p.white, 84) +
    s.clip(d, view + path(`M${x} ${y}h220l-180 ${h}h-40ZM${x + 300} ${y}h60l-180 ${h}h-60Z`, '#ffffff', 'opacity=".14"')) +
    path(
      `M-20 -20H150C130 ${s.h * 0.2} 110 ${s.h * 0.4} 60 ${s.h * 0.72}H-20Z`,
      s.lin(
        [p.pop, light(p.pop, 0.2), dark(p.pop, 0.1)].map((c, i) => [i / 2, c] as const),
        0,
      ),
    ) +
    rect(0, table, s.w, s.h, s.lin([p.surface, dark(p.surface, 0.3)])) +
    path(`M-20 ${table - 20}H1020L980 ${table + 40}H20Z`, light(p.surface, 0.5)) +
    at(740, table + 10, rect(-90, -30, 180, 26, p.pop2, 6) + rect(-70, -54, 150, 26, p.leaf, 6), s.k) +
    at(
      310,
      table + 16,
      path('M-64 -150H64L52 0H-52Z', s.lin([p.white, mix(p.white, p.deep, 0.4)], 0)) +
        rect(-70, -166, 140, 22, p.pop, 8) +
        path('M-60 -110H60L55 -50H-55Z', p.pop2),
      s.k,
    ) +
    at(
      520,
      table + 14,
      path('M-70 0C-90 -60 -60 -96 0 -96C60 -96 90 -60 70 0Z', '#f29a3e') +
        ellipse(-24, -66, 16, 9, '#fde0b0', 'transform="rotate(-24 -24 -66)"'),
      s.k * 0.8,
    ) +
    path(
      `M800 ${s.h + 20}C820 ${table - 130} 900 ${table - 210} 1040 ${table - 200}V${s.h + 20}Z`,
      s.lin([light(p.pop, 0.15), dark(p.pop, 0.2)]),
    ) +
    path(
      `M-40 ${s.h + 20}V${table - 150}C60 ${table - 150} 130 ${table - 90} 140 ${s.h + 20}Z`,
      s.lin([light(p.pop, 0.1), dark(p.pop, 0.24)]),
    )
  )
}

/** Riding along the river, basket full. */
export function cycling(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['morning', 'peach', 'mint', 'dusk', 'noon'] as const)]
  const path1 = s.h * 0.74
  const leaf = r.pick(['#e9b0ac', '#8fae5c', '#e0a13e', '#d9694a'])
  const k = s.k * 1.1
  const x = r.range(440, 560)
  const o = makeOutfit(r, { pose: 'ride', bag: r.pick(['none', 'back']), wear: r.pick(['trousers', 'shorts']) })
  return (
    paintSky(s, sky, path1) +
    sun(s, sky, r.range(200, 800), s.h * 0.22, 60) +
    cloud(s, 720, s.h * 0.16, 130, sky.cloud) +
    times(12, (i) =>
      tower(s, i * 90 - 20, s.h * 0.52, 70, s.h * r.range(0.06, 0.2), mix(sky.haze, '#6f7da3', 0.3), light(sky.haze, 0.4), 0.4),
    ) +
    rect(0, s.h * 0.52, s.w, path1, s.lin([mix(sky.low, '#6aa5ad', 0.4), mix(sky.mid, '#3f8796', 0.5)])) +
    glints(s, 0, s.h * 0.53, 1000, s.h * 0.2, 40, '#fffaf0') +
    times(5, (i) => tree(s, 20 + i * 245, path1 + 14, 520 * s.k, leaf)) +
    times(23, (i) => rect(i * 46, path1 - 70, 7, 76, '#fdf6ea')) +
    rect(0, path1 - 74, s.w, 10, '#fdf6ea') +
    rect(0, path1 - 40, s.w, 7, '#fdf6ea') +
    rect(0, path1, s.w, s.h, s.lin(['#e7cfae', '#c9a988'])) +
    rect(0, path1, s.w, 14, mix(leaf, '#7a9a55', 0.6)) +
    times(7, (i) => rect(-30 + i * 170, s.h * 0.885, 100, 10, '#fff7e6', 5, 'opacity=".8"')) +
    shadow(s, x, s.h * 0.94, 260 * k, 20, 0.45) +
    at(x, s.h * 0.94, bicycle(s, r.pick(['#2f7d82', '#d7402c', '#f2ac3d', '#3f5a8c'])), k * 1.12) +
    at(x - 66 * k, s.h * 0.94 - 56 * k, figure(o), 4.1 * k) +
    times(40, () =>
      ellipse(
        r() * 1000,
        r() * s.h,
        9,
        5.5,
        light(leaf, 0.2),
        `opacity=".85" transform="rotate(${r.int(0, 180)})" transform-origin="${(r() * 1000).toFixed(0)} ${(r() * s.h).toFixed(0)}"`,
      ),
    )
  )
}
