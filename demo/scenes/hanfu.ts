import { dark, light, mix } from './colour.ts'
import { at, circle, ellipse, path, rect, stroke, times } from './draw.ts'
import { type Sky, skies } from './palettes.ts'
import { bust, makeLook } from './parts/bust.ts'
import { hill, paintSky, ridge, sun } from './parts/nature.ts'
import { lantern } from './parts/objects.ts'
import type { Stage } from './stage.ts'

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
