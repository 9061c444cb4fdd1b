import { dark, light, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, stroke, times } from './draw.ts'
import { type Sky, skies } from './palettes.ts'
import { figure, makeOutfit, person } from './parts/figure.ts'
import { fir, flakes, glints, grass, hill, paintSky, peak, ridge, ridgeAt, shadow, stars, sun } from './parts/nature.ts'
import type { Stage } from './stage.ts'

/** A cabin in the first real snow. */
export function snow(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['snow', 'dusk', 'night', 'peach'] as const)]
  const white = sky.night ? '#c9d3ee' : '#fbfaf6'
  const shade = mix(sky.mid, white, 0.45)
  const k = s.k
  const far = ridge(s, s.h * 0.5, 40, 5)
  const y = s.h * 0.72
  return (
    paintSky(s, sky, s.h * 0.7) +
    (sky.night ? stars(s, 70, s.h * 0.5) : '') +
    sun(s, sky, r.range(200, 800), s.h * 0.18, 50) +
    times(3, (i) => peak(s, 160 + i * 340, s.h * 0.54, 520, s.h * r.range(0.2, 0.32), mix(sky.haze, '#6b7fae', 0.45), white)) +
    hill(s, far, mix(shade, '#7d8fb0', 0.3)) +
    times(24, (i) => {
      const x = i * 44
      return fir(s, x, ridgeAt(far, x) + 22, r.range(80, 150) * k, mix(sky.haze, '#3f6a6a', 0.6), white)
    }) +
    hill(s, ridge(s, s.h * 0.66, 18, 4), s.lin([white, shade])) +
    at(
      r.pick([360, 620]),
      y,
      shadow(s, 0, 10, 260, 30, 0.3) +
        rect(-170, -160, 340, 160, s.lin(['#9a6242', '#74452f'])) +
        times(5, (i) => stroke(`M-170 ${-130 + i * 32}H170`, '#5f3826', 4, 'opacity=".6"')) +
        path('M-170 -158L0 -300L170 -158Z', '#8a5638') +
        path('M-220 -130L-20 -318Q0 -334 20 -318L220 -130Q232 -112 206 -118L0 -286L-206 -118Q-232 -112 -220 -130Z', white) +
        rect(80, -330, 46, 110, '#8a5a4a') +
        rect(74, -340, 58, 20, white, 8) +
        rect(-30, -108, 66, 108, '#5a3426', 6) +
        each(
          [-116, 96],
          (x) =>
            circle(
              x,
              -86,
              110,
              s.rad([
                [0, '#ffd98c', 0.6],
                [1, '#ffd98c', 0],
              ]),
            ) +
            rect(x - 34, -120, 68, 66, '#ffdf96', 5) +
            stroke(`M${x} -120v66M${x - 34} -88h68`, '#5a3426', 6) +
            rect(x - 40, -54, 80, 12, white, 6),
        ) +
        circle(4, -240, 26, '#ffdf96') +
        path(
          'M100 -350C80 -400 140 -420 110 -470C100 -500 140 -520 130 -560',
          'none',
          `stroke="${light(sky.cloud, 0.3)}" stroke-width="26" stroke-linecap="round" opacity=".5"`,
        ),
      k * 1.15,
    ) +
    hill(s, ridge(s, s.h * 0.8, 22, 4), s.lin([white, shade])) +
    at(
      r.range(180, 260),
      s.h * 0.92,
      shadow(s, 0, 4, 90, 14, 0.3) +
        circle(0, -50, 62, white) +
        circle(-6, -140, 44, white) +
        circle(-20, -150, 5, '#2b1a20') +
        circle(6, -150, 5, '#2b1a20') +
        path('M-8 -138L-48 -128L-6 -128Z', '#f08a3c') +
        stroke('M-42 -108Q0 -88 36 -108', '#d7402c', 18) +
        stroke('M30 -104l8 40', '#d7402c', 16) +
        stroke('M54 -60L100 -100M-56 -66L-100 -90', '#6b4632', 6) +
        path('M-40 -176H30L26 -186H16V-220H-26V-186H-36Z', '#3a3440'),
      k,
    ) +
    person(640, s.h * 0.92, 260 * k, makeOutfit(r, { pose: 'wave', wear: 'coat', cut: 'cap', top: '#d7402c' }), true) +
    person(740, s.h * 0.925, 190 * k, makeOutfit(r, { pose: 'walk', wear: 'coat', cut: 'cap', top: '#f2ac3d' }), true) +
    each(
      [
        [60, 1, 420],
        [950, 0.99, 460],
      ] as const,
      ([x, f, z]) => fir(s, x, s.h * f, z * k, sky.night ? '#2f4f62' : '#3f6f68', white),
    ) +
    flakes(s, 110, '#ffffff', 2, 8)
  )
}

/** A tent, a fire and too many stars. */
export function camp(s: Stage): string {
  const r = s.rng
  const sky: Sky = skies[r.pick(['night', 'plum', 'night'] as const)]
  const y = s.h * 0.74
  const k = s.k
  const tent = r.pick(['#f29a3e', '#d7402c', '#2f9a92', '#e9c04a'])
  const far = ridge(s, s.h * 0.6, 50, 5)
  return (
    paintSky(s, sky, y) +
    stars(s, 170, s.h * 0.6) +
    path(
      `M${r.range(100, 300)} -20C400 ${s.h * 0.2} 520 ${s.h * 0.3} 880 ${s.h * 0.52}L980 ${s.h * 0.46}C700 ${s.h * 0.26} 560 ${s.h * 0.14} 470 -20Z`,
      s.lin(
        [
          [0, '#fff3d6', 0.02],
          [0.5, '#f3d9ff', 0.2],
          [1, '#fff3d6', 0.02],
        ],
        60,
      ),
    ) +
    stroke(`M${r.range(560, 800)} ${s.h * 0.1}l-110 54`, '#fff8e0', 4, 'opacity=".9"') +
    times(3, (i) =>
      peak(s, 150 + i * 350, s.h * 0.66, 560, s.h * r.range(0.2, 0.3), mix(sky.mid, '#1b2046', 0.4), mix(sky.low, '#ffffff', 0.3)),
    ) +
    hill(s, far, mix(sky.mid, '#16213f', 0.65)) +
    times(26, (i) => {
      const x = i * 40
      return fir(s, x, ridgeAt(far, x) + 60, r.range(110, 190) * k, mix('#1b2a45', sky.mid, 0.16))
    }) +
    rect(0, y - s.h * 0.05, s.w, s.h * 0.07, s.lin([mix(sky.low, '#3a4a8a', 0.4), '#2a3566'])) +
    glints(s, 0, y - s.h * 0.045, 1000, s.h * 0.05, 24, '#ffe7b8') +
    hill(s, ridge(s, y + 10, 12, 4), s.lin(['#3a4a4a', '#1c2436'])) +
    circle(
      600,
      y + 80 * k,
      420 * k,
      s.rad([
        [0, '#ffb05c', 0.55],
        [1, '#ffb05c', 0],
      ]),
    ) +
    at(
      310,
      y + 120 * k,
      shadow(s, 0, 6, 280, 30, 0.5) +
        path('M-270 0L-20 -300L40 -300L270 0Z', s.lin([light(tent, 0.5), tent], 60)) +
        path('M40 -300L270 0H120Z', dark(tent, 0.3)) +
        path('M-120 0L0 -240L60 0Z', '#ffefc0') +
        path('M-120 0L0 -240L-40 0Z', light(tent, 0.3)) +
        stroke('M-20 -300L-330 20M40 -300L330 10', '#e9d9c0', 3),
      k,
    ) +
    at(
      640,
      y + 150 * k,
      ellipse(0, 10, 120, 22, '#1b1a28', 'opacity=".5"') +
        stroke('M-70 6L70 -14M-66 -16L70 10', '#6b4632', 20) +
        path('M-60 0C-80 -70 -20 -90 -24 -150C20 -120 16 -90 30 -80C40 -90 40 -104 38 -112C80 -70 70 -20 50 0Z', '#f2832e') +
        path('M-34 0C-46 -46 -6 -56 -6 -100C20 -70 20 -60 26 -46C48 -40 44 -10 30 0Z', '#fbc04c') +
        path('M-14 0C-20 -24 0 -30 2 -54C18 -34 20 -10 14 0Z', '#fff3c4') +
        times(12, () => circle(r.range(-70, 70), r.range(-260, -120), r.range(2, 5), '#ffce7d')),
      k,
    ) +
    at(800, y + 150 * k, rect(-70, -54, 110, 20, '#6b4632', 8), k) +
    at(790, y + 150 * k, figure(makeOutfit(r, { pose: 'sit', wear: 'trousers', bag: 'none', cut: 'cap' })), 2.5 * k, 0, true) +
    at(930, y + 160 * k, figure(makeOutfit(r, { pose: 'read', wear: 'trousers', bag: 'none' })), 2.4 * k, 0, true) +
    grass(s, 0, s.h, 1000, 70, '#141c2e', 50)
  )
}
