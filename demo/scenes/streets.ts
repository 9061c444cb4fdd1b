import { dark, light, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, stroke, times } from './draw.ts'
import { cloth as fabrics, palettes, type Sky, skies } from './palettes.ts'
import { figure, makeOutfit, person } from './parts/figure.ts'
import { paintSky, shadow, stars } from './parts/nature.ts'
import { lantern, umbrella } from './parts/objects.ts'
import { bicycle, tower } from './parts/street.ts'
import type { Stage } from './stage.ts'

/** Stalls, bulbs, smoke and everyone out late. */
export function nightMarket(s: Stage): string {
  const r = s.rng
  const sky = skies[r.pick(['night', 'plum'] as const)]
  const ground = s.h * 0.7
  const k = s.k
  const stall = (x: number, w: number, y: number, c: string, kk: number) => {
    const top = y - 430 * kk
    return (
      rect(x, top + 60 * kk, 14 * kk, 370 * kk, '#4a332b') +
      rect(x + w - 14 * kk, top + 60 * kk, 14 * kk, 370 * kk, '#4a332b') +
      rect(x + 10, top + 70 * kk, w - 20, 210 * kk, s.lin(['#ffe2a0', '#f29a4e'])) +
      times(7, (i) =>
        at(
          x + 40 * kk + (i * (w - 80 * kk)) / 6,
          top + 120 * kk,
          [
            stroke('M0 0V90', '#c99a5c', 5) +
              times(4, (j) => ellipse(0, 14 + j * 20, 13, 9, ['#c5392c', '#8a4a2a', '#d98a3a', '#7fa35c'][(i + j) % 4] as string)),
            circle(0, 40, 20, '#d7402c') + circle(0, 70, 20, '#d7402c') + stroke('M0 0V100', '#e9cf95', 4),
          ][i % 2] as string,
          kk,
        ),
      ) +
      rect(x - 10, y - 150 * kk, w + 20, 26 * kk, '#8a5a3b') +
      rect(x, y - 126 * kk, w, 126 * kk, s.lin([c, dark(c, 0.35)])) +
      times(4, (i) =>
        at(
          x + w * (0.15 + i * 0.23),
          y - 150 * kk,
          path('M-40 0C-36 -40 36 -40 40 0Z', ['#e9a35c', '#f3e3c4', '#c5603a', '#8fae5c'][i] as string) + ellipse(0, 0, 46, 9, '#fdf6ea'),
          kk,
        ),
      ) +
      times(8, (i) =>
        path(
          `M${x - 24 * kk + (i * (w + 48 * kk)) / 8} ${top}h${(w + 48 * kk) / 8}v${70 * kk}q${-(w + 48 * kk) / 16} ${40 * kk} ${-(w + 48 * kk) / 8} 0Z`,
          i % 2 ? '#fdf3e0' : c,
        ),
      ) +
      rect(x - 26 * kk, top - 14 * kk, w + 52 * kk, 20 * kk, dark(c, 0.3), 6)
    )
  }
  return (
    paintSky(s, sky, ground) +
    stars(s, 40, s.h * 0.3) +
    times(9, (i) => tower(s, i * 120 - 30, ground, 104, s.h * r.range(0.3, 0.56), mix(sky.mid, '#1b1d44', 0.5), '#ffce7d', 0.28)) +
    rect(
      0,
      ground - s.h * 0.26,
      s.w,
      s.h * 0.3,
      s.rad([
        [0, '#ff9d5c', 0.5],
        [1, '#ff9d5c', 0],
      ]),
    ) +
    stall(30, 300, ground + 20, '#b7323c', 0.62 * k + 0.14) +
    stall(370, 260, ground + 6, '#2f7d82', 0.56 * k + 0.14) +
    stall(670, 310, ground + 20, '#d6893a', 0.62 * k + 0.14) +
    rect(0, ground + 6, s.w, s.h, s.lin(['#8a5560', '#3a2a4a'])) +
    each([180, 500, 820], (x, i) =>
      ellipse(
        x,
        ground + 80,
        260,
        70,
        s.rad([
          [0, ['#ff9d8a', '#8ad0d0', '#ffc98a'][i] as string, 0.45],
          [1, '#ffb06b', 0],
        ]),
      ),
    ) +
    each(
      [0.12, 0.2],
      (f, j) =>
        stroke(`M-20 ${s.h * f}Q500 ${s.h * (f + 0.12)} 1020 ${s.h * (f - 0.02)}`, '#2a2036', 3) +
        times(13, (i) => {
          const t = i / 12
          const x = t * 1040 - 20
          const y = s.h * (f + 0.24 * t * (1 - t) - 0.02 * t * t) + 10
          return j
            ? circle(
                x,
                y,
                44,
                s.rad([
                  [0, '#ffdf9a', 0.8],
                  [0.25, '#ffdf9a', 0.35],
                  [1, '#ffdf9a', 0],
                ]),
              ) + circle(x, y, 8, '#fff3cf')
            : i % 3 === 1
              ? at(x, y - 12, lantern(s, 74, i % 2 ? '#d7402c' : '#e8953a'))
              : ''
        }),
    ) +
    times(6, (i) =>
      person(
        90 + i * 165 + r.range(-30, 30),
        ground + 80 * k + r.range(0, 30),
        250 * k,
        makeOutfit(r, { pose: r.pick(['walk', 'stand', 'hold', 'phone']) }),
        r.chance(0.5),
      ),
    ) +
    times(3, (i) => {
      const x = 190 + i * 310 + r.range(-40, 40)
      const y = s.h * r.range(0.93, 0.99)
      return (
        shadow(s, x, y, 110 * k, 18, 0.5) +
        person(x, y, 400 * k, makeOutfit(r, { pose: r.pick(['walk', 'hold', 'stand', 'wave']) }), r.chance(0.5))
      )
    }) +
    times(10, () => circle(r() * 1000, ground - r() * s.h * 0.3, r.range(30, 90), '#fff3e0', 'opacity=".06"'))
  )
}

/** Rain, neon puddles, a street of umbrellas. */
export function streetRain(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(['teal', 'lilac', 'sky', 'rose'] as const)]
  const sky: Sky = skies[r.pick(['rain', 'plum', 'night'] as const)]
  const ground = s.h * 0.66
  const k = s.k
  const shades = r.shuffle(['#d7402c', '#f2ac3d', '#2f7d82', '#8a70aa', '#e88f86', '#f5e9d2'])
  return (
    paintSky(s, sky, ground) +
    times(7, (i) => {
      const c = mix(mix(sky.mid, p.ink, 0.45), fabrics[i % 12] as string, 0.18)
      const bh = s.h * r.range(0.4, 0.62)
      const x = i * 155 - 50
      return (
        rect(x, ground - bh, 150, bh, s.lin([dark(c, 0.2), c])) +
        times(12, (j) =>
          r.chance(0.6)
            ? rect(
                x + 18 + (j % 3) * 42,
                ground - bh + 30 + Math.floor(j / 3) * 74,
                28,
                44,
                r.chance(0.6) ? '#ffd993' : light(c, 0.25),
                3,
                'opacity=".85"',
              )
            : '',
        ) +
        rect(x + 10, ground - 120, 130, 120, r.pick(['#ffe0a0', '#ffc7a0', '#bfe6df'])) +
        times(4, (j) => path(`M${x + 4 + j * 36} ${ground - 132}h36v30q-18 16 -36 0Z`, j % 2 ? '#fdf6ea' : (shades[i % 6] as string))) +
        (i % 2
          ? rect(x + 100, ground - bh * 0.72, 30, 120, shades[(i + 2) % 6] as string, 6) +
            circle(
              x + 115,
              ground - bh * 0.72 + 60,
              90,
              s.rad([
                [0, shades[(i + 2) % 6] as string, 0.4],
                [1, '#ffffff', 0],
              ]),
            )
          : '')
      )
    }) +
    rect(0, ground, s.w, s.h, s.lin([mix(sky.low, p.ink, 0.45), mix(p.ink, sky.top, 0.3)])) +
    times(26, () =>
      rect(
        r() * 1000,
        ground + r() * 20,
        r.range(16, 46),
        r.range(0.06, 0.28) * s.h,
        r.pick(['#ffd993', shades[0] as string, shades[2] as string, '#fdf6ea']),
        14,
        `opacity="${r.range(0.08, 0.28).toFixed(2)}"`,
      ),
    ) +
    times(9, (i) =>
      rect(40 + i * 112, s.h * 0.8, 70, s.h * 0.045, '#fdf6ea', 0, 'opacity=".3" transform="skewX(-14)" transform-origin="500 800"'),
    ) +
    times(4, (i) => {
      const x = 130 + i * 245 + r.range(-30, 30)
      const o = makeOutfit(r, { pose: 'hold', wear: r.pick(['coat', 'dress', 'trousers']), bag: 'none' })
      return at(x, ground + 60, figure(o) + at(14, -64, umbrella(s, 30, shades[(i + 3) % 6] as string)), 1.9 * k, 0, r.chance(0.5))
    }) +
    times(2, (i) => {
      const x = [310, 690][i] as number
      const y = s.h * (i ? 0.96 : 0.92)
      return (
        ellipse(x, y, 130 * k, 16, '#fdf6ea', 'opacity=".2"') +
        shadow(s, x, y, 130 * k, 20, 0.5) +
        at(
          x,
          y,
          figure(makeOutfit(r, { pose: 'hold', wear: i ? 'coat' : 'dress', shoe: '#d7402c', bag: 'none' })) +
            at(14, -64, umbrella(s, 33, shades[i] as string)),
          4.1 * k,
          0,
          i === 1,
        )
      )
    }) +
    stroke(
      Array.from({ length: 90 }, () => {
        const x = r() * 1050
        const y = r() * s.h
        return `M${x.toFixed(0)} ${y.toFixed(0)}l-7 ${r.range(22, 44).toFixed(0)}`
      }).join(''),
      '#eef4f6',
      2,
      'opacity=".38"',
    ) +
    times(24, () =>
      ellipse(r() * 1000, s.h * r.range(0.74, 1), r.range(12, 30), 4, 'none', 'stroke="#eef4f6" stroke-width="2" opacity=".5"'),
    )
  )
}

/** The little shop that never closes. */
export function cornerShop(s: Stage): string {
  const r = s.rng
  const ground = s.h * 0.78
  const k = s.k
  const sign = r.pick(['#2f7d82', '#d7402c', '#3f6a4f', '#d6893a'])
  const top = s.h * 0.3
  const shelf = (x: number, y: number, w: number) =>
    rect(x, y, w, 8, '#fdfaf2') + times(w / 24, (i) => rect(x + 4 + i * 24, y - r.range(30, 50), 18, 50, r.pick(fabrics), 4))
  return (
    rect(0, 0, s.w, s.h, s.lin(['#171c40', '#34336b'])) +
    stars(s, 30, s.h * 0.2) +
    rect(0, s.h * 0.06, s.w, ground, '#232650') +
    times(
      8,
      (i) =>
        rect(50 + i * 125, s.h * 0.09, 70, s.h * 0.12, r.chance(0.3) ? '#ffce85' : '#2f3364', 6) +
        rect(40 + i * 125, s.h * 0.215, 90, 10, '#3c3f74'),
    ) +
    times(3, (i) => rect(140 + i * 330, s.h * 0.225, 70, 50, '#4a4d80', 6) + circle(175 + i * 330, s.h * 0.225 + 25, 18, '#2f3364')) +
    rect(60, top, 880, ground - top, '#fdf3dc') +
    rect(60, top + 90, 880, ground - top - 90, s.lin(['#fff7e0', '#ffe7b8'])) +
    rect(40, top, 920, 92, sign) +
    rect(40, top + 60, 920, 12, '#fdf6ea') +
    rect(40, top + 72, 920, 10, '#f2ac3d') +
    circle(150, top + 30, 22, '#fdf6ea') +
    rect(200, top + 18, 260, 24, '#fdf6ea', 12) +
    each([0.42, 0.52, 0.62], (f) => shelf(110, s.h * f + 60, 380)) +
    rect(520, ground - 190 * k, 200, 190 * k, '#e9d3a8') +
    rect(510, ground - 200 * k, 220, 20, '#8a5a3b', 5) +
    person(620, ground - 40 * k, 330 * k, makeOutfit(r, { pose: 'stand', top: sign, bag: 'none', cut: 'cap', bottom: sign })) +
    rect(510, ground - 180 * k, 220, 180 * k, s.lin(['#f3e0b8', '#dcbf8c'])) +
    times(4, (i) => at(540 + i * 52, ground - 200 * k, path('M-20 0V-26Q0 -40 20 -26V0Z', fabrics[i] as string), k)) +
    rect(750, top + 110, 170, ground - top - 110, '#bfe0e4', 0, 'opacity=".55"') +
    rect(832, top + 110, 8, ground - top - 110, '#fdf6ea') +
    path(`M110 ${top + 100}L240 ${top + 100}L140 ${ground}H60V${top + 190}Z`, '#ffffff', 'opacity=".22"') +
    rect(60, top + 90, 12, ground - top - 90, '#d8c7a0') +
    rect(928, top + 90, 12, ground - top - 90, '#d8c7a0') +
    rect(500, top + 90, 10, ground - top - 90, '#d8c7a0') +
    rect(0, ground, s.w, s.h, s.lin(['#6a5570', '#2b2748'])) +
    path(
      `M60 ${ground}H940L1100 ${s.h + 10}H-100Z`,
      s.lin([
        [0, '#ffe7a8', 0.6],
        [1, '#ffe7a8', 0],
      ]),
    ) +
    at(
      120,
      ground + 70 * k,
      rect(-60, -150, 120, 150, '#d7402c', 10) +
        rect(-46, -136, 92, 80, '#bfe0e4', 6) +
        times(3, (i) => rect(-40 + i * 28, -120, 20, 56, fabrics[i + 1] as string, 5)) +
        rect(-40, -40, 80, 26, '#8a2a22', 5),
      k,
    ) +
    person(
      430,
      s.h * 0.93,
      400 * k,
      makeOutfit(r, { pose: r.pick(['hold', 'phone']), wear: r.pick(['coat', 'trousers', 'skirt']), bag: 'tote' }),
    ) +
    at(790, s.h * 0.94, bicycle(s, '#f2ac3d'), k * 0.95) +
    at(
      560,
      s.h * 0.95,
      ellipse(0, 0, 70, 10, '#1b1836', 'opacity=".5"') +
        path('M-44 0C-56 -40 -30 -64 0 -64Q10 -64 16 -58L20 -76L34 -60L50 -74L52 -52C58 -30 50 -10 44 0Z', '#e8974a') +
        path('M-40 -6C-80 -6 -84 -40 -70 -56', 'none', 'stroke="#e8974a" stroke-width="12" stroke-linecap="round"'),
      k,
    )
  )
}
