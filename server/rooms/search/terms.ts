import { stopWords } from './question.ts'
import { searchFold } from './tokens.ts'

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const han = /\p{Script=Han}/u
const MOST_BEGINNINGS = 4
const LONGEST_KEY = 60

/** Words of a folded text as Chinese readers would part them (the dictionary inside ICU), and as spaces part other scripts. */
function* parts(folded: string): Generator<{ word: string; at: number }> {
  for (const s of segmenter.segment(folded)) if (s.isWordLike) yield { word: s.segment, at: s.index }
}

/** Words of a title that are worth suggesting: two characters of Chinese and more, three letters and more of others. Each once. */
export function titleWords(title: string): string[] {
  const all = new Set<string>()
  for (const { word } of parts(searchFold(title))) {
    const enough = han.test(word) ? [...word].length >= 2 : /^\p{L}[\p{L}\p{N}'’]{2,}$/u.test(word)
    if (enough && word.length <= LONGEST_KEY && !stopWords.has(word)) all.add(word)
  }
  return [...all]
}

/** What is typed when a name is meant: folded, inner spaces single. */
export const suggestionKey = (text: string): string => searchFold(text).replace(/\s+/gu, ' ').trim().slice(0, LONGEST_KEY)

/** The beginnings under which a name can be found: the whole, and from each later word on ("TikTokRefugee" also under "refugee"). */
export function beginnings(name: string): string[] {
  const spaced = name.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2').replaceAll('_', ' ')
  const keys = new Set<string>([suggestionKey(name)])
  const folded = suggestionKey(spaced)
  for (const { at } of parts(folded)) {
    keys.add(folded.slice(at))
    keys.add(folded.slice(at).replaceAll(' ', ''))
    if (keys.size > MOST_BEGINNINGS) break
  }
  keys.delete('')
  return [...keys]
}
