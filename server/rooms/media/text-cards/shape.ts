import { markBreaks, space } from './breaks.ts'
import { isSquare } from './clean.ts'
import { emojiDrawing } from './emoji.ts'
import type { Font, Placed } from './font.ts'
import type { Face, Fonts } from './fonts.ts'
import { type Levels, levelsOf } from './order.ts'

/** One letter with its marks, ready to be placed. Lengths in thousandths of the type size. */
export interface Atom {
  character: string
  /** Where it begins in its paragraph, in UTF-16 units. */
  at: number
  font: Font
  glyphs: readonly Placed[]
  /** From this one's start to the next one's, kerning and spacing included. */
  advance: number
  /** Shift of the drawing inside its place, and how much wider it is drawn than designed. */
  shift: number
  stretch: number
  /** Odd: reads from right to left. */
  level: number
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
const closers = new Set('，。、；：？！）》」』】〉〕］｝”’…—～·％,.!?;:)]}%°،؛؟')
/** Chinese punctuation that fills half of its square. */
const halves = new Set('（《「『【〈〔［｛“‘，。、；：）》」』】〉〕］｝”’')
const contextual = new Set('“”‘’…—·')

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

/** A sign that stands for more than these is a text of its own, and drawing it as such is nobody's wish. */
const LONGEST_PLAIN = 4

/** A letter without the marks that no bundled font has: read at once, where a gap would not be. */
const plainForm = (character: string): string => {
  const plain = plainLetters.get(character) ?? character.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  return plain === character || plain.length > LONGEST_PLAIN ? '' : plain
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** Whether characters of a text lean on each other; where none does, each is a letter by itself. */
const leansOn = /[\p{M}\p{Cf}\u1100-\u11ff]/u
const lettersOf = (text: string): string[] =>
  leansOn.test(text) ? Array.from(segmenter.segment(text), ({ segment }) => segment) : [...text]

/** What is drawn of a letter: the font that has its base, and those of its marks that the font has; else its plain form. */
const drawnOf = (letter: string, face: Face, fonts: Fonts): { font: Font; text: string }[] => {
  const [base = '', ...marks] = letter
  const found = fonts.find(face, codeOf(base))
  if (found) return [{ font: found.font, text: base + marks.filter((mark) => found.font.glyph(codeOf(mark)) !== 0).join('') }]
  return [...plainForm(base)].flatMap((plain) => {
    const own = fonts.find(face, codeOf(plain))
    return own ? [{ font: own.font, text: plain }] : []
  })
}

/** The part of a text that can be drawn in one of the faces, at most so many atoms of it. They were prepared for it before. */
export const drawable = (text: string, faces: readonly Face[], fonts: Fonts, most: number): string => {
  const drawn = new Map<string, number>([['\n', 1]])
  let count = 0
  let kept = ''
  for (const letter of lettersOf(text)) {
    let atoms = drawn.get(letter)
    if (atoms === undefined) {
      const each = faces.map((face) => (letter === '…' ? 3 : emojiDrawing(letter) ? 1 : drawnOf(letter, face, fonts).length))
      atoms = Math.max(0, ...each)
      drawn.set(letter, atoms)
    }
    if (atoms === 0) continue
    count += atoms
    if (count > most) break
    kept += letter
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

/** Letters of one font and direction that stand together, and are set together. */
class Run {
  readonly font: Font
  readonly level: number
  readonly #pieces: { from: number; at: number; character: string }[] = []
  #text = ''

  constructor(font: Font, level: number) {
    this.font = font
    this.level = level
  }

  add(text: string, at: number, character: string): void {
    this.#pieces.push({ from: this.#text.length, at, character })
    this.#text += text
  }

  atoms(): Atom[] {
    const clusters = this.font.run(this.#text, this.level % 2 === 1)
    let next = 0
    return clusters.map(({ glyphs, advance }, index) => {
      const end = clusters[index + 1]?.at ?? this.#text.length
      const own = []
      for (; next < this.#pieces.length && (this.#pieces[next]?.from ?? end) < end; next++) own.push(this.#pieces[next])
      const character = own.map((piece) => piece?.character ?? '').join('')
      const at = own[0]?.at ?? this.#pieces[next - 1]?.at ?? 0
      return { ...plainAtom(character, at, this.font, this.level), glyphs, ...narrowed(character, this.font, glyphs, advance) }
    })
  }
}

/** The fonts' curly quotes are full squares; between Latin letters only their ink counts. */
const narrowed = (character: string, font: Font, glyphs: readonly Placed[], advance: number): { advance: number; shift: number } => {
  const [first] = glyphs
  if (!first || !contextual.has(character) || font.advance(first.glyph) !== 1000) return { advance, shift: 0 }
  const { left, right } = font.ink(first.glyph)
  return { advance: advance - 1000 + (right - left) + 80, shift: 40 - left }
}

const kindOf = (character: string, square: boolean): Atom['kind'] =>
  character === ' ' ? 'space' : openers.has(character) ? 'open' : closers.has(character) ? 'close' : square ? 'square' : 'letter'

const plainAtom = (character: string, at: number, font: Font, level: number): Omit<Atom, 'advance' | 'glyphs'> => ({
  character,
  at,
  font,
  shift: 0,
  stretch: 1,
  level,
  kind: kindOf(character, false),
  half: false,
  ending: 'never',
})

/** A Chinese character or mark, in a square of its own. */
const squareAtom = (character: string, at: number, font: Font, level: number): Atom => {
  const glyph = font.glyph(codeOf(character))
  const atom = {
    ...plainAtom(character, at, font, level),
    glyphs: [{ glyph, x: 0, y: 0 }],
    advance: font.advance(glyph),
    kind: kindOf(character, true),
    half: halves.has(character),
  }
  if (character !== '—' && character !== '·') return atom
  const { left, right } = font.ink(glyph)
  // Two dashes in a row are one long dash in Chinese: each fills its square.
  if (character === '—') return { ...atom, stretch: 1000 / (right - left), shift: (-left * 1000) / (right - left), advance: 1000 }
  return { ...atom, shift: 250 - (left + right) / 2, advance: 500 }
}

/**
 * One paragraph as atoms, in the order it is read. Characters that no bundled font can draw are left out: a gap nobody sees is better than a
 * box. The face was prepared for the text before.
 */
export const shape = (text: string, face: Face, fonts: Fonts, levels: Levels = levelsOf(text)): Atom[] => {
  const letters = lettersOf(text)
  const chinese = chineseMarks(letters)
  const atoms: Atom[] = []
  let run: Run | undefined
  const endRun = () => {
    if (run) for (const atom of run.atoms()) atoms.push(atom)
    run = undefined
  }
  let at = 0
  for (const [index, letter] of letters.entries()) {
    const level = levels.of(at)
    const drawing = emojiDrawing(letter)
    const blank = drawing ? fonts.find(face, 32) : undefined
    const square = contextual.has(letter) ? (chinese[index] ?? false) : isSquare(codeOf(letter))
    if (drawing && blank) {
      endRun()
      const own = plainAtom(letter, at, blank.font, level)
      atoms.push({ ...own, glyphs: [], advance: 1060, shift: 30, kind: 'square', drawing })
    } else if (!drawing) {
      const dots = letter === '…' && !square
      for (const { font, text: drawn } of dots ? drawnOf('.', face, fonts) : drawnOf(letter, face, fonts)) {
        if (square) {
          endRun()
          atoms.push(squareAtom(drawn, at, font, level))
          continue
        }
        if (run?.font !== font || run.level !== level) {
          endRun()
          run = new Run(font, level)
        }
        for (let times = dots ? 3 : 1; times > 0; times--) run.add(drawn, at, drawn)
      }
    }
    at += letter.length
  }
  endRun()
  space(atoms)
  markBreaks(atoms, text)
  return atoms
}
