import type { Face, Fonts } from './fonts.ts'
import { type Breaking, breakLines, type Line, type Paragraph } from './lines.ts'
import { levelsOf } from './order.ts'
import { type Atom, shape } from './shape.ts'

export interface BlockStyle {
  face: Face
  /** Largest and smallest type size in pixels; the block takes the largest that fits. */
  max: number
  min: number
  /** Line to line, in type sizes. */
  leading: number
  /** Extra room between paragraphs, in type sizes. */
  paragraphs?: number
  breaking?: Breaking
  maxLines?: number
}

/** Text set in lines. */
export interface Block {
  size: number
  leading: number
  lines: Line[]
  /** Top of each line from the top of the block, pixels. */
  tops: number[]
  /** Along the lines' stack: the height of horizontal text, the width of vertical text. */
  height: number
  /** The longest line, pixels. */
  width: number
}

/** Even lines everywhere: titles, quotations, a sentence alone on a poster. */
export const display: Breaking = { balance: 0.6, word: 0.25, breath: 0.08 }
/** Full lines with a free last one. */
export const reading: Breaking = { balance: 0, word: 0.012, breath: 0 }

/**
 * Sets a text (its line feeds are kept as paragraphs) into a box, as large as fits. What does not fit at the smallest size ends in an
 * ellipsis. `width` and `height` in pixels; for vertical text they are the length of a column and the room for columns.
 */
export const setBlock = (text: string, width: number, height: number, style: BlockStyle, fonts: Fonts): Block => {
  const paragraphs = text.split('\n').map((paragraph): Paragraph => {
    const levels = levelsOf(paragraph)
    return { atoms: shape(paragraph, style.face, fonts, levels), rightToLeft: levels.base === 1 }
  })
  const { breaking = reading, maxLines = Number.POSITIVE_INFINITY } = style
  const at = (size: number): Block | undefined => {
    const lines = linesOf(paragraphs, (width / size) * 1000, breaking, false)
    if (!lines || lines.length > maxLines) return undefined
    const block = stack(lines, size, style)
    return block.height <= height ? block : undefined
  }
  for (let size = style.max; size > style.min; size *= 0.96) {
    const block = at(Math.floor(size))
    if (block) return breaking.balance > 0 ? fewerLines(block, at, style.min) : block
  }
  const lines = linesOf(paragraphs, (width / style.min) * 1000, breaking, true) ?? []
  const whole = stack(lines, style.min, style)
  if (whole.height <= height && lines.length <= maxLines) return whole
  const fitting = whole.tops.filter((top) => top + style.leading * style.min <= height).length
  const kept = lines.slice(0, Math.max(1, Math.min(fitting, maxLines)))
  const last = kept.pop()
  const mark = shape(/[a-z][.,;]?$/i.test(lineText(last)) ? 'a…' : '一…', style.face, fonts)
    .slice(1)
    .map((atom) => ({ ...atom, level: last?.rightToLeft ? 1 : 0 }))
  return stack([...kept, shortened(last, mark, (width / style.min) * 1000)], style.min, style)
}

/** A short text that nearly fits on fewer lines is set a little smaller and does: better than a line that holds two words. */
const fewerLines = (block: Block, at: (size: number) => Block | undefined, min: number): Block => {
  const count = block.lines.length
  if (count > 5) return block
  let best = block
  for (let size = block.size - 1; size >= Math.max(min, block.size * (count <= 2 ? 0.72 : 0.84)); size -= 1) {
    const smaller = at(size)
    if (smaller && smaller.lines.length < best.lines.length) best = smaller
  }
  return best
}

const lineText = (line: Line | undefined) =>
  line?.atoms
    .map((atom) => atom.character)
    .join('')
    .trimEnd() ?? ''

const linesOf = (paragraphs: readonly Paragraph[], width: number, breaking: Breaking, force: boolean): Line[] | undefined => {
  const lines: Line[] = []
  for (const paragraph of paragraphs) {
    const broken = breakLines(paragraph, width, breaking, force)
    if (!broken) return undefined
    lines.push(...broken)
  }
  return lines
}

const stack = (lines: Line[], size: number, { leading, paragraphs = 0.3 }: BlockStyle): Block => {
  let top = 0
  const tops = lines.map((line, index) => {
    const here = top
    // An empty line is a pause of half a line.
    top += size * (line.atoms.length === 0 ? leading * 0.5 : leading)
    if (line.last && index < lines.length - 1) top += size * paragraphs
    return here
  })
  const width = (Math.max(0, ...lines.map((line) => line.width)) * size) / 1000
  return { size, leading, lines, tops, height: top, width }
}

/** A line that ends in an ellipsis instead of its last characters. */
const shortened = (line: Line | undefined, mark: Atom[], width: number): Line => {
  const atoms = [...(line?.atoms ?? [])]
  const room = width - length(mark)
  while (atoms.length > 0 && (length(atoms) > room || ['close', 'space', 'open'].includes(atoms.at(-1)?.kind ?? ''))) atoms.pop()
  atoms.push(...mark)
  return { atoms, start: line?.start ?? 0, width: length(atoms) - (line?.start ?? 0), last: true, rightToLeft: line?.rightToLeft ?? false }
}

const length = (atoms: readonly Atom[]) => atoms.reduce((sum, atom) => sum + atom.advance, 0)
