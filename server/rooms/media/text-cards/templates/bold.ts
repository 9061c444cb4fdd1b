import { type Block, display, setBlock } from '../block.ts'
import { drawBlock, px } from '../draw.ts'
import { atStart, breakingFor, compose, ground, sized, smallest, type Template } from '../template.ts'

/** Type as large as the sheet allows. */
export const poster: Template = {
  name: 'poster',
  faces: ['sans-bold', 'sans-black'],
  draw(card, fonts) {
    const set = compose(
      card,
      {
        x: 84,
        y: 330,
        width: 912,
        height: 990,
        title: { face: 'sans-black', max: 190, min: 64, leading: 1.14, breaking: display, maxLines: 4 },
        body: {
          face: card.title || card.text.length > 120 ? 'sans-bold' : 'sans-black',
          max: card.title ? sized(card, 72, 42) : 230,
          min: smallest(card),
          leading: card.title ? 1.45 : card.chinese ? 1.2 : 1.06,
          breaking: breakingFor(card),
        },
        rise: 1,
        align: 'start',
        titleColor: '#fff6ea',
        color: '#fff6ea',
        gap: 48,
      },
      fonts,
    )
    return `${ground('#d7352b')}<circle cx="904" cy="176" r="250" fill="#e8574a"/><circle cx="904" cy="176" r="150" fill="#ffd9a8"/><rect x="${atStart(set.title ?? set.body, 84, 912, 150)}" y="${px(Math.max(96, set.top - 62))}" width="150" height="18" fill="#ffd9a8"/>${set.svg}`
  },
}

/** A conversation: each paragraph is a bubble, the second voice answers. */
export const chat: Template = {
  name: 'chat',
  faces: ['sans', 'sans-bold'],
  draw(card, fonts) {
    const paragraphs = card.text.split('\n').filter(Boolean)
    // More voices than fit are one: the last bubble takes the rest.
    const said = paragraphs.length > 7 ? [...paragraphs.slice(0, 6), paragraphs.slice(6).join('\n')] : paragraphs
    const top = card.title ? 270 : 120
    const { bubbles, height } = fitBubbles(said, 1380 - top, card.chinese, fonts)
    let y = top + Math.max(0, (1400 - top - height) * 0.4)
    let out = ''
    bubbles.forEach((bubble, index) => {
      const mine = index % 2 === 1
      const width = Math.max(bubble.width + 84, 170)
      const tall = bubble.height + 60
      const x = mine ? 1080 - 184 - width : 184
      const tail = mine ? `M${px(x + width - 6)} ${px(y + 40)}l32 16l-32 18z` : `M${px(x + 6)} ${px(y + 40)}l-32 16l32 18z`
      const fill = mine ? '#d7352b' : '#ffffff'
      out += `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(tall)}" rx="36" fill="${fill}"/><path d="${tail}" fill="${fill}"/>${face(mine ? 1010 : 96, y + 56, mine)}${drawBlock(bubble, x + 42, y + 30, width - 84, 'start', mine ? '#fff8f0' : '#2a2420')}`
      y += tall + 44
    })
    const title = card.title
      ? `<rect width="1080" height="190" fill="#ffffff" fill-opacity=".7"/>${drawBlock(setBlock(card.title, 880, 150, { face: 'sans-bold', max: 58, min: 36, leading: 1.3, maxLines: 2, breaking: display }, fonts), 100, 56, 880, 'center', '#2a2420')}`
      : ''
    return `${ground('#efe4dc')}${title}${out}`
  },
}

const fitBubbles = (
  said: string[],
  room: number,
  chinese: boolean,
  fonts: Parameters<Template['draw']>[1],
): { bubbles: Block[]; height: number } => {
  const weight = said.join('').length / (chinese ? 1 : 2.2)
  // One bubble alone speaks up; a conversation keeps its voices alike.
  const loud = said.length === 1 ? [90, 68] : [72, 58]
  for (let size = (weight < 45 ? loud[0] : loud[1]) ?? 60; ; size -= 3) {
    const style = {
      face: 'sans' as const,
      max: size,
      min: size,
      leading: chinese ? 1.5 : 1.34,
      breaking: { balance: 0.02, word: 0.06, breath: 0.01 },
    }
    const bubbles = said.map((text) => setBlock(text, 640, 4000, style, fonts))
    const height = bubbles.reduce((sum, bubble) => sum + bubble.height + 60 + 44, -44)
    if (height <= room) return { bubbles, height }
    if (size <= 32) {
      // Too much even so: whole bubbles while they fit, and the last one cut.
      const each = room / said.length - 104
      const cut = said.map((text) => setBlock(text, 640, Math.max(60, each), style, fonts))
      return { bubbles: cut, height: cut.reduce((sum, bubble) => sum + bubble.height + 104, -44) }
    }
  }
}

/** Two plain faces: a cat for the first voice, a person for the second. */
const face = (x: number, y: number, mine: boolean): string =>
  mine
    ? `<g transform="translate(${x} ${px(y)})"><circle r="52" fill="#f6c9a8"/><path d="M-52 -6a52 52 0 0 1 104 0q-22-30-52-28t-52 28z" fill="#3c2a23"/><circle cx="-17" cy="4" r="5" fill="#3c2a23"/><circle cx="17" cy="4" r="5" fill="#3c2a23"/><path d="M-14 22q14 13 28 0" fill="none" stroke="#3c2a23" stroke-width="5" stroke-linecap="round"/></g>`
    : `<g transform="translate(${x} ${px(y)})"><path d="M-48 -58l34 24h-34zM48 -58l-34 24h34z" fill="#e08a3c"/><circle r="52" fill="#f0a45a"/><path d="M-40 -42l12 18M40 -42l-12 18M0 -52v18" stroke="#c8742c" stroke-width="7" stroke-linecap="round"/><circle cx="-18" cy="-2" r="6" fill="#3c2a23"/><circle cx="18" cy="-2" r="6" fill="#3c2a23"/><path d="M-6 14h12l-6 7zM0 21q-9 12-18 3M0 21q9 12 18 3" fill="#3c2a23" stroke="#3c2a23" stroke-width="4" stroke-linecap="round" fill-opacity="0"/></g>`

/** A picnic cloth with a label, for recipes and good news. */
export const gingham: Template = {
  name: 'gingham',
  faces: ['serif', 'serif-bold'],
  draw(card, fonts) {
    const set = compose(
      card,
      {
        x: 196,
        y: 250,
        width: 688,
        height: 940,
        title: { face: 'serif-bold', max: 76, min: 44, leading: 1.32, breaking: display, maxLines: 3 },
        body: {
          face: card.title || card.text.length > 60 ? 'serif' : 'serif-bold',
          max: sized(card, 88, 42),
          min: smallest(card),
          leading: card.chinese ? 1.66 : 1.42,
          breaking: breakingFor(card),
        },
        rise: 0.42,
        align: 'center',
        titleColor: '#b3261e',
        color: '#3b2a22',
      },
      fonts,
    )
    let stripes = ''
    for (let i = 0; i < 1440; i += 120) stripes += `M0 ${i}h1080v60H0zM${i} 0h60v1440h-60z`
    return `${ground('#fff7ef')}<g fill="#e0584c" fill-opacity=".42">${stripes
      .split(/(?=M)/)
      .map((d) => `<path d="${d}"/>`)
      .join(
        '',
      )}</g><rect x="120" y="150" width="840" height="1140" rx="46" fill="#fffdf8"/><rect x="146" y="176" width="788" height="1088" rx="30" fill="none" stroke="#e0584c" stroke-width="3" stroke-dasharray="14 12" stroke-linecap="round"/>${set.svg}`
  },
}

/** Soft blobs of colour and a bubble of air: for everyday news. */
export const candy: Template = {
  name: 'candy',
  faces: ['sans', 'sans-bold'],
  draw(card, fonts) {
    const set = compose(
      card,
      {
        x: 130,
        y: 200,
        width: 820,
        height: 1040,
        title: { face: 'sans-bold', max: 84, min: 46, leading: 1.3, breaking: display, maxLines: 3 },
        body: {
          face: card.title ? 'sans' : 'sans-bold',
          max: sized(card, 104, 44),
          min: smallest(card),
          leading: card.chinese ? 1.56 : 1.34,
          breaking: breakingFor(card),
        },
        rise: 0.44,
        align: 'start',
        titleColor: '#2b2350',
        color: '#2b2350',
      },
      fonts,
    )
    return `<defs><radialGradient id="a"><stop offset="0" stop-color="#ffb3c7"/><stop offset="1" stop-color="#ffb3c7" stop-opacity="0"/></radialGradient><radialGradient id="b"><stop offset="0" stop-color="#a8c8ff"/><stop offset="1" stop-color="#a8c8ff" stop-opacity="0"/></radialGradient><radialGradient id="c"><stop offset="0" stop-color="#ffe3a1"/><stop offset="1" stop-color="#ffe3a1" stop-opacity="0"/></radialGradient></defs>${ground('#fbeff5')}
<circle cx="150" cy="180" r="620" fill="url(#a)"/><circle cx="1020" cy="1260" r="720" fill="url(#b)"/><circle cx="980" cy="240" r="520" fill="url(#c)"/>${set.svg}`
  },
}
