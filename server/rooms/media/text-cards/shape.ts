import { isSquare } from './clean.ts'
import { emojiDrawing } from './emoji.ts'
import type { Font } from './font.ts'
import type { Face, Fonts } from './fonts.ts'

/** One character, ready to be placed. Lengths in thousandths of the type size. */
export interface Atom {
  character: string
  font: Font
  glyph: number
  /** From this character's start to the next one's, kerning and spacing included. */
  advance: number
  /** Shift of the drawing inside its place, and how much wider it is drawn than designed. */
  shift: number
  stretch: number
  /** `open` never ends a line, `close` never starts one. */
  kind: 'square' | 'letter' | 'space' | 'open' | 'close'
  /** Chinese punctuation whose empty half may be given away at the edge of a line. */
  half: boolean
  /** An emoji: drawn instead of a glyph, in a square of 100 × 100. */
  drawing?: string
  /** Whether a line may end after this character: `never`, inside a Chinese word, between words, or at a pause, where a speaker breathes. */
  ending: 'never' | 'word' | 'free' | 'pause'
}

const openers = new Set('（《「『【〈〔［｛“‘([{')
const closers = new Set('，。、；：？！）》」』】〉〕］｝”’…—～·％,.!?;:)]}%°')
/** Chinese punctuation that fills half of its square. */
const halves = new Set('（《「『【〈〔［｛“‘，。、；：）》」』】〉〕］｝”’')
const contextual = new Set('“”‘’…—·')

/** Little words that lean on the one before them. */
const leaning = new Set('们吗呢吧啊呀哦嘛啦的了着过得們嗎過')

const codeOf = (character: string | undefined) => character?.codePointAt(0) ?? 0

const plainLetters: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['Ł', 'L'],
  ['đ', 'd'],
  ['Đ', 'D'],
  ['ø', 'o'],
  ['Ø', 'O'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['Æ', 'AE'],
  ['œ', 'oe'],
  ['Œ', 'OE'],
  ['ı', 'i'],
  ['ħ', 'h'],
  ['þ', 'th'],
  ['ð', 'd'],
])

/** A sign that stands for more than these is a text of its own (ﷺ has eighteen letters), and drawing it as such is nobody's wish. */
const LONGEST_PLAIN = 4

/** A letter without the marks that no bundled font has: read at once, where a gap would not be. */
const plainForm = (character: string): string => {
  const plain = plainLetters.get(character) ?? character.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  return plain === character || plain.length > LONGEST_PLAIN ? '' : plain
}

/** The part of a text that can be drawn in one of the faces, at most so many atoms of it. They were prepared for it before. */
export const drawable = (text: string, faces: readonly Face[], fonts: Fonts, most: number): string => {
  const drawn = new Map<string, number>([['\n', 1]])
  let count = 0
  let kept = ''
  for (const character of text) {
    let atoms = drawn.get(character)
    if (atoms === undefined) {
      atoms = Math.max(0, ...faces.map((face) => shape(character, face, fonts).length))
      drawn.set(character, atoms)
    }
    if (atoms === 0) continue
    count += atoms
    if (count > most) break
    kept += character
  }
  return kept
}

/** Which marks used by both scripts belong to the Chinese around them: by the nearest other character on the side they lean on. */
const chineseMarks = (characters: readonly string[]): boolean[] => {
  const any = characters.some((one) => isSquare(codeOf(one)))
  const belongs: boolean[] = []
  // An opening mark looks ahead, the others look back; spaces and other such marks say nothing.
  const look = (at: number, said: boolean, opening: boolean): boolean => {
    const character = characters[at] ?? ''
    if (!contextual.has(character)) return character === ' ' ? said : isSquare(codeOf(character))
    if ((character === '“' || character === '‘') === opening) belongs[at] = said
    return said
  }
  let said = any
  for (let at = 0; at < characters.length; at++) said = look(at, said, false)
  said = any
  for (let at = characters.length - 1; at >= 0; at--) said = look(at, said, true)
  return belongs
}

/**
 * One paragraph as atoms. Characters that no bundled font can draw are left out: a gap nobody sees is better than a box.
 * The face was prepared for the text before.
 */
export const shape = (text: string, face: Face, fonts: Fonts): Atom[] => {
  const characters = [...text]
  const chinese = chineseMarks(characters)
  const atoms: Atom[] = []
  characters.forEach((character, at) => {
    const mark = contextual.has(character)
    const square = mark ? (chinese[at] ?? false) : isSquare(codeOf(character))
    if (mark && !square && character === '…') {
      for (let dot = 0; dot < 3; dot++) push('.', false)
      return
    }
    push(character, square)
  })
  function push(character: string, square: boolean) {
    const drawing = emojiDrawing(character)
    if (drawing) {
      const blank = fonts.find(face, 32)
      if (blank)
        atoms.push({ character, ...blank, advance: 1060, shift: 30, stretch: 1, kind: 'square', half: false, drawing, ending: 'never' })
      return
    }
    const found = fonts.find(face, codeOf(character))
    if (!found) {
      for (const plain of plainForm(character)) if (fonts.find(face, codeOf(plain))) push(plain, square)
      return
    }
    const { font, glyph } = found
    const ink = font.ink(glyph)
    let advance = font.advance(glyph)
    let shift = 0
    let stretch = 1
    if (character === '—' && square) {
      // Two dashes in a row are one long dash in Chinese: each fills its square.
      stretch = 1000 / (ink.right - ink.left)
      shift = -ink.left * stretch
      advance = 1000
    } else if (contextual.has(character) && !square && advance === 1000) {
      // The fonts' curly quotes are full squares; between Latin letters only their ink counts.
      shift = 40 - ink.left
      advance = ink.right - ink.left + 80
    } else if (character === '·' && square) {
      shift = 250 - (ink.left + ink.right) / 2
      advance = 500
    }
    const kind =
      character === ' ' ? 'space' : openers.has(character) ? 'open' : closers.has(character) ? 'close' : square ? 'square' : 'letter'
    atoms.push({
      character,
      font,
      glyph,
      advance,
      shift,
      stretch,
      kind,
      half: square && halves.has(character),
      ending: 'never',
    })
  }
  space(atoms)
  markBreaks(atoms, text)
  return atoms
}

const isWide = (atom: Atom) => atom.kind === 'square' || atom.half || (atom.kind !== 'space' && isSquare(codeOf(atom.character)))

/** Kerning, the thin space between scripts, and punctuation that shares a square. */
const space = (atoms: Atom[]): void => {
  for (const [index, atom] of atoms.entries()) {
    const next = atoms[index + 1]
    if (!next) break
    if (atom.font === next.font && !isWide(atom) && !isWide(next)) atom.advance += atom.font.kern(atom.glyph, next.glyph)
    const mixed = (atom.kind === 'square' && next.kind === 'letter') || (atom.kind === 'letter' && next.kind === 'square')
    if (mixed && !atom.drawing && !next.drawing) atom.advance += 150
    if (atom.half && atom.kind === 'close' && next.half) atom.advance -= 500
    else if (atom.half && atom.kind === 'open' && next.half && next.kind === 'open') atom.advance -= 500
  }
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Where lines may end: after spaces, between Chinese characters (better between words), never against the rules of punctuation. */
const markBreaks = (atoms: Atom[], text: string): void => {
  const starts = new Set<number>()
  // Positions are counted in atoms; characters that were left out or replaced shift them a little, which only costs beauty.
  let count = 0
  for (const { segment } of segmenter.segment(text)) {
    starts.add(count)
    count += [...segment].length
  }
  for (const [index, atom] of atoms.entries()) {
    const next = atoms[index + 1]
    if (!next || next.kind === 'close' || next.kind === 'space' || atom.kind === 'open') continue
    // An emoji belongs to the word it was set behind.
    if (next.drawing && !atom.drawing && atom.kind !== 'space') continue
    const before = atom.kind === 'space' ? atoms[index - 1] : atom
    const pause = before?.kind === 'close' && before.character !== '’'
    if (atom.kind === 'space') atom.ending = pause ? 'pause' : 'free'
    else if (atom.character === '—' && next.character === '—') continue
    else if (isWide(atom) || isWide(next)) {
      const inside = atom.kind === 'square' && next.kind === 'square' && (!starts.has(index + 1) || leaning.has(next.character))
      atom.ending = pause ? 'pause' : inside ? 'word' : 'free'
    } else if ((atom.character === '-' || atom.character === '/') && index > 0 && next.kind === 'letter') atom.ending = 'word'
  }
}
