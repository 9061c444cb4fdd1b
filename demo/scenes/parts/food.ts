/** Things to eat, mostly as pieces that are put on plates and into bowls. */
import { dark, light, mix } from '../colour.ts'
import { at, blob, circle, each, ellipse, path, rect, stroke, times } from '../draw.ts'
import type { Stage } from '../stage.ts'
import { leafShape } from './nature.ts'

export const eggHalf = (size: number, turn = 0) =>
  at(
    0,
    0,
    ellipse(0, size * 0.1, size, size * 0.74, '#2b1c3a', 'opacity=".18"') +
      ellipse(0, 0, size, size * 0.74, '#fffaf0') +
      ellipse(0, size * 0.04, size * 0.9, size * 0.64, '#fdf0dc') +
      circle(size * 0.06, 0, size * 0.44, '#f29a2e') +
      circle(size * 0.06, 0, size * 0.34, '#f7b23e') +
      ellipse(-size * 0.08, -size * 0.14, size * 0.13, size * 0.07, '#ffe6a8'),
    1,
    turn,
  )

export const scallion = (s: Stage, x: number, y: number, size: number) => {
  const g = s.rng.pick(['#5f9a4c', '#7db35c', '#4b8645', '#a9c97c'])
  return `<ellipse cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" rx="${size.toFixed(1)}" ry="${(size * 0.7).toFixed(1)}" fill="none" stroke="${g}" stroke-width="${(size * 0.5).toFixed(1)}" transform="rotate(${s.rng.int(0, 180)} ${x.toFixed(0)} ${y.toFixed(0)})"/>`
}

export const beef = (s: Stage, size: number) => {
  const d = blob(s.rng, 0, 0, size, size * 0.62, 0.1)
  return (
    at(4, 6, path(d, '#2b1c3a', 'opacity=".2"')) +
    path(d, '#8a4a34') +
    s.clip(
      d,
      stroke(
        `M${-size} ${-size * 0.2}q${size} ${-size * 0.5} ${size * 2} 0M${-size} ${size * 0.24}q${size} ${-size * 0.4} ${size * 2} 0`,
        '#b9765a',
        size * 0.09,
      ) + stroke(`M${-size} ${size * 0.02}q${size} ${-size * 0.4} ${size * 2} 0`, '#e9c0a0', size * 0.06),
    )
  )
}

export const shrimp = (size: number) =>
  stroke(`M${-size} ${size * 0.3}A${size} ${size} 0 1 1 ${size * 0.6} ${size * 0.7}`, '#f08a63', size * 0.56) +
  stroke(`M${-size} ${size * 0.3}A${size} ${size} 0 1 1 ${size * 0.6} ${size * 0.7}`, '#f7b695', size * 0.2) +
  each([-0.7, -0.1, 0.5], (a) =>
    stroke(
      `M${Math.sin(a) * size * 0.75} ${-Math.cos(a) * size * 0.75}L${Math.sin(a) * size * 1.25} ${-Math.cos(a) * size * 1.25}`,
      '#dd6b49',
      size * 0.07,
    ),
  ) +
  path(
    `M${size * 0.5} ${size * 0.6}l${-size * 0.2} ${size * 0.7}l${size * 0.4} ${-size * 0.1}l${size * 0.3} ${size * 0.1}l${-size * 0.05} ${-size * 0.6}Z`,
    '#e0583c',
  )

export const bokChoy = (_s: Stage, size: number, turn = 0) =>
  at(
    0,
    0,
    each([-28, 24, -4], (a, i) =>
      at(
        0,
        0,
        path(
          `M${-size * 0.12} 0C${-size * 0.14} ${-size * 0.5} ${-size * 0.1} ${-size * 0.6} 0 ${-size * 0.7}C${size * 0.1} ${-size * 0.6} ${size * 0.14} ${-size * 0.5} ${size * 0.12} 0Z`,
          '#eaf0cf',
        ) + at(0, -size * 0.5, leafShape(size * 0.85, size * 0.34, i === 2 ? '#5d9950' : '#437f45', '#b6d38f')),
        1,
        a,
      ),
    ),
    1,
    turn,
  )

export const mushroom = (size: number, turn = 0) =>
  at(
    0,
    0,
    path(`M${-size * 0.22} 0L${-size * 0.18} ${size * 0.7}Q0 ${size * 0.85} ${size * 0.18} ${size * 0.7}L${size * 0.22} 0Z`, '#f3e6cf') +
      path(
        `M${-size} ${size * 0.1}C${-size} ${-size * 0.9} ${size} ${-size * 0.9} ${size} ${size * 0.1}Q0 ${size * 0.36} ${-size} ${size * 0.1}Z`,
        '#8d5f43',
      ) +
      stroke(
        `M${-size * 0.4} ${-size * 0.3}l${size * 0.3} ${size * 0.16}M${size * 0.1} ${-size * 0.46}l${-size * 0.06} ${size * 0.3}M${size * 0.5} ${-size * 0.24}l${-size * 0.26} ${size * 0.1}`,
        '#f0dcc0',
        size * 0.1,
      ),
    1,
    turn,
  )

export const lotus = (size: number) =>
  circle(0, 0, size, '#f4e3cf') +
  circle(0, 0, size * 0.9, '#fbf0e0') +
  times(8, (i) =>
    ellipse(
      Math.cos(i * 0.785) * size * 0.56,
      Math.sin(i * 0.785) * size * 0.56,
      size * 0.14,
      size * 0.2,
      '#d8b99a',
      `transform="rotate(${i * 45 + 90} ${Math.cos(i * 0.785) * size * 0.56} ${Math.sin(i * 0.785) * size * 0.56})"`,
    ),
  ) +
  circle(0, 0, size * 0.12, '#d8b99a')

export const chilli = (size: number, colour = '#d7402c', turn = 0) =>
  at(
    0,
    0,
    path(
      `M${-size} 0C${-size * 0.4} ${-size * 0.34} ${size * 0.5} ${-size * 0.3} ${size} ${-size * 0.42}C${size * 0.7} ${size * 0.16} ${-size * 0.4} ${size * 0.3} ${-size} 0Z`,
      colour,
    ) +
      path(
        `M${-size * 0.5} ${-size * 0.08}Q0 ${-size * 0.2} ${size * 0.5} ${-size * 0.2}`,
        'none',
        `stroke="${light(colour, 0.5)}" stroke-width="${size * 0.07}" stroke-linecap="round" opacity=".7"`,
      ) +
      stroke(`M${-size} 0q${-size * 0.16} ${-size * 0.04} ${-size * 0.3} ${-size * 0.2}`, '#4d7d3f', size * 0.13),
    1,
    turn,
  )

export const tomato = (size: number) =>
  circle(0, 0, size, '#d9422e') +
  circle(-size * 0.1, -size * 0.12, size * 0.78, '#e5573c') +
  ellipse(-size * 0.4, -size * 0.42, size * 0.2, size * 0.13, '#fbd2bd', 'transform="rotate(-30)"') +
  times(5, (i) => at(0, 0, leafShape(size * 0.6, size * 0.13, '#4d8045'), 1, i * 72 + 10)) +
  circle(0, 0, size * 0.1, '#6b9a52')

export const lemon = (size: number) =>
  circle(0, 0, size, '#f1c534') +
  circle(0, 0, size * 0.86, '#fdf2c0') +
  times(8, (i) =>
    at(
      0,
      0,
      path(`M0 ${-size * 0.08}L${-size * 0.22} ${-size * 0.7}Q0 ${-size * 0.86} ${size * 0.22} ${-size * 0.7}Z`, '#f8d95a'),
      1,
      i * 45,
    ),
  )

export const garlic = (size: number) =>
  path(
    `M0 ${-size * 1.1}C${size * 0.1} ${-size * 0.7} ${size} ${-size * 0.5} ${size * 0.9} ${size * 0.3}C${size * 0.7} ${size * 0.8} ${-size * 0.7} ${size * 0.8} ${-size * 0.9} ${size * 0.3}C${-size} ${-size * 0.5} ${-size * 0.1} ${-size * 0.7} 0 ${-size * 1.1}Z`,
    '#f7eee2',
  ) +
  stroke(
    `M0 ${-size}C${-size * 0.4} ${-size * 0.4} ${-size * 0.4} ${size * 0.3} ${-size * 0.2} ${size * 0.6}M0 ${-size}C${size * 0.4} ${-size * 0.4} ${size * 0.4} ${size * 0.3} ${size * 0.2} ${size * 0.6}`,
    '#cfa9a8',
    size * 0.06,
  )

export const ginger = (s: Stage, size: number) =>
  path(blob(s.rng, 0, 0, size, size * 0.5, 0.22, 8), '#d9a965') +
  path(blob(s.rng, size * 0.5, -size * 0.4, size * 0.4, size * 0.34, 0.2, 7), '#dfb173') +
  stroke(
    `M${-size * 0.5} ${-size * 0.2}q${size * 0.2} ${size * 0.2} 0 ${size * 0.4}M0 ${-size * 0.3}q${size * 0.2} ${size * 0.2} 0 ${size * 0.5}`,
    '#b98446',
    size * 0.05,
  )

export const orange = (s: Stage, size: number, colour = '#ef9136') =>
  circle(0, 0, size, s.rad([light(colour, 0.3), dark(colour, 0.1)], 0.38, 0.34, 0.75)) +
  circle(0, -size * 0.8, size * 0.08, '#6b4a2c') +
  at(0, -size * 0.82, leafShape(size * 0.7, size * 0.2, '#5b9150', '#9cc27a'), 1, 50)

export const strawberry = (size: number, turn = 0) =>
  at(
    0,
    0,
    path(
      `M0 ${size}C${-size * 0.7} ${size * 0.5} ${-size * 0.9} ${-size * 0.3} ${-size * 0.5} ${-size * 0.6}Q0 ${-size * 0.8} ${size * 0.5} ${-size * 0.6}C${size * 0.9} ${-size * 0.3} ${size * 0.7} ${size * 0.5} 0 ${size}Z`,
      '#d9363a',
    ) +
      each(
        [
          [-0.3, -0.2],
          [0.3, -0.2],
          [0, 0.1],
          [-0.25, 0.4],
          [0.25, 0.4],
          [0, -0.4],
        ] as const,
        ([x, y]) => ellipse(x * size, y * size, size * 0.05, size * 0.08, '#fbdc9a'),
      ) +
      times(5, (i) => at(0, -size * 0.62, leafShape(size * 0.5, size * 0.14, '#5b9150'), 1, -80 + i * 40)),
    1,
    turn,
  )

/** Plump half-moon dumpling, about 2 × size wide. */
export const dumpling = (s: Stage, size: number, turn = 0, skin = '#fbf0dc') => {
  const d = `M${-size} ${size * 0.16}C${-size * 0.96} ${-size * 0.5} ${-size * 0.4} ${-size * 0.78} 0 ${-size * 0.78}C${size * 0.4} ${-size * 0.78} ${size * 0.96} ${-size * 0.5} ${size} ${size * 0.16}C${size * 0.7} ${size * 0.56} ${-size * 0.7} ${size * 0.56} ${-size} ${size * 0.16}Z`
  return at(
    0,
    0,
    at(size * 0.06, size * 0.14, path(d, '#2b1c3a', 'opacity=".2"')) +
      path(d, s.lin([light(skin, 0.5), dark(skin, 0.16)])) +
      path(
        `M${-size} ${size * 0.16}C${-size * 0.6} ${-size * 0.16} ${size * 0.6} ${-size * 0.16} ${size} ${size * 0.16}C${size * 0.7} ${size * 0.42} ${-size * 0.7} ${size * 0.42} ${-size} ${size * 0.16}Z`,
        dark(skin, 0.05),
      ) +
      times(7, (i) =>
        stroke(
          `M${(i - 3) * size * 0.23} ${size * 0.02 - Math.abs(i - 3) * -size * 0.03}q${(i - 3) * size * 0.03} ${-size * 0.14} ${(i - 3) * -size * 0.05} ${-size * 0.3}`,
          dark(skin, 0.24),
          size * 0.045,
        ),
      ) +
      ellipse(-size * 0.3, -size * 0.5, size * 0.2, size * 0.08, '#ffffff', 'opacity=".7"'),
    1,
    turn,
  )
}

/** Round bun with a swirl. */
export const bao = (s: Stage, size: number, skin = '#fbf3e4') =>
  ellipse(size * 0.05, size * 0.14, size, size * 0.9, '#2b1c3a', 'opacity=".18"') +
  circle(0, 0, size, s.rad([light(skin, 0.6), dark(skin, 0.14)], 0.4, 0.35, 0.75)) +
  times(10, (i) =>
    at(
      0,
      0,
      stroke(`M0 ${-size * 0.1}q${size * 0.16} ${-size * 0.22} ${size * 0.02} ${-size * 0.56}`, dark(skin, 0.22), size * 0.045),
      1,
      i * 36,
    ),
  ) +
  circle(0, 0, size * 0.09, dark(skin, 0.28))

/** A pair of chopsticks lying from the origin to the right. */
export const chopsticks = (length: number, colour: string, gap = 16, spread = 4) =>
  each([0, 1], (i) =>
    at(
      0,
      i * gap,
      path(`M0 -5L${length} -3.2L${length} 3.2L0 5Z`, '#2b1c3a', 'opacity=".2" transform="translate(5 9)"') +
        path(`M0 -6.5L${length} -3.4L${length} 3.4L0 6.5Z`, colour) +
        rect(0, -6.5, length * 0.13, 13, light(colour, 0.4)) +
        rect(length * 0.16, -6, length * 0.015, 12, '#f2c14e'),
      1,
      i ? -spread : 0,
    ),
  )

/** A round dish from above with what is on it. */
export const dish = (s: Stage, x: number, y: number, r: number, colour: string, content: string) =>
  ellipse(
    x + r * 0.07,
    y + r * 0.12,
    r * 1.05,
    r * 1.04,
    s.rad([
      [0, '#2b1c3a', 0.5],
      [0.8, '#2b1c3a', 0.28],
      [1, '#2b1c3a', 0],
    ]),
  ) +
  circle(x, y, r, s.lin([light(colour, 0.3), dark(colour, 0.1)], 45)) +
  circle(x, y, r * 0.8, s.lin([dark(colour, 0.1), light(colour, 0.22)], 45)) +
  at(x, y, content)

/** Noodles that swirl inside a circle of radius r. */
export function swirl(s: Stage, r: number, colour: string, count = 34): string {
  const g = s.rng
  let lines = ''
  for (let i = 0; i < count; i++) {
    const cx = g.range(-0.3, 0.3) * r
    const cy = g.range(-0.3, 0.3) * r
    const rr = r * g.range(0.22, 0.68)
    const a = g.range(0, 6.28)
    const b = a + g.range(1.4, 3.6)
    const large = b - a > Math.PI ? 1 : 0
    lines += stroke(
      `M${(cx + Math.cos(a) * rr).toFixed(1)} ${(cy + Math.sin(a) * rr).toFixed(1)}A${rr.toFixed(1)} ${rr.toFixed(1)} 0 ${large} 1 ${(cx + Math.cos(b) * rr).toFixed(1)} ${(cy + Math.sin(b) * rr).toFixed(1)}`,
      i % 3 === 0 ? dark(colour, 0.14) : i % 3 === 1 ? colour : light(colour, 0.4),
      r * 0.042,
    )
  }
  return lines
}

/** A loaf, baguette, croissant or round bread, about 200 wide. */
export function bread(s: Stage, kind: number, crust = '#c98345'): string {
  const body = s.lin([light(crust, 0.3), dark(crust, 0.2)])
  const slash = light(crust, 0.6)
  switch (kind % 5) {
    case 0:
      return (
        path('M-110 0C-130 -70 -90 -110 0 -112C90 -110 130 -70 110 0Z', body) +
        stroke('M-60 -84q24 20 20 60M-10 -98q24 26 20 76M44 -90q24 22 20 62', slash, 9)
      )
    case 1:
      return (
        path('M-150 -20C-150 -60 150 -60 150 -20C150 10 -150 10 -150 -20Z', body) +
        times(5, (i) => stroke(`M${-104 + i * 48} -44l26 34`, slash, 9))
      )
    case 2:
      return (
        path('M-110 -10C-120 -60 -70 -100 0 -104C70 -100 120 -60 110 -10C90 -30 50 -34 0 -34C-50 -34 -90 -30 -110 -10Z', body) +
        each([-64, -24, 24, 64], (x) => stroke(`M${x} ${-92 + Math.abs(x) * 0.3}Q${x * 1.16} -60 ${x * 0.9} -34`, dark(crust, 0.28), 5))
      )
    case 3:
      return (
        path('M-90 0V-80C-120 -120 -60 -140 -40 -120C-20 -140 20 -140 40 -120C60 -140 120 -120 90 -80V0Z', body) +
        path('M-78 -8V-74C-90 -100 -56 -112 -40 -100C-20 -116 20 -116 40 -100C56 -112 90 -100 78 -74V-8Z', light(crust, 0.62)) +
        times(8, () => ellipse(s.rng.range(-60, 60), s.rng.range(-80, -20), 6, 3.5, crust, 'opacity=".5"'))
      )
    default:
      return (
        circle(0, -56, 62, body) +
        times(14, () => ellipse(s.rng.range(-36, 36), s.rng.range(-96, -56), 5, 3, '#fdf0d0')) +
        path(
          'M-50 -80C-30 -104 0 -108 20 -104',
          'none',
          `stroke="${mix(crust, '#ffffff', 0.6)}" stroke-width="7" stroke-linecap="round" opacity=".6"`,
        )
      )
  }
}
