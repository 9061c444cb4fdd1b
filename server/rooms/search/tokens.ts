import { foldText } from '#server/rooms/language/index.ts'
import { stem } from './stem.ts'

/**
 * How texts are cut for the index, and questions alike; pure, so that both always agree.
 *
 * Scripts written without spaces give one unit a character; the index holds every unit and every pair of neighbours, and a longer run is
 * then looked for in the folded text itself. So every run of characters is found, with no dictionary that could miss a word, and without
 * tsvector positions (which end at 256 a lexeme and 16,383 a text). Other scripts give words, English ones stemmed.
 */
const UNIT =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}々〇ー]|\\p{Extended_Pictographic}'
const LETTER = `(?!${UNIT})[\\p{L}\\p{N}\\p{M}]`
const pieces = new RegExp(
  `(?<unit>${UNIT})|(?<word>(?!${UNIT})[\\p{L}\\p{N}](?:${LETTER})*(?:['’](?:${LETTER})+)*)|(?<nothing>[\\p{M}\\p{Cf}])`,
  'gu',
)
const accents = /(\p{Script=Latin})\p{M}+/gu
/** Variation selectors and the frame of keycap emoji: looks only. */
const dressing = /[\uFE00-\uFE0F\u20E3]/g
const LONGEST = 60

export interface Token {
  text: string
  /** One character of a script without spaces (or a pictogram), or a word. */
  unit: boolean
  /** Nothing stands between this and the one before: no space, no punctuation. */
  glued: boolean
}

/** One spelling for search: folded, and Latin letters without accents. */
export function searchFold(text: string): string {
  const folded = foldText(text).replace(dressing, '')
  return /\P{ASCII}/u.test(folded) ? folded.normalize('NFD').replace(accents, '$1').normalize('NFC') : folded
}

/** The tokens of a text, in order. */
export function tokens(text: string): Token[] {
  const folded = searchFold(text)
  const found: Token[] = []
  let end = -1
  for (const m of folded.matchAll(pieces)) {
    const glued = m.index === end
    end = m.index + m[0].length
    if (m.groups?.nothing !== undefined) {
      // A variation selector or a joiner separates nothing.
      if (!glued) end = -1
      continue
    }
    const unit = m.groups?.unit !== undefined
    found.push({ text: unit ? m[0] : m[0].replaceAll('’', "'").slice(0, LONGEST), unit, glued })
  }
  return found
}

/** The tokens as one plain text: glued ones together, a space for every gap. Runs and phrases are looked for in it. */
export const plain = (list: readonly Token[]): string => {
  let text = ''
  for (const [i, t] of list.entries()) text += i > 0 && !(t.glued && (t.unit || list[i - 1]?.unit)) ? ` ${t.text}` : t.text
  return text
}

/** What the index calls a word. */
export const wordLexeme = (word: string): string => stem(word).replaceAll("'", '')

/** All lexemes of a text: units, neighbouring pairs, stems. */
export function lexemes(list: readonly Token[]): Set<string> {
  const all = new Set<string>()
  for (const [i, t] of list.entries()) {
    if (!t.unit) {
      const word = wordLexeme(t.text)
      if (word) all.add(word)
      continue
    }
    all.add(t.text)
    const before = list[i - 1]
    if (t.glued && before?.unit) all.add(before.text + t.text)
  }
  return all
}

export interface Fields {
  /** Of all language layers, one a line. */
  title: string
  topics: readonly string[]
  text: string
}
export interface Indexed {
  /** tsvector as text; A: in the title, B: a topic, D: in the text. */
  tsv: string
  title: string
  /** Title, topics and text as plain(). */
  body: string
}

/** A lexeme as tsvector and tsquery want it written. */
export const quoted = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/** What the index keeps of a note. Each lexeme has one position a field, which carries its weight and means nothing else. */
export function indexed({ title, topics, text }: Fields): Indexed {
  const parts = [tokens(title), tokens(topics.join(' \n ')), tokens(text)] as const
  const where = new Map<string, string>()
  for (const [i, list] of parts.entries()) {
    const mark = ['1A', '2B', '3'][i]
    for (const lexeme of lexemes(list)) {
      const had = where.get(lexeme)
      where.set(lexeme, had ? `${had},${mark}` : `${mark}`)
    }
  }
  const tsv = [...where].map(([lexeme, marks]) => `${quoted(lexeme)}:${marks}`).join(' ')
  return { tsv, title: plain(parts[0]), body: parts.map(plain).join('\n') }
}
