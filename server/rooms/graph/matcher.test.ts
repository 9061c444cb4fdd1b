import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fold, matcherOf } from './matcher.ts'

const hits = (words: string[], text: string) => matcherOf(words.map(fold))?.test(fold(text)) ?? false

it.each([
  [['cat'], 'My Cat.', true],
  [['cat'], 'education', false],
  [['cat'], 'cats', false],
  [['猫'], '小猫咪', true],
  [['cat'], '猫cat猫', true],
  [['she', 'he', 'hers'], 'ushers', false],
  [['she', 'he', 'hers'], 'a hers b', true],
  [['剧透', '透'], '不剧 透', true],
  [['𠮷野'], '吃𠮷野家', true],
  [['b c'], 'a  B   c d', true],
  [['.*'], 'abc', false],
  [['constructor', '__proto__'], 'a __proto__ b', true],
  [['a+b', '😀'], 'so 😀!', true],
])('%j in %j: %s', (words, text, found) => expect(hits(words as string[], text as string)).toBe(found))

it('finds what looking for each word by itself finds', () => {
  const letters = fc
    .array(fc.constantFrom('a', 'b', ' ', '猫', '咪', '😀', '_', '.'), { minLength: 1, maxLength: 4 })
    .map((l) => l.join(''))
  const text = fc.array(fc.constantFrom('a', 'b', ' ', '猫', '咪', '😀', '_', '.'), { maxLength: 12 }).map((l) => l.join(''))
  const joined = /[ab_]/
  const alone = (word: string, whole: string): boolean => {
    for (let at = whole.indexOf(word); at !== -1; at = whole.indexOf(word, at + 1)) {
      const before = joined.test(word[0] ?? '') && joined.test(whole[at - 1] ?? ' ')
      const after = joined.test(word.at(-1) ?? '') && joined.test(whole[at + word.length] ?? ' ')
      if (!before && !after) return true
    }
    return false
  }
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 5 }), text, (words, whole) => {
      const kept = words.map(fold).filter(Boolean)
      expect(matcherOf(kept)?.test(fold(whole)) ?? false).toBe(kept.some((word) => alone(word, fold(whole))))
    }),
    { numRuns: 3000 },
  )
})
