import { setBlock } from '../block.ts'
import { drawBlock, drawLabel, px } from '../draw.ts'
import type { Fonts } from '../fonts.ts'
import { breakLines } from '../lines.ts'
import { type Atom, shape } from '../shape.ts'
import { breakingFor, type CardText, ground, sized, smallest, type Template, tight } from '../template.ts'

const green = '#3f8f6b'
const ink = '#23282a'

/** Squared manuscript paper, one character a square; English is written on its rows. */
export const manuscript: Template = {
  name: 'manuscript',
  faces: ['serif', 'serif-bold'],
  words: '×=0123456789',
  draw(card, fonts) {
    const heading = card.title
      ? setBlock(card.title, 900, 130, { face: 'serif-bold', max: 64, min: 40, leading: 1.3, maxLines: 2 }, fonts)
      : undefined
    const top = heading ? 120 + heading.height + 30 : 130
    const title = heading ? drawBlock(heading, 90, 110, 900, 'center', ink) : ''
    return `${ground('#fcfbf3')}${title}${card.chinese ? squares(card, top, fonts) : rows(card, top, fonts)}`
  },
}

/** Type is a little smaller than its square: the side of a square in thousandths of the type size. */
const cell = 1220

/** Every character one square; a Latin word takes as many whole squares as it needs. */
const inSquares = (text: string, fonts: Fonts): Atom[] => {
  const atoms = shape(text, 'serif', fonts)
  let run = 0
  for (const [index, atom] of atoms.entries()) {
    const latin = atom.kind === 'letter' || atom.kind === 'space' || (!atom.half && atom.advance < 700)
    if (latin) {
      run += atom.advance
      const next = atoms[index + 1]
      if (next && next.kind !== 'square' && !next.half) continue
      atom.advance += Math.ceil(run / cell - 0.08) * cell - run
      run = 0
    } else {
      atom.shift += (cell - 1000) / 2
      atom.advance = cell
      atom.half = false
    }
  }
  return atoms
}

const squares = (card: CardText, top: number, fonts: Fonts): string => {
  const paragraphs = tight(card.text)
    .split('\n')
    .map((paragraph) => inSquares(paragraph, fonts))
  const sizes = [7, 8, 9, 10, 12, 14, 15, 16, 18, 20]
  for (const across of sizes) {
    const side = 900 / across
    const gap = side * 0.24
    const down = Math.floor((1330 - top + gap) / (side + gap))
    const lines = paragraphs.flatMap(
      (atoms) => breakLines({ atoms, rightToLeft: false }, across * cell, { balance: 0, word: 0, breath: 0 }, true) ?? [],
    )
    if (lines.length > down - (across < 12 ? 2 : 0) && across !== 20) continue
    let grid = ''
    let glyphs = ''
    for (let row = 0; row < down; row++) {
      const y = top + row * (side + gap)
      grid += `M90 ${px(y)}H990V${px(y + side)}H90z`
      for (let i = 1; i < across; i++) grid += `M${px(90 + i * side)} ${px(y)}v${px(side)}`
      const line = lines[row]
      if (!line) continue
      const block = {
        size: (side * 1000) / cell,
        leading: cell / 1000,
        lines: [{ ...line, start: 0 }],
        tops: [0],
        height: side,
        width: 900,
      }
      glyphs += drawBlock(block, 90, y, 900, 'start', ink)
    }
    const count = drawLabel(`${across}×${down}=${across * down}`, 990, 1392, { size: 26, face: 'serif', color: green, align: 'end' }, fonts)
    return `<path d="${grid}" fill="none" stroke="${green}" stroke-opacity=".72" stroke-width="1.8"/><rect x="78" y="${px(top - 12)}" width="924" height="${px(down * (side + gap) - gap + 24)}" fill="none" stroke="${green}" stroke-width="4"/>${glyphs}${count}`
  }
  return ''
}

const rows = (card: CardText, top: number, fonts: Fonts): string => {
  const style = {
    face: 'serif' as const,
    max: sized(card, 84, 46),
    min: smallest(card),
    leading: 1.62,
    paragraphs: 0,
    breaking: breakingFor(card),
  }
  const body = setBlock(tight(card.text), 860, 1330 - top, style, fonts)
  const step = body.size * body.leading
  const down = Math.floor((1340 - top) / step)
  let rules = ''
  for (let row = 1; row < down; row++) rules += `M90 ${px(top + row * step)}H990`
  return `<path d="${rules}" stroke="${green}" stroke-opacity=".6" stroke-width="1.8"/><rect x="90" y="${px(top)}" width="900" height="${px(down * step)}" fill="none" stroke="${green}" stroke-width="4"/>${drawBlock(body, 112, top, 860, 'start', ink)}`
}
