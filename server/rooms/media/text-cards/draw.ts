import type { Block } from './block.ts'
import { isWide } from './breaks.ts'
import { isSquare } from './clean.ts'
import type { Placed } from './font.ts'
import type { Face, Fonts } from './fonts.ts'
import type { Line } from './lines.ts'
import { asDrawn } from './order.ts'
import { type Atom, shape } from './shape.ts'

export type Align = 'start' | 'center' | 'end' | 'justify'

/** Pixels to two decimals: enough for print, half the bytes. */
export const px = (value: number): string => String(Math.round(value * 100) / 100)

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** The glyphs of an atom, its origin and the direction of its line being given by a matrix as SVG has them. */
const glyphPaths = (atom: Atom, glyphs: readonly Placed[], [a, b, c, d, e, f]: Matrix): string =>
  glyphs
    .map(({ glyph, x, y }) => {
      const data = atom.font.path(glyph)
      const matrix = [a, b, c, d, a * x + c * y + e, b * x + d * y + f].map((value) => Math.round(value * 1e5) / 1e5)
      return data === '' ? '' : `<path transform="matrix(${matrix.join(' ')})" d="${data}"/>`
    })
    .join('')

/** An emoji in the square whose top left corner is (x, y). */
const emojiAt = (atom: Atom, x: number, y: number, size: number): string =>
  `<g transform="translate(${px(x)} ${px(y)}) scale(${size / 100})">${atom.drawing}</g>`

/** Room may be added after this atom without tearing a word apart. */
const opens = (atom: Atom, next: Atom | undefined): boolean => next !== undefined && (atom.kind === 'space' || isWide(atom) || isWide(next))

/** How much is added at each opening so that a full line ends at the edge; 0 where it would tear. Thousandths of the type size. */
const justification = (line: Line, width: number): number => {
  const last = line.atoms.findLastIndex((atom) => atom.kind !== 'space')
  const places = line.atoms.filter((atom, index) => index < last && opens(atom, line.atoms[index + 1]))
  const slack = width - line.width
  const each = slack / places.length
  // Chinese bears a little air everywhere; spaces between words bear more.
  const most = places.every((atom) => atom.kind === 'space') ? 260 : 90
  return line.last || places.length < 3 || each > most ? 0 : each
}

/** The atoms after which room is added. */
const widened = (line: Line, extra: number): ReadonlySet<Atom> =>
  new Set(extra === 0 ? [] : line.atoms.filter((atom, index) => opens(atom, line.atoms[index + 1])))

/** Where the baseline stands below the top of a line: the square of a Chinese character sits in the middle. */
const baseline = (block: Block) => block.size * ((block.leading - 1) / 2 + 0.88)

/** Horizontal text at (x, y), its top left corner. */
export const drawBlock = (block: Block, x: number, y: number, width: number, align: Align, color: string): string => {
  const scale = block.size / 1000
  let out = ''
  for (const [index, line] of block.lines.entries()) {
    const free = width - line.width * scale
    const extra = align === 'justify' ? justification(line, width / scale) * scale : 0
    // Where a paragraph reads from right to left, its start is on the right.
    const aside = align === 'center' ? free / 2 : (align === 'end') !== (line.rightToLeft && extra === 0) ? free : 0
    let at = x + aside - line.start * scale
    const base = y + (block.tops[index] ?? 0) + baseline(block)
    const wider = widened(line, extra)
    for (const atom of asDrawn(line.atoms)) {
      out += atom.drawing
        ? emojiAt(atom, at + atom.shift * scale, base - block.size * 0.86, block.size)
        : glyphPaths(atom, atom.glyphs, [scale * atom.stretch, 0, 0, -scale, at + atom.shift * scale, base])
      at += atom.advance * scale + (wider.has(atom) ? extra : 0)
    }
  }
  return `<g fill="${color}">${out}</g>`
}

/**
 * Vertical text: columns from right to left, the first one's right edge at `right`. Chinese stands upright with the vertical forms of
 * its punctuation, Latin words lie on their side.
 */
export const drawColumns = (block: Block, right: number, y: number, length: number, align: Align, color: string): string => {
  const { size } = block
  const scale = size / 1000
  let out = ''
  for (const [index, line] of block.lines.entries()) {
    const middle = right - (block.tops[index] ?? 0) - (block.leading * size) / 2
    const free = length - line.width * scale
    const extra = align === 'justify' ? justification(line, length / scale) * scale : 0
    let at = y + (align === 'center' ? free / 2 : align === 'end' ? free : 0) - line.start * scale
    const wider = widened(line, extra)
    for (const atom of asDrawn(line.atoms)) {
      const [own, ...more] = atom.glyphs
      const glyph = own && more.length === 0 ? atom.font.vertical(atom.character) : 0
      const turns = own !== undefined && glyph !== 0 && glyph !== own.glyph
      const upright = atom.kind === 'square' || atom.half || turns || isSquare(atom.character.codePointAt(0) ?? 0)
      out += atom.drawing
        ? emojiAt(atom, middle - size / 2, at + atom.shift * scale, size)
        : upright
          ? glyphPaths(atom, turns ? [{ glyph, x: 0, y: 0 }] : atom.glyphs, [scale, 0, 0, -scale, middle - size / 2, at + size * 0.88])
          : // A quarter turn to the right; the baseline moves so that small letters sit in the middle of the column.
            glyphPaths(atom, atom.glyphs, [0, scale * atom.stretch, scale, 0, middle - size * 0.3, at + atom.shift * scale])
      at += atom.advance * scale + (wider.has(atom) ? extra : 0)
    }
  }
  return `<g fill="${color}">${out}</g>`
}

/** A short label on one line, `y` being the baseline. */
export const drawLabel = (
  text: string,
  x: number,
  y: number,
  how: { size: number; face: Face; color: string; align?: Align; spacing?: number },
  fonts: Fonts,
): string => {
  const scale = how.size / 1000
  const atoms = shape(text, how.face, fonts)
  const spacing = (how.spacing ?? 0) * how.size
  const width = atoms.reduce((sum, atom) => sum + atom.advance * scale + spacing, -spacing)
  let at = x - (how.align === 'center' ? width / 2 : how.align === 'end' ? width : 0)
  let out = ''
  for (const atom of asDrawn(atoms)) {
    out += glyphPaths(atom, atom.glyphs, [scale * atom.stretch, 0, 0, -scale, at + atom.shift * scale, y])
    at += atom.advance * scale + spacing
  }
  return `<g fill="${how.color}">${out}</g>`
}

/** The site's seal: 朱 cut out in paper on vermilion, corners worn soft. */
export const drawSeal = (x: number, y: number, size: number, fonts: Fonts, color = '#d7352b', paper = '#fff8f0'): string => {
  const [atom] = shape('朱', 'serif-bold', fonts)
  if (!atom) return ''
  const scale = (size * 0.74) / 1000
  return `<g transform="translate(${px(x)} ${px(y)})"><rect width="${size}" height="${size}" rx="${px(size * 0.17)}" fill="${color}"/>
<rect x="${px(size * 0.07)}" y="${px(size * 0.07)}" width="${px(size * 0.86)}" height="${px(size * 0.86)}" rx="${px(size * 0.11)}" fill="none" stroke="${paper}" stroke-opacity=".55" stroke-width="${px(size * 0.022)}"/>
<g fill="${paper}">${glyphPaths(atom, atom.glyphs, [scale, 0, 0, -scale, size * 0.13, size * 0.13 + size * 0.74 * 0.88])}</g></g>`
}

/** Numbers between 0 and 1 that are the same for the same seed: a card drawn twice is the same card. */
export const dice = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A soft shadow without a blur filter, which would cost more than the whole card: rectangles that grow and fade. */
export const shadow = (x: number, y: number, width: number, height: number, radius: number, strength = 0.05, color = '#3b2b18'): string =>
  Array.from({ length: 9 }, (_, i) => {
    const grow = 26 - i * 3
    return `<rect x="${px(x - grow / 2)}" y="${px(y - grow / 2 + 12)}" width="${px(width + grow)}" height="${px(height + grow)}" rx="${px(radius + grow / 2)}" fill="${color}" fill-opacity="${px(strength / 3 + strength * 0.06 * i)}"/>`
  }).join('')

/** Short fibres in the paper, hardly seen. */
export const fibres = (count: number, color: string, opacity: number, seed = 7): string => {
  const roll = dice(seed)
  let path = ''
  for (let i = 0; i < count; i++) {
    const x = roll() * 1080
    const y = roll() * 1440
    const angle = roll() * Math.PI * 2
    const length = 10 + roll() * 26
    const bend = (roll() - 0.5) * 16
    path += `M${px(x)} ${px(y)}q${px((Math.cos(angle) * length) / 2 + bend)} ${px((Math.sin(angle) * length) / 2 - bend)} ${px(Math.cos(angle) * length)} ${px(Math.sin(angle) * length)}`
  }
  return `<path d="${path}" fill="none" stroke="${color}" stroke-opacity="${opacity}" stroke-width="1.6" stroke-linecap="round"/>`
}
