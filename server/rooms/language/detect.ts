import { chineseScript } from './chinese.ts'
import { findSpans } from './spans.ts'

/** Scripts that name their language by themselves. */
const byScript: readonly (readonly [RegExp, string])[] = [
  [/\p{sc=Hangul}/gu, 'ko'],
  [/\p{sc=Thai}/gu, 'th'],
  [/\p{sc=Hebrew}/gu, 'he'],
  [/\p{sc=Greek}/gu, 'el'],
  [/\p{sc=Armenian}/gu, 'hy'],
  [/\p{sc=Georgian}/gu, 'ka'],
  [/\p{sc=Khmer}/gu, 'km'],
  [/\p{sc=Lao}/gu, 'lo'],
  [/\p{sc=Myanmar}/gu, 'my'],
  [/\p{sc=Tamil}/gu, 'ta'],
]
/** A Han character says about as much as three letters. */
const HAN_WEIGHT = 3
/** Who writes on in another language after this many characters is still read by whoever reads the first. */
const ENOUGH_TEXT = 4000
/** Fewer letters than this tell the statistics nothing. */
const ENOUGH_LETTERS = 12
/** Small words that no other language in these letters has. */
const ENGLISH =
  /\b(?:the|and|are|your|you|i'm|it's|don't|this|that|what|how|with|hello|thanks?|please|love|cute|lol|omg|yes|they|her|his|she|have|has|but|not|from|when|who|just|like|today|really|very|always|never|been|good|great|best|would|could|should|because)\b/gi
/** English, too, but not only. */
const ALSO_ENGLISH =
  /\b(?:a|i|is|was|my|for|to|of|in|on|it|so|we|he|me|no|be|by|at|as|or|if|do|an|all|will|can|hi|hey|im|am|go|get|new|one)\b/gi

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/**
 * The language of a text as a short BCP 47 tag; `und` when nobody could tell. Topics, mentions and links do not count unless there is nothing else.
 * Script rules go first; the statistics (100 KB of n-grams) are loaded with the first text in letters that several languages share.
 */
export async function detectLanguage(text: string): Promise<string> {
  const words = wordsOf(text.slice(0, ENOUGH_TEXT))
  const letters = count(words, /\p{L}/gu)
  if (letters === 0) return 'und'
  const han = count(words, /\p{sc=Han}/gu)
  const kana = count(words, /[\p{sc=Hiragana}\p{sc=Katakana}]/gu)
  // A lone の is a fashion in Chinese shop names.
  if (kana >= 2 && kana * 4 >= han) return kana + han > (letters - kana - han) / HAN_WEIGHT ? 'ja' : statistical(words)
  if (han > 0 && han * HAN_WEIGHT >= letters - han) return chineseScript(words)
  for (const [script, language] of byScript) if (count(words, script) * 2 > letters - han) return language
  return statistical(words.replace(/\p{sc=Han}+/gu, ' '))
}

function wordsOf(text: string): string {
  let words = ''
  let at = 0
  for (const span of findSpans(text)) {
    words += `${text.slice(at, span.start)} `
    at = span.end
  }
  words += text.slice(at)
  return /\p{L}/u.test(words) ? words : text.replace(/https?:\/\/\S+|@\S+/gi, ' ')
}

async function statistical(words: string): Promise<string> {
  const letters = count(words, /\p{L}/gu)
  const english = count(words, ENGLISH)
  const all = count(words, /[\p{L}\p{M}']+/gu)
  const plain = !/[^\p{ASCII}\p{P}\p{S}\p{Z}]/u.test(words)
  // A handful of words is too short for statistics, but its small words give English away; longer plain English need not wake them either.
  if (plain && english > 0 && (english + count(words, ALSO_ENGLISH)) * 3 >= all) return 'en'
  if (letters < ENOUGH_LETTERS) return 'und'
  const { eld } = await loadDetector()
  const guess = eld.detect(words)
  if (!guess.language || !guess.isReliable()) return plain && english > 0 ? 'en' : 'und'
  return guess.language === 'zh' ? chineseScript(words) : guess.language
}

/** A tenth of a second of work for whoever writes first, unless it was called before: see `app.ts`. */
export const loadDetector = () => import('eld/extrasmall')
