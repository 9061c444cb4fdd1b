import { display, setBlock } from '../block.ts'
import { drawBlock, drawColumns, drawSeal, fibres, px } from '../draw.ts'
import { atStart, breakingFor, compose, ground, sized, smallest, type Template, tight } from '../template.ts'

const ink = '#2a211b'
const vermilion = '#d7352b'

/** Letter paper: a vermilion double frame and rules, as the site's name says. */
export const letter: Template = {
  name: 'letter',
  faces: ['serif', 'serif-bold'],
  words: '朱',
  draw(card, fonts) {
    const text = { ...card, text: tight(card.text) }
    const set = compose(
      text,
      {
        x: 150,
        y: 190,
        width: 780,
        height: 960,
        title: { face: 'serif-bold', max: 76, min: 46, leading: 1.4, breaking: display, maxLines: 3 },
        body: {
          face: 'serif',
          max: sized(card, 84, 50),
          min: smallest(card),
          leading: 1.78,
          paragraphs: 0,
          breaking: breakingFor(card),
        },
        rise: 0,
        align: card.chinese ? 'justify' : 'start',
        titleAlign: 'start',
        titleColor: ink,
        color: ink,
        gap: 40,
      },
      fonts,
    )
    const step = set.body.size * set.body.leading
    let rules = ''
    // Rules run on below the text to the foot of the sheet, as on any pad.
    for (let y = set.bodyTop + step * 0.93; y < 1210; y += step) rules += `M150 ${px(y)}H930`
    return `${ground('#fbf5e9')}${fibres(150, '#b9a27c', 0.16)}
<rect x="72" y="72" width="936" height="1296" fill="none" stroke="${vermilion}" stroke-width="7"/>
<rect x="90" y="90" width="900" height="1260" fill="none" stroke="${vermilion}" stroke-width="2"/>
<path d="${rules}" stroke="${vermilion}" stroke-opacity=".38" stroke-width="1.6"/>${set.svg}${drawSeal(836, 1226, 94, fonts)}`
  },
}

/** Columns from right to left on rice paper; English keeps its own way of reading, on the same paper. */
export const columns: Template = {
  name: 'columns',
  faces: ['serif', 'serif-bold'],
  words: '朱',
  draw(card, fonts) {
    const paper = `${ground('#f3ead6')}${fibres(260, '#9c8458', 0.2, 11)}<rect x="84" y="84" width="912" height="1272" fill="none" stroke="#a53a2c" stroke-width="3"/>`
    if (!card.chinese) {
      const set = compose(
        card,
        {
          x: 170,
          y: 200,
          width: 740,
          height: 920,
          title: { face: 'serif-bold', max: 74, min: 46, leading: 1.25, breaking: display, maxLines: 4 },
          body: { face: 'serif', max: sized(card, 76, 46), min: smallest(card), leading: 1.5, breaking: breakingFor(card) },
          rise: 0.42,
          align: 'center',
          titleColor: ink,
          color: ink,
        },
        fonts,
      )
      return `${paper}<path d="M500 ${px(set.top - 60)}h80M500 ${px(set.bottom + 60)}h80" stroke="#a53a2c" stroke-width="3"/>${set.svg}${drawSeal(497, 1210, 86, fonts)}`
    }
    const length = 1090
    const title = card.title
      ? setBlock(card.title, length, 260, { face: 'serif-bold', max: 84, min: 50, leading: 1.45, breaking: display, maxLines: 2 }, fonts)
      : undefined
    const room = 800 - (title ? title.height + 36 : 0)
    // Verse and short lines want air between the columns, prose wants to fit.
    const body = setBlock(
      tight(card.text),
      length,
      room,
      { face: 'serif', max: sized(card, 92, 48), min: smallest(card), leading: 1.75, paragraphs: 0, breaking: breakingFor(card) },
      fonts,
    )
    const total = body.height + (title ? title.height + 36 : 0)
    const right = 540 + 400 - Math.max(0, (800 - total) * 0.5)
    const bodyRight = right - (title ? title.height + 36 : 0)
    let rules = ''
    for (let i = 0; i <= body.lines.length; i++) rules += `M${px(bodyRight - i * body.size * body.leading)} 150V1290`
    const seal = Math.max(110, bodyRight - body.height - 100)
    return `${paper}<path d="${rules}" stroke="#a53a2c" stroke-opacity=".42" stroke-width="1.6"/>
${title ? drawColumns(title, right, 175, length, 'start', '#7d1f16') : ''}${drawColumns(body, bodyRight, 175, length, 'justify', ink)}${drawSeal(seal, 1196, 78, fonts, '#b8342a')}`
  },
}

/** Almost nothing: white, a few words, the seal. */
export const blank: Template = {
  name: 'blank',
  faces: ['serif', 'serif-bold'],
  words: '朱',
  draw(card, fonts) {
    const set = compose(
      card,
      {
        x: 140,
        y: 170,
        width: 800,
        height: 960,
        title: { face: 'serif-bold', max: 70, min: 44, leading: 1.35, breaking: display, maxLines: 3 },
        body: {
          face: 'serif',
          max: sized(card, 78, 42),
          min: smallest(card),
          leading: card.chinese ? 1.8 : 1.5,
          breaking: breakingFor(card),
        },
        rise: 0.36,
        align: 'start',
        titleColor: '#1d1916',
        color: '#3a332d',
      },
      fonts,
    )
    return `${ground('#ffffff')}${set.svg}${drawSeal(866, 1160, 76, fonts)}`
  },
}

/** A quotation between large marks, whose words it is below them. Both stand at the side on which the words begin to be read. */
export const quote: Template = {
  name: 'quote',
  faces: ['serif', 'serif-bold'],
  draw(card, fonts) {
    const [x, width, rule] = [130, 820, 56]
    const source = card.title
      ? setBlock(card.title, width, 110, { face: 'serif', max: 46, min: 32, leading: 1.35, maxLines: 2 }, fonts)
      : undefined
    const set = compose(
      { ...card, title: '' },
      {
        x,
        y: 370,
        width,
        // The closing mark and the source each have the foot to themselves.
        height: source ? 610 : 700,
        title: { face: 'serif-bold', max: 60, min: 40, leading: 1.4 },
        body: {
          face: 'serif-bold',
          max: sized(card, 104, 48),
          min: smallest(card),
          leading: card.chinese ? 1.6 : 1.35,
          breaking: breakingFor(card),
        },
        rise: 0.3,
        align: 'start',
        titleColor: '#5b1d17',
        color: '#5b1d17',
      },
      fonts,
    )
    const rightToLeft = set.body.lines[0]?.rightToLeft ?? false
    // Drawn, not typed: the mark of a font is too thin at this size. The closing one is the opening one upside down and the other way round.
    const mark = (right: boolean, y: number, turn: 1 | -1) =>
      `<g transform="translate(${right ? x + width : x} ${px(y)}) scale(${right ? -1 : 1} ${turn})" fill="${vermilion}"><path d="M0 118C0 48 38 8 98 -8l12 26C72 32 52 54 50 80h46v84H0z"/><path d="M126 118C126 48 164 8 224 -8l12 26C198 32 178 54 176 80h46v84H126z"/></g>`
    const lowest = source ? 1190 : 1330
    const foot = source
      ? `<rect x="${atStart(set.body, x, width, rule)}" y="1226" width="${rule}" height="5" fill="${vermilion}"/>${drawBlock(source, x, 1252, width, (source.lines[0]?.rightToLeft ?? false) === rightToLeft ? 'start' : 'end', '#8c4a40')}`
      : ''
    return `${ground('#f9dfd4')}<circle cx="980" cy="1330" r="330" fill="#f4c9ba"/>${mark(rightToLeft, 158, 1)}${set.svg}${mark(!rightToLeft, Math.min(lowest, Math.max(1130, set.bottom + 200)), -1)}${foot}`
  },
}
