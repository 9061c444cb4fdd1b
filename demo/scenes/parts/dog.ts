/** Dogs: breeds by colour, ears and snout. */
import { dark, light } from '../colour.ts'
import { at, circle, each, ellipse, path, stroke } from '../draw.ts'
import type { Rng } from '../rng.ts'
import type { Stage } from '../stage.ts'

export interface Breed {
  base: string
  mark: string
  belly: string
  ears: 'point' | 'flop' | 'fluff'
  legs: number
  tail: 'curl' | 'plume' | 'stub'
}

const breeds: readonly Breed[] = [
  { base: '#dd9447', mark: '#c67a33', belly: '#fdf0db', ears: 'point', legs: 1, tail: 'curl' },
  { base: '#e2a55a', mark: '#c98a3f', belly: '#fff4e2', ears: 'point', legs: 0.62, tail: 'stub' },
  { base: '#e6bb77', mark: '#cf9d56', belly: '#f6dcae', ears: 'flop', legs: 1, tail: 'plume' },
  { base: '#5d6172', mark: '#454957', belly: '#f5f2ee', ears: 'point', legs: 1, tail: 'plume' },
  { base: '#37303a', mark: '#2a242d', belly: '#4a414c', ears: 'flop', legs: 1, tail: 'plume' },
  { base: '#8a5a3c', mark: '#6f452c', belly: '#a87750', ears: 'fluff', legs: 0.85, tail: 'stub' },
  { base: '#f3ead9', mark: '#dccbb0', belly: '#fffaf0', ears: 'fluff', legs: 0.85, tail: 'curl' },
  { base: '#b06a3a', mark: '#8f5229', belly: '#d99a63', ears: 'flop', legs: 0.6, tail: 'plume' },
]

export const breedOf = (r: Rng, which?: number): Breed => (which === undefined ? r.pick(breeds) : (breeds[which % breeds.length] as Breed))

/** Face about 280 wide, origin in its middle. */
export function dogHead(s: Stage, b: Breed, happy = true, tilt = 0): string {
  const skull =
    'M-112 -30C-116 -104 -64 -124 0 -124C64 -124 116 -104 112 -30C112 20 92 50 66 74C40 112 -40 112 -66 74C-92 50 -112 20 -112 -30Z'
  const ears = {
    point: each(
      [-1, 1],
      (k) =>
        path(`M${k * 110} -40C${k * 124} -110 ${k * 116} -166 ${k * 104} -190C${k * 70} -176 ${k * 40} -140 ${k * 28} -112Z`, b.base) +
        path(`M${k * 96} -70C${k * 104} -120 ${k * 100} -146 ${k * 96} -160C${k * 74} -146 ${k * 58} -126 ${k * 50} -110Z`, '#e9aa93'),
    ),
    flop: '',
    fluff: '',
  }[b.ears]
  const over = {
    point: '',
    flop: each([-1, 1], (k) =>
      path(
        `M${k * 74} -112C${k * 140} -122 ${k * 166} -40 ${k * 148} 40C${k * 140} 70 ${k * 112} 60 ${k * 104} 20C${k * 100} -20 ${k * 96} -60 ${k * 74} -112Z`,
        s.lin([b.mark, dark(b.mark, 0.2)]),
      ),
    ),
    fluff:
      each([-1, 1], (k) =>
        each(
          [
            [104, -70, 42],
            [124, -24, 44],
            [122, 24, 40],
          ] as const,
          ([x, y, r]) => circle(k * x, y, r, dark(b.base, 0.12)),
        ),
      ) +
      each(
        [
          [-50, -116, 42],
          [0, -132, 46],
          [50, -116, 42],
        ] as const,
        ([x, y, r]) => circle(x, y, r, b.base),
      ),
  }[b.ears]
  const mask = path(
    'M-66 -40C-96 0 -92 50 -62 78C-36 112 36 112 62 78C92 50 96 0 66 -40C40 -30 20 -20 0 -50C-20 -20 -40 -30 -66 -40Z',
    b.belly,
    b.ears === 'fluff' ? 'opacity=".5"' : '',
  )
  const laugh = happy && s.rng.chance(0.3)
  const eye = (x: number) =>
    laugh ? stroke(`M${x - 16} -20q16 -16 32 0`, '#2a1b1c', 7) : circle(x, -22, 15, '#2a1b1c') + circle(x + 5, -28, 5, '#fff')
  const brow = each([-1, 1], (k) => ellipse(k * 50, -62, 17, 10, b.belly, `opacity=".85" transform="rotate(${k * -14} ${k * 50} -62)"`))
  const mouth = happy
    ? path('M-46 58Q0 70 46 58Q40 104 0 106Q-40 104 -46 58Z', '#7c2a31') +
      path('M-24 74C-24 124 -16 146 4 146C24 146 28 120 26 74Q0 82 -24 74Z', '#ee8a8c') +
      stroke('M2 84L3 122', '#d66f75', 4)
    : stroke('M0 44L0 60M0 60Q-20 78 -42 64M0 60Q20 78 42 64', '#5a3330', 6)
  return at(
    0,
    0,
    ears +
      path(skull, s.lin([light(b.base, 0.14), dark(b.base, 0.08)])) +
      mask +
      over +
      brow +
      eye(-50) +
      eye(50) +
      mouth +
      path('M-30 20Q0 6 30 20Q30 44 0 52Q-30 44 -30 20Z', '#2a1b1f') +
      ellipse(-9, 22, 8, 4.5, '#fff', 'opacity=".45"') +
      ellipse(-70, 26, 20, 12, '#e8604f', 'opacity=".2"') +
      ellipse(70, 26, 20, 12, '#e8604f', 'opacity=".2"'),
    1,
    tilt,
  )
}

/** Sitting towards us; about 380 wide, 600 high. */
export function dogSit(s: Stage, b: Breed, collar: string, tilt = 0): string {
  const body = 'M-86 -350C-160 -250 -186 -110 -150 -10C-100 8 100 8 150 -10C186 -110 160 -250 86 -350Z'
  const tail = {
    curl: stroke('M120 -60C210 -60 240 -150 190 -180C150 -196 140 -140 170 -130', dark(b.base, 0.06), 44),
    plume: path('M110 -20C220 -10 290 -80 286 -170C240 -150 200 -110 130 -90Z', dark(b.base, 0.06)),
    stub: circle(150, -40, 34, b.base),
  }[b.tail]
  return (
    tail +
    path(body, s.lin([light(b.base, 0.08), dark(b.base, 0.16)])) +
    path('M-78 -340C-110 -220 -60 -120 0 -116C60 -120 110 -220 78 -340Z', b.belly) +
    ellipse(-124, -60, 62, 64, dark(b.base, 0.1)) +
    ellipse(124, -60, 62, 64, dark(b.base, 0.1)) +
    each(
      [-1, 1],
      (k) =>
        path(
          `M${k * 84} -190C${k * 86} -100 ${k * 80} -50 ${k * 80} -14L${k * 12} -14C${k * 16} -80 ${k * 18} -120 ${k * 20} -180Z`,
          s.lin([
            [0, b.base, 0],
            [0.4, b.base],
            [1, b.belly],
          ]),
        ) +
        ellipse(k * 48, -12, 46, 24, b.belly) +
        stroke(`M${k * 48 - 14} 0v-14M${k * 48 + 14} 0v-14`, dark(b.belly, 0.35), 4) +
        ellipse(k * 142, -8, 46, 18, b.belly),
    ) +
    ellipse(0, -340, 96, 34, dark(b.base, 0.5), 'opacity=".2"') +
    stroke('M-84 -336C-40 -300 40 -300 84 -336', collar, 24) +
    circle(0, -296, 20, '#f2c14e') +
    circle(-5, -301, 6, '#fff2c4') +
    at(0, -420, dogHead(s, b, true, tilt))
  )
}

/** Running to the right, about 640 long and 380 high; foot on the ground line. */
export function dogRun(s: Stage, b: Breed, collar: string): string {
  const l = 0.55 + b.legs * 0.45
  const y = -150 * l
  const leg = (x: number, a: number, c: string) =>
    at(x, y, stroke(`M0 -10L${a * 0.5} ${70 * l}L${a} ${130 * l}`, c, 44) + ellipse(a + 16, 138 * l, 34, 20, b.belly))
  const tail = {
    curl: stroke('M-230 -90C-300 -120 -300 -200 -240 -200C-200 -196 -210 -150 -236 -150', b.base, 40),
    plume: path('M-210 -70C-300 -70 -370 -150 -360 -220C-320 -180 -260 -150 -200 -120Z', b.mark),
    stub: circle(-236, -80, 32, b.base),
  }[b.tail]
  return (
    leg(-170, -90, dark(b.base, 0.25)) +
    leg(150, 90, dark(b.base, 0.25)) +
    at(
      0,
      y,
      tail +
        path(
          'M-240 -60C-250 -150 -130 -160 0 -150C100 -146 190 -170 230 -120C250 -60 220 10 150 20C60 40 -100 40 -180 20C-220 10 -238 -20 -240 -60Z',
          s.lin([light(b.base, 0.12), dark(b.base, 0.12)]),
        ) +
        path('M-170 18C-60 44 80 44 160 16C120 -6 -120 -6 -170 18Z', b.belly),
    ) +
    leg(-200, 60, b.base) +
    leg(180, -60, b.base) +
    at(0, y, stroke('M176 -150C190 -110 214 -80 250 -60', collar, 24) + at(262, -150, dogHead(s, b, true, 8), 0.82))
  )
}
