import { display, reading, setBlock } from '../block.ts'
import { dice, drawBlock, drawLabel, fibres, px, shadow } from '../draw.ts'
import { breakingFor, compose, ground, sized, smallest, type Template, tight } from '../template.ts'

/** A ruled school notebook with a marked title. */
export const notebook: Template = {
  name: 'notebook',
  faces: ['sans', 'sans-bold'],
  draw(card, fonts) {
    const set = compose(
      { ...card, text: tight(card.text) },
      {
        x: 196,
        y: 150,
        width: 780,
        height: 1150,
        title: { face: 'sans-bold', max: 72, min: 44, leading: 1.4, breaking: display, maxLines: 2 },
        body: { face: 'sans', max: sized(card, 76, 44), min: smallest(card), leading: 1.75, paragraphs: 0, breaking: breakingFor(card) },
        rise: 0,
        align: 'start',
        titleColor: '#1c2a4a',
        color: '#26324f',
        gap: 34,
      },
      fonts,
    )
    const step = set.body.size * set.body.leading
    let rules = ''
    for (let y = set.bodyTop + step * 0.93; y < 1440; y += step) rules += `M0 ${px(y)}H1080`
    let holes = ''
    for (let i = 0; i < 8; i++)
      holes += `<circle cx="66" cy="${150 + i * 163}" r="23" fill="#dfe5ea"/><path d="M44 ${146 + i * 163}a23 23 0 0 1 44 -2" fill="none" stroke="#b9c4cd" stroke-width="4"/>`
    // A felt marker's stroke under each line of the title, a little off as a hand is.
    const marker = set.title
      ? set.title.lines
          .map((line, i) => {
            const size = set.title?.size ?? 0
            const y = set.top + (set.title?.tops[i] ?? 0) + size * 0.86
            const wide = (line.width * size) / 1000
            const x = line.rightToLeft ? 976 - wide : 196
            return `<path d="M${px(x - 14)} ${px(y + 6)}L${px(x + 10 + wide)} ${px(y)}l6 ${px(size * 0.4)}L${px(x - 8)} ${px(y + size * 0.4 + 4)}z"/>`
          })
          .join('')
      : ''
    return `${ground('#fdfdf8')}<path d="${rules}" stroke="#a9c6e2" stroke-width="2"/><path d="M150 0V1440" stroke="#ef8f86" stroke-width="3"/>${holes}<g fill="#ffe26a">${marker}</g>${set.svg}`
  },
}

/** A yellow note, taped up a little askew. */
export const sticky: Template = {
  name: 'sticky',
  faces: ['sans', 'sans-bold'],
  draw(card, fonts) {
    const set = compose(
      card,
      {
        x: 200,
        y: 330,
        width: 680,
        height: 780,
        title: { face: 'sans-bold', max: 68, min: 42, leading: 1.35, breaking: display, maxLines: 3 },
        body: {
          face: card.title ? 'sans' : 'sans-bold',
          max: sized(card, 92, 42),
          min: smallest(card),
          leading: card.chinese ? 1.6 : 1.4,
          breaking: breakingFor(card),
        },
        rise: 0.4,
        align: 'start',
        titleColor: '#4a3710',
        color: '#4a3710',
        gap: 32,
      },
      fonts,
    )
    return `${ground('#d9e3dc')}<path d="M0 0H1080V1440H0z" fill="none"/>${grain()}<g transform="rotate(-2.2 540 720)">${shadow(130, 250, 820, 940, 6, 0.06, '#24352c')}
<path d="M130 250H950V1118Q930 1160 872 1190H130z" fill="#ffe784"/><path d="M950 1118Q930 1160 872 1190Q896 1150 888 1122Q920 1130 950 1118z" fill="#e6c552"/>
<rect x="410" y="206" width="260" height="84" fill="#fff" fill-opacity=".62" transform="rotate(1.4 540 248)"/>${set.svg}</g>`
  },
}

/** Vertical grain of a painted board. */
const grain = (): string => {
  const roll = dice(31)
  let path = ''
  for (let i = 0; i < 46; i++) {
    const x = roll() * 1080
    path += `M${px(x)} 0q${px(roll() * 14 - 7)} 720 ${px(roll() * 10 - 5)} 1440`
  }
  return `<path d="${path}" fill="none" stroke="#9fb4a6" stroke-opacity=".28" stroke-width="2"/>`
}

/** A ticket with a stub. */
export const ticket: Template = {
  name: 'ticket',
  faces: ['sans', 'sans-bold', 'sans-black'],
  words: 'VERMILION 朱笺 No.0123456789 凭票入场 ADMIT ONE',
  draw(card, fonts) {
    const set = compose(
      card,
      {
        x: 172,
        y: 300,
        width: 736,
        height: 640,
        title: { face: 'sans-black', max: 84, min: 46, leading: 1.28, breaking: display, maxLines: 3 },
        body: {
          face: card.title ? 'sans' : 'sans-black',
          max: card.title ? sized(card, 64, 40) : sized(card, 104, 42),
          min: smallest(card),
          leading: card.chinese ? 1.55 : 1.34,
          breaking: breakingFor(card),
        },
        rise: 0.4,
        align: 'start',
        titleColor: '#1d1916',
        color: '#1d1916',
        gap: 30,
      },
      fonts,
    )
    const roll = dice(card.seed)
    let bars = ''
    for (let x = 172; x < 640; ) {
      const bar = 3 + Math.floor(roll() * 4) * 3
      bars += `<rect x="${x}" y="1090" width="${bar}" height="130"/>`
      x += bar + 4 + Math.floor(roll() * 3) * 3
    }
    const number = String(card.seed % 1_000_000).padStart(6, '0')
    const label = { size: 30, face: 'sans-bold' as const, color: '#d7352b' }
    return `${ground('#e8593f')}<circle cx="1000" cy="110" r="330" fill="#f0735a"/><circle cx="60" cy="1390" r="260" fill="#d94a33"/>
${shadow(104, 150, 872, 1140, 34, 0.07, '#5b1508')}
<path d="M138 150H942a34 34 0 0 1 34 34V970a44 44 0 0 0 0 88V1256a34 34 0 0 1-34 34H138a34 34 0 0 1-34-34V1058a44 44 0 0 0 0-88V184a34 34 0 0 1 34-34z" fill="#fff9ee"/>
<path d="M164 1014H916" stroke="#c9b99f" stroke-width="4" stroke-dasharray="2 17" stroke-linecap="round"/>
${drawLabel('VERMILION', 172, 240, { ...label, spacing: 0.14 }, fonts)}${drawLabel('朱笺', 908, 241, { ...label, size: 36, align: 'end', spacing: 0.1 }, fonts)}<path d="M172 266H908" stroke="#1d1916" stroke-width="3"/>
<g fill="#1d1916">${bars}</g>${drawLabel(`No.${number}`, 908, 1146, { size: 38, face: 'sans-bold', color: '#1d1916', align: 'end' }, fonts)}${drawLabel(card.chinese ? '凭票入场' : 'ADMIT ONE', 908, 1208, { ...label, align: 'end', spacing: 0.06 }, fonts)}${set.svg}`
  },
}

/** A front page: headline over justified columns. */
export const newspaper: Template = {
  name: 'newspaper',
  faces: ['serif', 'serif-bold', 'sans-bold'],
  words: '朱笺日报 The Vermilion Post 号外 EXTRA 今日 TODAY',
  draw(card, fonts) {
    const ink = '#211d19'
    const [lead, rest] = card.title ? [card.title, card.text] : headline(card.text)
    const title = setBlock(
      lead,
      920,
      rest ? 380 : 820,
      { face: 'serif-bold', max: rest ? 112 : 170, min: 52, leading: card.chinese ? 1.3 : 1.14, breaking: display, maxLines: rest ? 3 : 6 },
      fonts,
    )
    const top = 330
    const bodyTop = top + title.height + 66
    let body = ''
    if (rest) {
      const two = rest.length > (card.chinese ? 90 : 220)
      const width = two ? 436 : 920
      const style = {
        face: 'serif' as const,
        max: two ? 42 : sized(card, 64, 46),
        min: 30,
        leading: card.chinese ? 1.6 : 1.4,
        paragraphs: 0.2,
        breaking: reading,
      }
      const room = 1330 - bodyTop
      const set = setBlock(rest, width, two ? room * 2 - 80 : room, style, fonts)
      const split = two ? Math.ceil(set.lines.length / 2) : set.lines.length
      const shift = set.tops[split] ?? 0
      const left = { ...set, lines: set.lines.slice(0, split) }
      const right = { ...set, lines: set.lines.slice(split), tops: set.tops.slice(split).map((y) => y - shift) }
      body = drawBlock(left, 80, bodyTop, width, two || card.chinese ? 'justify' : 'start', ink)
      if (two)
        body += `<path d="M540 ${px(bodyTop + 8)}V${px(bodyTop + shift)}" stroke="${ink}" stroke-width="1.5"/>${drawBlock(right, 564, bodyTop, width, 'justify', ink)}`
    }
    const below = rest ? `<path d="M80 ${px(bodyTop - 30)}H1000" stroke="${ink}" stroke-width="2"/>` : ''
    const name = card.chinese
      ? drawLabel('朱笺日报', 540, 208, { size: 118, face: 'serif-bold', color: ink, align: 'center', spacing: 0.12 }, fonts)
      : drawLabel('The Vermilion Post', 540, 200, { size: 88, face: 'serif-bold', color: ink, align: 'center' }, fonts)
    return `${ground('#f2ecdf')}${fibres(220, '#8b7f6a', 0.16, 5)}<path d="M80 78H1000" stroke="${ink}" stroke-width="8"/><path d="M80 92H1000" stroke="${ink}" stroke-width="2"/>${name}
<path d="M80 248H1000M80 304H1000" stroke="${ink}" stroke-width="2"/><rect x="80" y="257" width="${card.chinese ? 92 : 112}" height="38" fill="#d7352b"/>
${drawLabel(card.chinese ? '号外' : 'EXTRA', card.chinese ? 126 : 136, 286, { size: 27, face: 'sans-bold', color: '#fff8f0', align: 'center', spacing: 0.04 }, fonts)}${drawLabel(`No. ${(card.seed % 9000) + 1000}`, 1000, 286, { size: 27, face: 'serif', color: ink, align: 'end' }, fonts)}
${drawBlock(title, 80, top, 920, 'start', ink)}${below}${body}<path d="M80 1366H1000" stroke="${ink}" stroke-width="2"/>`
  },
}

/** A text without a title gives its first sentence to the headline, when that is short enough to be one. */
const headline = (text: string): [lead: string, rest: string] => {
  const end = /^[^\n]{4,90}?(?:[。！？!?\n]|\.(?=\s))/u.exec(text)?.[0]
  const rest = end ? text.slice(end.length).trim() : ''
  return end && rest && [...end].length <= (/[\u4e00-\u9fff]/u.test(end) ? 32 : 90) ? [end.trim().replace(/[。.]$/u, ''), rest] : [text, '']
}
