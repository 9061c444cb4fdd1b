/** Cats: coats, faces and poses. Every pose has its origin at the middle of its foot. */
import { dark, light, mix } from '../colour.ts'
import { at, circle, each, ellipse, path, stroke, times } from '../draw.ts'
import type { Rng } from '../rng.ts'
import type { Stage } from '../stage.ts'

export interface Coat {
  base: string
  mark: string
  belly: string
  eye: string
  pattern: 'tabby' | 'plain' | 'calico' | 'tux' | 'points' | 'cow'
}

const coats: readonly Coat[] = [
  { base: '#e8974a', mark: '#c4692a', belly: '#fde9cf', eye: '#a8b34a', pattern: 'tabby' },
  { base: '#2f2a33', mark: '#1f1b24', belly: '#433c49', eye: '#f2c14e', pattern: 'plain' },
  { base: '#f7efe2', mark: '#e3d3bd', belly: '#fffaf1', eye: '#6fa8c9', pattern: 'plain' },
  { base: '#9a9aa6', mark: '#6f6f7e', belly: '#e6e4e4', eye: '#d9a93a', pattern: 'tabby' },
  { base: '#fbf3e6', mark: '#e08a3c', belly: '#fffaf1', eye: '#7d9a4c', pattern: 'calico' },
  { base: '#35313b', mark: '#26222b', belly: '#fdf8f0', eye: '#b7c25a', pattern: 'tux' },
  { base: '#efdfc6', mark: '#6a4a3c', belly: '#f8eedc', eye: '#5b9bd0', pattern: 'points' },
  { base: '#fbf6ec', mark: '#34303a', belly: '#fffaf1', eye: '#8aa24a', pattern: 'cow' },
  { base: '#b28a64', mark: '#7a573c', belly: '#f0dfc6', eye: '#7fa25a', pattern: 'tabby' },
  { base: '#7f8798', mark: '#666e80', belly: '#8f97a7', eye: '#e2a63a', pattern: 'plain' },
]

export const coatOf = (r: Rng, which?: number): Coat => (which === undefined ? r.pick(coats) : (coats[which % coats.length] as Coat))

export type CatEyes = 'open' | 'sleepy' | 'shut' | 'side'

const HEAD = 'M-128 0C-142 -76 -88 -106 0 -106C88 -106 142 -76 128 0C124 66 72 104 0 104C-72 104 -124 66 -128 0Z'

/** A face about 260 wide, origin in its middle. */
export function catHead(s: Stage, c: Coat, eyes: CatEyes = 'open', tilt = 0): string {
  const points = c.pattern === 'points'
  const earColour = points ? c.mark : c.base
  const ear = (side: number, colour: string) =>
    path(
      `M${side * 118} -34C${side * 132} -100 ${side * 128} -150 ${side * 118} -176C${side * 84} -160 ${side * 46} -126 ${side * 28} -98Z`,
      colour,
    ) +
    path(
      `M${side * 106} -62C${side * 114} -104 ${side * 112} -132 ${side * 108} -148C${side * 86} -136 ${side * 64} -114 ${side * 52} -96Z`,
      mix('#ef9f97', c.base, 0.3),
    )
  const leftEar = c.pattern === 'calico' ? c.mark : c.pattern === 'cow' ? c.mark : earColour
  const rightEar = c.pattern === 'calico' ? '#3a3038' : c.pattern === 'cow' ? c.mark : earColour
  const face = path(HEAD, s.lin([light(c.base, 0.14), dark(c.base, 0.1)]))
  let marks = ''
  if (c.pattern === 'tabby') {
    marks =
      stroke('M-34 -104C-32 -84 -28 -74 -26 -62M0 -106L0 -58M34 -104C32 -84 28 -74 26 -62', c.mark, 13) +
      stroke('M-128 6C-110 6 -100 10 -90 16M-120 36C-104 34 -96 36 -86 40M128 6C110 6 100 10 90 16M120 36C104 34 96 36 86 40', c.mark, 10) +
      ellipse(0, 58, 62, 44, c.belly)
  } else if (c.pattern === 'calico') {
    marks =
      path('M-140 -120L-20 -120C-26 -70 -24 -24 -52 -6C-84 14 -120 10 -150 10Z', c.mark) +
      path('M150 -120L26 -120C40 -84 40 -56 70 -36C96 -22 130 -30 150 -30Z', '#3a3038')
  } else if (c.pattern === 'tux') {
    marks = path('M0 -52C16 -20 34 6 74 44C60 100 30 110 0 110C-30 110 -60 100 -74 44C-34 6 -16 -20 0 -52Z', c.belly)
  } else if (c.pattern === 'points') {
    marks = ellipse(
      0,
      30,
      84,
      80,
      s.rad([
        [0, c.mark, 0.95],
        [0.5, c.mark, 0.7],
        [1, c.mark, 0],
      ]),
    )
  } else if (c.pattern === 'cow') {
    marks = path(
      'M-150 -120L-14 -120C-10 -70 -30 -34 -60 -20C-90 -8 -120 -14 -150 -6ZM150 -120L14 -120C10 -70 30 -34 60 -20C90 -8 120 -14 150 -6Z',
      c.mark,
    )
  } else marks = ellipse(0, 60, 60, 42, c.belly, 'opacity=".8"')
  const darkFace = c.pattern === 'plain' && c.base < '#4'
  const lineColour = darkFace || points ? '#171219' : '#4a2c2a'
  const look = eyes === 'side' ? 7 : 0
  const eye = (x: number) =>
    eyes === 'shut'
      ? stroke(`M${x - 24} 2q24 20 48 0`, lineColour === '#171219' ? '#0e0a10' : lineColour, 7)
      : ellipse(x, 2, 27, eyes === 'sleepy' ? 17 : 27, dark(c.eye, 0.62)) +
        ellipse(x, 3, 23, eyes === 'sleepy' ? 13 : 23.5, s.rad([light(c.eye, 0.35), c.eye])) +
        ellipse(x + look, 3, eyes === 'sleepy' ? 6 : 10, eyes === 'sleepy' ? 12 : 18, '#191319') +
        circle(x + 6 + look, -5, 5.5, '#fff') +
        circle(x - 6 + look, 11, 2.6, '#fff', 'opacity=".7"') +
        (eyes === 'sleepy' ? path(`M${x - 28} -14q28 -14 56 0l-2 8q-26 -8 -52 0Z`, dark(c.base, 0.12)) : '')
  const muzzle =
    path('M-13 34Q0 27 13 34Q10 49 0 50Q-10 49 -13 34Z', '#dd7f7c') +
    stroke('M0 50L0 60M0 60Q-14 76 -30 64M0 60Q14 76 30 64', darkFace ? '#0e0a10' : '#6b3a36', 5)
  const whiskers = `<g opacity=".75">${stroke('M-58 50L-146 36M-58 60L-150 66M-56 70L-140 92M58 50L146 36M58 60L150 66M56 70L140 92', darkFace ? '#e9dfe2' : '#fffaf2', 3.2)}</g>`
  return at(
    0,
    0,
    ear(-1, leftEar) +
      ear(1, rightEar) +
      face +
      s.clip(HEAD, marks + ellipse(0, 112, 140, 40, dark(c.base, 0.5), 'opacity=".14"')) +
      ellipse(-78, 44, 22, 14, '#e8604f', 'opacity=".2"') +
      ellipse(78, 44, 22, 14, '#e8604f', 'opacity=".2"') +
      eye(-54) +
      eye(54) +
      muzzle +
      whiskers,
    1,
    tilt,
  )
}

const tail = (d: string, c: Coat, width = 46) => {
  const colour = c.pattern === 'points' || c.pattern === 'cow' || c.pattern === 'calico' ? c.mark : c.base
  return (
    stroke(d, dark(colour, 0.08), width) +
    (c.pattern === 'tabby'
      ? `<path d="${d}" fill="none" stroke="${c.mark}" stroke-width="${width}" stroke-dasharray="13 30" opacity=".8"/>`
      : '')
  )
}

const bodyMarks = (c: Coat): string => {
  if (c.pattern === 'tabby')
    return stroke(
      'M-190 -190C-150 -190 -126 -180 -112 -168M-200 -130C-160 -134 -134 -128 -122 -118M-196 -70C-170 -76 -150 -74 -136 -66M190 -190C150 -190 126 -180 112 -168M200 -130C160 -134 134 -128 122 -118M196 -70C170 -76 150 -74 136 -66',
      c.mark,
      17,
    )
  if (c.pattern === 'calico')
    return (
      path('M-220 -260C-120 -280 -80 -200 -110 -140C-140 -100 -180 -120 -220 -100Z', c.mark) +
      path('M220 -220C140 -230 110 -160 130 -90C150 -50 190 -50 220 -40Z', '#3a3038') +
      path('M30 -330C90 -330 120 -270 90 -230C60 -220 30 -270 30 -330Z', c.mark)
    )
  if (c.pattern === 'cow')
    return (
      path('M-220 -280C-120 -290 -100 -200 -130 -150C-160 -110 -200 -120 -220 -110Z', c.mark) +
      path('M220 -180C150 -190 110 -130 140 -70C160 -40 200 -30 220 -30Z', c.mark)
    )
  return ''
}

/** Sitting, facing us. About 400 wide and 560 high. */
export function catSit(s: Stage, c: Coat, eyes: CatEyes = 'open', tilt = 0, side = 1): string {
  const body = 'M-66 -350C-150 -270 -196 -110 -166 -30C-150 6 150 6 166 -30C196 -110 150 -270 66 -350Z'
  const dim = dark(c.base, 0.14)
  const paw = c.pattern === 'points' ? c.mark : c.pattern === 'plain' ? light(c.base, 0.06) : c.belly
  return (
    at(0, 0, tail('M120 -26C230 10 290 -60 262 -150C250 -190 226 -196 214 -180', c), 1, 0, side < 0) +
    path(
      body,
      s.lin([
        [0, light(c.base, 0.1)],
        [1, dark(c.base, 0.16)],
      ]),
    ) +
    s.clip(
      body,
      bodyMarks(c) +
        path(
          'M-70 -330C-90 -210 -60 -120 0 -110C60 -120 90 -210 70 -330Z',
          c.belly,
          c.pattern === 'plain' || c.pattern === 'points' ? 'opacity=".5"' : '',
        ) +
        ellipse(0, -318, 120, 40, dark(c.base, 0.55), 'opacity=".22"'),
    ) +
    ellipse(-116, -66, 70, 72, dim) +
    ellipse(116, -66, 70, 72, dim) +
    ellipse(-122, -74, 62, 64, c.base) +
    ellipse(122, -74, 62, 64, c.base) +
    path(
      'M-76 -200C-84 -120 -80 -60 -78 -20L-12 -20C-14 -80 -14 -120 -8 -180ZM76 -200C84 -120 80 -60 78 -20L12 -20C14 -80 14 -120 8 -180Z',
      s.lin([
        [0, c.base, 0],
        [0.35, c.base],
        [1, c.base],
      ]),
    ) +
    stroke('M0 -170L0 -30', dim, 5, 'opacity=".7"') +
    each([-46, 46], (x) => ellipse(x, -14, 46, 24, paw) + stroke(`M${x - 14} -4l0 -14M${x + 14} -4l0 -14`, dark(paw, 0.35), 3.5)) +
    each([-140, 140], (x) => ellipse(x, -10, 44, 18, paw)) +
    at(0, -430, catHead(s, c, eyes, tilt))
  )
}

/** Curled up asleep, about 520 wide and 250 high. */
export function catCurl(s: Stage, c: Coat): string {
  const body = 'M-250 -90C-260 -210 -140 -260 0 -262C150 -262 268 -210 262 -90C258 -20 180 0 0 0C-180 0 -246 -20 -250 -90Z'
  return (
    path(
      body,
      s.lin([
        [0, light(c.base, 0.14)],
        [1, dark(c.base, 0.2)],
      ]),
    ) +
    s.clip(
      body,
      at(0, 60, bodyMarks(c), 1.5) +
        (c.pattern === 'tabby'
          ? times(5, (i) => stroke(`M${-60 + i * 66} -270C${-40 + i * 70} -230 ${-30 + i * 74} -190 ${-40 + i * 76} -150`, c.mark, 18))
          : ''),
    ) +
    path(
      'M60 -60C120 -150 210 -150 240 -110',
      'none',
      `stroke="${dark(c.base, 0.3)}" stroke-width="5" stroke-linecap="round" opacity=".6"`,
    ) +
    at(-118, -96, catHead(s, c, 'shut', -12), 0.86) +
    tail('M236 -60C200 6 60 -8 -60 -6C-150 -6 -200 -14 -214 -36', c, 52)
  )
}

/** Lying like a loaf, about 430 wide. */
export function catLoaf(s: Stage, c: Coat, eyes: CatEyes = 'sleepy', side = 1): string {
  const body = 'M-170 0C-230 -20 -226 -150 -150 -200C-60 -250 120 -250 196 -170C246 -110 250 -20 200 0Z'
  return at(
    0,
    0,
    tail('M190 -30C250 -20 260 -6 210 -6C160 -6 90 -12 60 -12', c, 44) +
      path(
        body,
        s.lin([
          [0, light(c.base, 0.14)],
          [1, dark(c.base, 0.2)],
        ]),
      ) +
      s.clip(
        body,
        at(40, 40, bodyMarks(c), 1.3) +
          (c.pattern === 'tabby'
            ? times(4, (i) => stroke(`M${20 + i * 56} -260C${30 + i * 58} -210 ${30 + i * 58} -180 ${20 + i * 58} -140`, c.mark, 17))
            : ''),
      ) +
      ellipse(-130, -14, 54, 24, c.pattern === 'points' ? c.mark : c.belly) +
      ellipse(-30, -12, 50, 22, c.pattern === 'points' ? c.mark : c.belly) +
      at(-84, -164, catHead(s, c, eyes, -4), 0.9),
    1,
    0,
    side < 0,
  )
}

/** Seen from behind, looking at something; about 300 wide, 480 high. */
export function catBack(s: Stage, c: Coat, tailSide = 1): string {
  const body = 'M-58 -330C-140 -260 -180 -100 -156 -24C-140 4 140 4 156 -24C180 -100 140 -260 58 -330Z'
  const ears = each([-1, 1], (k) =>
    path(
      `M${k * 104} -360C${k * 124} -430 ${k * 116} -480 ${k * 106} -500C${k * 76} -488 ${k * 40} -460 ${k * 22} -436Z`,
      k < 0 && (c.pattern === 'calico' || c.pattern === 'cow') ? c.mark : c.pattern === 'points' ? c.mark : dark(c.base, 0.06),
    ),
  )
  const head = 'M-120 -366C-128 -430 -84 -456 0 -456C84 -456 128 -430 120 -366C112 -306 70 -280 0 -280C-70 -280 -112 -306 -120 -366Z'
  return (
    path(body, s.lin([light(c.base, 0.1), dark(c.base, 0.2)])) +
    s.clip(
      body,
      bodyMarks(c) +
        (c.pattern === 'tabby'
          ? stroke('M0 -330L0 -30', c.mark, 22) +
            times(4, (i) => stroke(`M${-70 - i * 8} ${-260 + i * 58}Q0 ${-230 + i * 58} ${70 + i * 8} ${-260 + i * 58}`, c.mark, 13))
          : '') +
        ellipse(0, -296, 100, 30, dark(c.base, 0.55), 'opacity=".25"'),
    ) +
    ears +
    path(head, s.lin([light(c.base, 0.14), c.base])) +
    s.clip(
      head,
      c.pattern === 'tabby'
        ? stroke('M-40 -460L-34 -390M0 -460L0 -380M40 -460L34 -390', c.mark, 13)
        : c.pattern === 'calico'
          ? path('M0 -460H140V-340C80 -330 20 -380 0 -460Z', '#3a3038')
          : c.pattern === 'cow'
            ? path('M-140 -460H-20C-20 -400 -60 -360 -140 -350Z', c.mark)
            : '',
    ) +
    at(0, 0, tail('M90 -24C180 0 236 -20 250 70C256 130 220 150 204 128', c, 42), 1, 0, tailSide < 0)
  )
}
