import { dark, light, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, stroke, times } from './draw.ts'
import { day, cloth as fabrics, palettes } from './palettes.ts'
import { shadow } from './parts/nature.ts'
import { cup, litWall, plant, wood } from './parts/objects.ts'
import type { Stage } from './stage.ts'

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
