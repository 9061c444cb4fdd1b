import { display } from '../block.ts'
import { dice, px } from '../draw.ts'
import { breakingFor, cardHeight, cardWidth, compose, ground, type Layout, sized, smallest, type Template } from '../template.ts'

const gradient = (id: string, stops: readonly (readonly [offset: number, color: string])[]) =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops.map(([offset, color]) => `<stop offset="${offset}" stop-color="${color}"/>`).join('')}</linearGradient>`

/** A range of hills across the card, the same every time. */
const hills = (base: number, height: number, seed: number, fill: string): string => {
  const roll = dice(seed)
  let path = `M0 ${cardHeight}V${px(base - roll() * height)}`
  const steps = 4
  for (let i = 1; i <= steps; i++) {
    const x = (cardWidth / steps) * i
    const y = base - roll() * height
    path += `S${px(x - cardWidth / steps / 2)} ${px(y - height * 0.12)} ${px(x)} ${px(y)}`
  }
  return `<path d="${path}V${cardHeight}Z" fill="${fill}"/>`
}

const upper = (
  card: Parameters<Template['draw']>[0],
  face: 'serif' | 'sans',
  colors: [title: string, body: string],
  more: Partial<Layout> = {},
): Layout => ({
  x: 120,
  y: 150,
  width: 840,
  height: 780,
  title: { face: `${face}-bold`, max: 84, min: 46, leading: 1.35, breaking: display, maxLines: 3 },
  body: {
    face: card.title || card.text.length > 60 ? face : `${face}-bold`,
    max: sized(card, 100, 44),
    min: smallest(card),
    leading: card.chinese ? 1.62 : 1.38,
    breaking: breakingFor(card),
  },
  rise: 0.2,
  align: 'start',
  titleColor: colors[0],
  color: colors[1],
  ...more,
})

/** Celadon hills with a pale sun. */
export const jade: Template = {
  name: 'jade',
  faces: ['serif', 'serif-bold'],
  draw(card, fonts) {
    const set = compose(card, upper(card, 'serif', ['#0f4434', '#17513f']), fonts)
    return `<defs>${gradient('sky', [
      [0, '#eef5ea'],
      [1, '#cfe3d6'],
    ])}</defs>${ground('url(#sky)')}
<circle cx="838" cy="1010" r="86" fill="#e2574a"/>
${hills(1180, 150, 21, '#a9cdbb')}${hills(1260, 150, 5, '#6fab92')}${hills(1350, 130, 33, '#3c8268')}${hills(1420, 90, 8, '#1f5f49')}
<path d="M212 1008q16-17 30 0q14-17 32-2M300 968q11-12 21 0q10-12 22-1" fill="none" stroke="#1f5f49" stroke-width="4.5" stroke-linecap="round"/>${set.svg}`
  },
}

/** A night over roofs, a few windows still lit. */
export const night: Template = {
  name: 'night',
  faces: ['sans', 'sans-bold'],
  draw(card, fonts) {
    const roll = dice(3)
    let stars = ''
    for (let i = 0; i < 90; i++)
      stars += `<circle cx="${px(roll() * 1080)}" cy="${px(roll() * 1050)}" r="${px(0.8 + roll() * 2)}" fill-opacity="${px(0.25 + roll() * 0.6)}"/>`
    const set = compose(card, upper(card, 'sans', ['#ffe9b8', '#f3ecdd'], { y: 310, height: 690, rise: 0.25 }), fonts)
    return `<defs>${gradient('sky', [
      [0, '#0d1333'],
      [0.6, '#242a5c'],
      [1, '#4b3f75'],
    ])}</defs>${ground('url(#sky)')}<g fill="#fff6da">${stars}</g>
<circle cx="892" cy="190" r="88" fill="#ffe9b8"/><circle cx="856" cy="166" r="80" fill="#121838"/>
${roofs()}${set.svg}`
  },
}

/** Tiled roofs in silhouette with lit windows. */
const roofs = (): string => {
  const roll = dice(19)
  let walls = ''
  let lights = ''
  for (let x = -30; x < 1080; ) {
    const width = 110 + Math.round(roll() * 90)
    const top = 1140 + Math.round(roll() * 130)
    const peak = top - 34 - roll() * 30
    walls += `M${x} 1440V${top}L${px(x - 14)} ${top}Q${px(x + width / 2 - 20)} ${px(top - 10)} ${px(x + width / 2)} ${px(peak)}Q${px(x + width / 2 + 20)} ${px(top - 10)} ${px(x + width + 14)} ${top}H${x + width}V1440Z`
    for (let wx = x + 22; wx < x + width - 34; wx += 40) {
      for (let wy = top + 34; wy < 1400; wy += 58) if (roll() > 0.68) lights += `<rect x="${wx}" y="${wy}" width="18" height="26" rx="2"/>`
    }
    x += width - 6
  }
  return `<path d="${walls}" fill="#0b0f26"/><g fill="#ffc76b">${lights}</g>`
}

/** The sun going down behind the sea. */
export const dusk: Template = {
  name: 'dusk',
  faces: ['sans', 'sans-bold'],
  draw(card, fonts) {
    const roll = dice(12)
    let shine = ''
    for (let i = 0; i < 15; i++) {
      const y = 1142 + i * 19
      const half = (150 - i * 6) * (0.35 + roll() * 0.65)
      shine += `<rect x="${px(540 - half + (roll() - 0.5) * 40)}" y="${y}" width="${px(half * 2)}" height="${px(4 + i * 0.35)}" rx="3"/>`
    }
    const set = compose(card, upper(card, 'sans', ['#ffffff', '#ffffff'], { height: 740 }), fonts)
    return `<defs>${gradient('sky', [
      [0, '#43305f'],
      [0.34, '#a2476b'],
      [0.6, '#e5735a'],
      [0.8, '#f9b26a'],
    ])}${gradient('sea', [
      [0, '#b9566a'],
      [1, '#3b2a59'],
    ])}</defs>${ground('url(#sky)')}
<circle cx="540" cy="1130" r="150" fill="#fff0c2"/><circle cx="540" cy="1130" r="210" fill="#fff0c2" fill-opacity=".14"/>
<rect y="1130" width="1080" height="310" fill="url(#sea)"/><g fill="#ffe2a8" fill-opacity=".75">${shine}</g>
<path d="M0 1130h210q40-34 96-28q50-52 118-30q30 20 66 58H0z" fill="#6d3a66"/><path d="M1080 1130H820q50-46 120-40q70 4 140 26z" fill="#5a3261"/>${set.svg}`
  },
}

/** A school board with a wooden frame and chalk on the ledge. */
export const chalkboard: Template = {
  name: 'chalkboard',
  faces: ['sans', 'sans-bold'],
  draw(card, fonts) {
    const roll = dice(4)
    let wiped = ''
    for (let i = 0; i < 26; i++) {
      const y = 90 + roll() * 1180
      wiped += `<path d="M${px(60 + roll() * 500)} ${px(y)}q${px(180 + roll() * 200)} ${px(-50 + roll() * 100)} ${px(360 + roll() * 260)} ${px(-30 + roll() * 60)}" stroke-width="${px(24 + roll() * 60)}" stroke-opacity="${px(0.012 + roll() * 0.02)}"/>`
    }
    const set = compose(
      card,
      upper(card, 'sans', ['#ffe48a', '#f2f3e8'], {
        x: 128,
        y: 150,
        width: 824,
        height: 1020,
        rise: 0.36,
        align: card.text.length < 60 ? 'center' : 'start',
        titleAlign: 'center',
        gap: 70,
      }),
      fonts,
    )
    const line = set.title
      ? `<path d="M300 ${px(set.bodyTop - 34)}q120-9 240 0t240-3" fill="none" stroke="#ffe48a" stroke-opacity=".8" stroke-width="5" stroke-linecap="round"/>`
      : ''
    return `${ground('#a9744a')}<path d="M0 0h1080l-48 48H48zM0 1440h1080l-48-84H48z" fill="#b98357"/><path d="M0 0v1440l48-84V48zM1080 0v1440l-48-84V48z" fill="#94623c"/>
<rect x="48" y="48" width="984" height="1308" fill="#24483d"/><g fill="none" stroke="#fff" stroke-linecap="round">${wiped}</g>
<rect x="28" y="1342" width="1024" height="34" rx="6" fill="#8a5a36"/><rect x="28" y="1342" width="1024" height="9" rx="4" fill="#c9956a"/>
<rect x="160" y="1322" width="96" height="21" rx="6" fill="#fdfcf4"/><rect x="284" y="1324" width="66" height="19" rx="6" fill="#ffd9d2"/><rect x="376" y="1323" width="80" height="20" rx="6" fill="#ffeaa0"/>
<rect x="800" y="1298" width="150" height="45" rx="7" fill="#4b3326"/><rect x="800" y="1328" width="150" height="15" rx="4" fill="#e9e1d2"/>${line}${set.svg}`
  },
}
