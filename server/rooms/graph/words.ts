import { foldText } from '#server/rooms/language/index.ts'

/** One spelling for comparing: width, case, traditional or simplified do not matter, nor how wide a gap is. */
export const fold = (text: string): string => foldText(text).replace(/\s+/gu, ' ').trim()

const escaped = (text: string): string =>
  text.replace(/[\\^$.*+?()[\]{}|/\-&!#%,:;<=>@`~"']/gu, (c) => `\\u{${c.codePointAt(0)?.toString(16)}}`)

// Scripts written with spaces are matched as whole words ("cat" must not hide "education"); Han, Kana and Thai anywhere.
const JOINED = '[[\\p{L}\\p{N}_]--[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}]]'
const joined = new RegExp(JOINED, 'v')

/** A pattern that finds any of the (folded) words in a folded text; null when there are none. */
export function matcherOf(words: readonly string[]): RegExp | null {
  if (words.length === 0) return null
  const pieces = words.map((word) => {
    const letters = [...word]
    const before = joined.test(letters[0] ?? '') ? `(?<!${JOINED})` : ''
    const after = joined.test(letters.at(-1) ?? '') ? `(?!${JOINED})` : ''
    return `${before}${escaped(word)}${after}`
  })
  return new RegExp(pieces.join('|'), 'v')
}
