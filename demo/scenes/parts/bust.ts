/** People close up: head and shoulders, looking at you or a little to the side. Origin: centre of the face; the head is about 190 high. */
import { dark, light, mix } from '../colour.ts'
import { at, circle, each, ellipse, path, rect, stroke } from '../draw.ts'
import { cloth, hair as hairColours, skin as skins } from '../palettes.ts'
import type { Rng } from '../rng.ts'
import type { Stage } from '../stage.ts'

export const hairStyles = [
  'bob',
  'long',
  'bun',
  'crop',
  'side',
  'curly',
  'pony',
  'braids',
  'waves',
  'fringe',
  'afro',
  'beanie',
  'hijab',
  'topknots',
  'grey',
  'bald',
] as const
export type HairStyle = (typeof hairStyles)[number]

export interface Look {
  skin: string
  hair: string
  style: HairStyle
  top: string
  collar: 'round' | 'v' | 'shirt' | 'high' | 'cross' | 'hood'
  glasses: boolean
  beard: boolean
  earrings: boolean
  mouth: 'smile' | 'open' | 'small'
  eyes: 'dots' | 'happy' | 'lashes'
  /** -1..1, which way the face is turned. */
  turn: number
}

/** A random but plausible person. */
export function makeLook(r: Rng, fixed: Partial<Look> = {}): Look {
  const style = fixed.style ?? r.pick(hairStyles.filter((name) => name !== 'hijab' || r.chance(0.5)))
  const tone = fixed.skin ?? r.pick(skins)
  // Deep skins get dark hair: a brown face under brown hair would lose its outline.
  const shades = ['#8c5637', '#6a3f2a', '#b97a52'].includes(tone)
    ? ['#231a1e', '#1c1a22', '#2d2024']
    : ['#d9a077', '#e3b48c'].includes(tone)
      ? hairColours.slice(0, 4)
      : hairColours.slice(0, 7)
  const old = style === 'grey' || style === 'bald'
  return {
    skin: tone,
    hair: old ? r.pick(['#9b9aa2', '#e6e1dc', '#c9c5c6']) : r.pick(shades),
    style,
    top: r.pick(cloth),
    collar: r.pick(['round', 'v', 'shirt', 'high', 'hood'] as const),
    glasses: r.chance(0.28),
    beard: (style === 'crop' || style === 'bald' || style === 'side') && r.chance(0.4),
    earrings: ['bob', 'long', 'bun', 'waves', 'afro', 'curly'].includes(style) && r.chance(0.45),
    mouth: r.pick(['smile', 'smile', 'open', 'small'] as const),
    eyes: r.pick(['dots', 'dots', 'happy', 'lashes'] as const),
    turn: r.range(-0.9, 0.9),
    ...fixed,
  }
}

const FACE = 'M-76 -22C-80 -98 80 -98 76 -22C75 22 60 58 36 80C18 96 -18 96 -36 80C-60 58 -75 22 -76 -22Z'

function hairBack(look: Look): string {
  const c = dark(look.hair, 0.22)
  switch (look.style) {
    case 'long':
      return path(
        'M-92 -30C-100 -130 100 -130 92 -30C98 40 112 130 104 220L58 226L40 60L-40 60L-58 226L-104 220C-112 130 -98 40 -92 -30Z',
        c,
      )
    case 'waves':
      return path(
        'M-90 -30C-104 -130 104 -130 90 -30C118 10 96 50 116 96C130 140 96 176 112 210C60 236 48 160 40 60L-40 60C-48 160 -60 236 -112 210C-96 176 -130 140 -116 96C-96 50 -118 10 -90 -30Z',
        c,
      )
    case 'bob':
    case 'fringe':
      return path(
        'M-92 -20C-104 -130 104 -130 92 -20C104 40 108 80 92 108C60 118 50 100 44 60L-44 60C-50 100 -60 118 -92 108C-108 80 -104 40 -92 -20Z',
        c,
      )
    case 'pony':
      return path(
        `M${look.turn > 0 ? -1 : 1} -60C${look.turn > 0 ? -150 : 150} -110 ${look.turn > 0 ? -170 : 170} 40 ${look.turn > 0 ? -128 : 128} 130C${look.turn > 0 ? -120 : 120} 60 ${look.turn > 0 ? -110 : 110} 0 ${look.turn > 0 ? -60 : 60} -40Z`,
        c,
      )
    case 'braids':
      return each(
        [-1, 1],
        (side) =>
          each([0, 1, 2, 3, 4], (i) => ellipse(side * (90 + (i % 2) * 4), 40 + i * 34, 20 - i * 1.6, 22, i % 2 ? c : look.hair)) +
          rect(side * 90 - 12, 196, 24, 10, look.top, 4) +
          path(`M${side * 90 - 11} 206L${side * 90 + 11} 206L${side * 90} 236Z`, c),
      )
    case 'afro':
      return circle(0, -48, 132, c)
    case 'curly':
      return each(
        [
          [-84, 20],
          [84, 20],
          [-96, -30],
          [96, -30],
          [-78, 62],
          [78, 62],
        ] as const,
        ([x, y]) => circle(x, y, 36, c),
      )
    case 'hijab':
      return path('M-104 -20C-108 -140 108 -140 104 -20C112 60 104 130 140 200L-140 200C-104 130 -112 60 -104 -20Z', dark(look.top, 0.18))
    case 'bun':
      return circle(look.turn * -14, -128, 42, c)
    case 'topknots':
      return circle(-66, -98, 36, c) + circle(66, -98, 36, c)
    default:
      return ''
  }
}

function hairFront(_s: Stage, look: Look): string {
  const c = look.hair
  const shine = light(c, 0.25)
  const t = look.turn * 16
  const gloss = (d: string) => stroke(d, shine, 7, 'opacity=".45"')
  switch (look.style) {
    case 'bob':
    case 'long':
      return (
        path(
          `M${t * 0.8} -74C-30 -66 -66 -34 -74 26C-92 10 -104 -40 -84 -78C-58 -118 58 -118 84 -78C104 -40 92 10 74 26C70 -30 36 -62 ${t * 0.8} -74Z`,
          c,
        ) + gloss('M-66 -70C-50 -94 -24 -100 -6 -100')
      )
    case 'waves':
      return (
        path(
          `M${t - 20} -76C-40 -50 -62 -40 -78 14C-104 -10 -100 -60 -80 -84C-50 -120 60 -118 86 -76C102 -40 96 -8 78 14C70 -30 20 -44 ${t - 20} -76Z`,
          c,
        ) + gloss('M-60 -80C-40 -100 -10 -102 8 -100')
      )
    case 'fringe':
      return (
        path('M-82 20C-100 -40 -92 -112 0 -114C92 -112 100 -40 82 20C78 0 74 -14 70 -26C30 -34 -30 -34 -70 -26C-74 -14 -78 0 -82 20Z', c) +
        stroke('M-30 -36L-26 -62M6 -38L6 -66M40 -36L34 -62', dark(c, 0.3), 3) +
        gloss('M-62 -72C-44 -94 -16 -98 4 -98')
      )
    case 'bun':
      return (
        path(
          `M${t} -70C-30 -68 -66 -40 -76 4C-90 -10 -94 -56 -78 -80C-50 -114 50 -114 78 -80C94 -56 90 -10 76 4C66 -40 30 -68 ${t} -70Z`,
          c,
        ) +
        circle(look.turn * -14, -132, 34, c) +
        gloss('M-58 -80C-40 -96 -18 -100 0 -99') +
        stroke('M-20 -150C-8 -160 8 -160 18 -152', shine, 5, 'opacity=".4"')
      )
    case 'topknots':
      return (
        path('M0 -66C-30 -60 -62 -30 -76 6C-92 -20 -92 -60 -74 -82C-48 -112 48 -112 74 -82C92 -60 92 -20 76 6C62 -30 30 -60 0 -66Z', c) +
        circle(-68, -102, 29, c) +
        circle(68, -102, 29, c) +
        stroke('M0 -66L0 -104', dark(c, 0.3), 3)
      )
    case 'crop':
      return (
        path(
          `M-80 -8C-92 -60 -80 -112 0 -114C80 -112 92 -60 80 -8C74 -24 70 -40 ${60 + t * 0.4} -52C20 -46 -28 -52 -56 -66C-66 -50 -74 -30 -80 -8Z`,
          c,
        ) + gloss('M-54 -86C-36 -100 -10 -104 10 -102')
      )
    case 'side':
      return (
        path('M-82 2C-98 -60 -70 -116 6 -118C84 -116 96 -52 82 4C78 -18 74 -34 66 -46C34 -40 -20 -48 -50 -78C-58 -50 -76 -30 -82 2Z', c) +
        path('M-52 -80C-30 -130 50 -132 74 -92C40 -112 0 -96 -52 -80Z', light(c, 0.12)) +
        gloss('M-20 -104C0 -112 24 -112 40 -106')
      )
    case 'curly':
      return (
        each(
          [
            [-70, -46, 30],
            [-52, -82, 34],
            [-16, -100, 36],
            [26, -102, 36],
            [58, -80, 34],
            [74, -44, 28],
            [-30, -66, 26],
            [10, -72, 28],
            [44, -62, 24],
            [-80, -10, 22],
            [80, -10, 22],
          ] as const,
          ([x, y, r]) => circle(x, y, r, c),
        ) +
        each(
          [
            [-50, -92],
            [-12, -110],
            [30, -110],
          ] as const,
          ([x, y]) => stroke(`M${x - 10} ${y}q10 -10 20 0`, shine, 5, 'opacity=".4"'),
        )
      )
    case 'afro':
      return (
        path(
          'M-76 -10C-84 -50 -60 -70 -36 -66C-10 -78 14 -78 38 -66C62 -70 84 -50 76 -10C110 -20 120 -90 70 -130C30 -160 -30 -160 -70 -130C-120 -90 -110 -20 -76 -10Z',
          c,
        ) + gloss('M-70 -110C-50 -136 -20 -144 0 -144')
      )
    case 'pony':
      return (
        path(
          `M${t} -68C-34 -64 -66 -40 -76 2C-92 -20 -94 -60 -76 -84C-48 -114 48 -114 76 -84C94 -60 92 -20 76 2C66 -40 34 -64 ${t} -68Z`,
          c,
        ) + gloss('M-58 -78C-40 -96 -16 -100 2 -99')
      )
    case 'braids':
      return (
        path('M0 -72C-20 -60 -64 -44 -78 24C-98 0 -100 -60 -78 -86C-50 -114 50 -114 78 -86C100 -60 98 0 78 24C64 -44 20 -60 0 -72Z', c) +
        stroke('M0 -72L0 -106', dark(c, 0.3), 3) +
        gloss('M-62 -76C-46 -96 -22 -100 -8 -100')
      )
    case 'beanie':
      return (
        path('M-78 10C-84 -10 -82 -30 -76 -40L-60 -40L-66 -6ZM78 10C84 -10 82 -30 76 -40L60 -40L66 -6Z', c) +
        path('M-88 -40C-94 -132 94 -132 88 -40Z', look.top) +
        path('M-94 -62C-60 -74 60 -74 94 -62L94 -30C60 -42 -60 -42 -94 -30Z', dark(look.top, 0.2)) +
        each([-60, -30, 0, 30, 60], (x) => stroke(`M${x} -66L${x} -38`, dark(look.top, 0.35), 4, 'opacity=".6"')) +
        circle(0, -122, 22, light(look.top, 0.4))
      )
    case 'hijab':
      return (
        path(
          'M0 -120C-90 -120 -108 -40 -96 40C-88 90 -50 116 0 118C50 116 88 90 96 40C108 -40 90 -120 0 -120ZM0 -76C50 -76 72 -40 70 0C66 50 40 86 0 88C-40 86 -66 50 -70 0C-72 -40 -50 -76 0 -76Z',
          look.top,
          'fill-rule="evenodd"',
        ) +
        path('M-66 60C-30 120 40 130 92 70C110 120 90 170 60 200L-70 200C-40 160 -60 100 -66 60Z', light(look.top, 0.08)) +
        stroke('M-50 100C-10 140 40 130 80 100', dark(look.top, 0.2), 4, 'opacity=".6"')
      )
    case 'grey':
      return (
        each(
          [
            [-72, -40, 28],
            [-56, -76, 32],
            [-20, -98, 34],
            [24, -98, 34],
            [58, -76, 32],
            [74, -38, 26],
            [-82, -6, 18],
            [82, -6, 18],
          ] as const,
          ([x, y, r]) => circle(x, y, r, c),
        ) + gloss('M-46 -94C-30 -108 -4 -110 14 -108')
      )
    case 'bald':
      return (
        path('M-78 6C-88 -10 -88 -34 -78 -50C-70 -40 -70 -16 -70 6ZM78 6C88 -10 88 -34 78 -50C70 -40 70 -16 70 6Z', c) +
        stroke('M-30 -74C-18 -80 0 -82 10 -81', '#ffffff', 8, 'opacity=".35"')
      )
  }
}

function features(look: Look): string {
  const t = look.turn * 16
  const ink = '#2b1a20'
  const lid = mix(look.skin, '#6a2f2a', 0.55)
  const eye = (x: number) => {
    if (look.eyes === 'happy') return stroke(`M${x - 12} 4q12 -14 24 0`, ink, 6)
    const lash = look.eyes === 'lashes' ? stroke(`M${x - 11} -6q11 -10 22 -1${x > t ? 'l5 -5' : 'm-22 1l-5 -5'}`, ink, 4.5) : ''
    return ellipse(x, 1, 7.5, 9.5, ink) + circle(x + 2.6, -2.6, 2.8, '#fff') + lash
  }
  const brow = (x: number, side: number) =>
    stroke(
      `M${x - 15} ${-22 + (side < 0 ? 2 : -2)}q15 ${-9} 30 ${side < 0 ? -3 : 3}`,
      look.style === 'hijab' ? ink : mix(look.hair, ink, 0.4),
      5,
    )
  const mouth = {
    smile: stroke(`M${t - 19} 47q19 18 38 0`, lid, 5.5),
    open:
      path(`M${t - 22} 43Q${t} 48 ${t + 22} 43Q${t + 17} 68 ${t} 68Q${t - 17} 68 ${t - 22} 43Z`, '#8d2b32') +
      path(`M${t - 18} 45Q${t} 49 ${t + 18} 45L${t + 16} 52Q${t} 55 ${t - 16} 52Z`, '#fffaf2'),
    small: stroke(`M${t - 11} 49q11 9 22 0`, lid, 5.5),
  }[look.mouth]
  const blush = each([-46, 46], (x) => ellipse(x + t * 0.8, 28, 18, 12, '#e8604f', 'opacity=".26"'))
  const beard = look.beard
    ? path(`M-74 4C-72 60 -40 98 0 98C40 98 72 60 74 4C66 30 48 36 ${26 + t} 34Q${t} 26 ${-26 + t} 34C-48 36 -66 30 -74 4Z`, look.hair) +
      path(`M${t - 20} 46q20 12 40 0q-6 14 -20 14q-14 0 -20 -14Z`, '#7c2a2c')
    : ''
  const glasses = look.glasses
    ? `<g fill="#ffffff" fill-opacity=".18" stroke="${ink}" stroke-width="4.5"><circle cx="${-31 + t}" cy="2" r="23"/><circle cx="${31 + t}" cy="2" r="23"/><path d="M${-8 + t} 0q8 -6 16 0M${-54 + t} -4L-74 -10M${54 + t} -4L74 -10" fill="none"/></g>`
    : ''
  return (
    blush +
    brow(-31 + t, -1) +
    brow(31 + t, 1) +
    eye(-31 + t) +
    eye(31 + t) +
    stroke(`M${t * 1.25 + 2} 8q${t >= 0 ? 8 : -8} 14 ${t >= 0 ? -2 : 2} 17`, lid, 4.5) +
    (look.beard ? beard : mouth) +
    glasses
  )
}

function shoulders(s: Stage, look: Look): string {
  const c = look.top
  const body = s.lin([light(c, 0.1), dark(c, 0.16)])
  const trunk = path(
    'M-46 112C-90 124 -150 138 -176 196C-192 240 -198 320 -200 420L200 420C198 320 192 240 176 196C150 138 90 124 46 112Z',
    body,
  )
  const neck =
    path('M-32 60L-34 116C-20 142 20 142 34 116L32 60Z', look.skin) +
    path('M-33 84C-14 104 18 104 33 80L34 104C16 122 -16 122 -34 104Z', dark(look.skin, 0.22), 'opacity=".75"')
  const arms = stroke('M-118 250C-124 310 -126 360 -126 420M118 250C124 310 126 360 126 420', dark(c, 0.3), 5, 'opacity=".5"')
  switch (look.collar) {
    case 'v':
      return (
        trunk +
        neck +
        path('M-40 108L0 178L40 108C30 128 16 140 0 142C-16 140 -30 128 -40 108Z', look.skin) +
        stroke('M-44 110L0 184L44 110', dark(c, 0.25), 8) +
        arms
      )
    case 'shirt':
      return (
        trunk +
        neck +
        path('M-44 104L-62 124L-26 170L0 140ZM44 104L62 124L26 170L0 140Z', light(c, 0.45)) +
        stroke('M0 142L0 420', dark(c, 0.22), 4) +
        each([200, 260, 320], (y) => circle(0, y, 5, light(c, 0.5))) +
        arms
      )
    case 'high':
      return trunk + neck + path('M-42 92C-20 108 20 108 42 92L48 126C20 146 -20 146 -48 126Z', light(c, 0.16)) + arms
    case 'cross':
      return (
        trunk +
        neck +
        path('M-40 108L14 220L40 108C24 136 -24 136 -40 108Z', look.skin) +
        stroke('M-48 108L40 300', light(c, 0.6), 26) +
        stroke('M48 108L-34 290', light(c, 0.6), 26) +
        stroke('M-48 108L40 300M48 108L-2 214', dark(c, 0.1), 4) +
        rect(-190, 300, 380, 70, dark(c, 0.3)) +
        rect(-190, 312, 380, 8, '#f2c14e') +
        arms
      )
    case 'hood':
      return (
        path('M-110 150C-120 80 -70 60 0 60C70 60 120 80 110 150Z', dark(c, 0.25)) +
        trunk +
        neck +
        path('M-52 108C-30 150 30 150 52 108L84 130C60 190 -60 190 -84 130Z', light(c, 0.12)) +
        stroke('M-22 164L-26 232M22 164L26 226', light(c, 0.6), 5) +
        arms
      )
    default:
      return trunk + neck + stroke('M-50 112C-24 150 24 150 50 112', dark(c, 0.22), 10) + arms
  }
}

/** A person from the chest up. */
export function bust(s: Stage, look: Look): string {
  const ears = look.style === 'hijab' ? '' : ellipse(-77, 6, 12, 18, dark(look.skin, 0.08)) + ellipse(77, 6, 12, 18, dark(look.skin, 0.08))
  const jewels = look.earrings ? circle(-79, 34, 7, '#f2c14e') + circle(79, 34, 7, '#f2c14e') : ''
  const lit = path(
    FACE,
    s.lin(
      [
        [0, light(look.skin, 0.22)],
        [0.6, look.skin],
        [1, dark(look.skin, 0.1)],
      ],
      60,
    ),
  )
  const fall =
    look.style === 'bald' || look.style === 'hijab'
      ? ''
      : path('M-76 -22C-79 -92 79 -92 76 -22C60 -52 -60 -52 -76 -22Z', dark(look.skin, 0.3), 'opacity=".35"')
  return hairBack(look) + shoulders(s, look) + at(0, 0, ears + lit + fall + features(look) + hairFront(s, look) + jewels, 1, look.turn * 4)
}
