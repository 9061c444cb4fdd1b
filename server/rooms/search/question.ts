import { lexemes, plain, quoted, type Token, tokens, wordLexeme } from './tokens.ts'

/** Words too frequent in English to tell anything; left out of a question unless there is nothing else. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again against all am an and any are as at be because been before being below between both but by can did do does doing
  don't down during each few for from further had has have having he her here hers him his how i i'm if in into is it it's its just me more most
  my no nor not now of off on once only or other our out over own same she so some such than that the their them then there these they this
  those through to too under until up very was we were what when where which while who whom why will with you your`.split(/\s+/),
)

/** A run of characters and words with nothing between them, such as "吃了3碗": either stands so in the text, or its words are in it anywhere. */
export interface Mixed {
  tsquery: string
  like: string
}
export interface Question {
  /** All of these lexemes. */
  tsquery: string
  /** The same, in the title; and in title or topics. */
  inTitle: string
  inTopics: string
  /** Patterns for LIKE that the note's plain text must fit. */
  like: string[]
  mixed: Mixed[]
}

const MOST_MIXED = 4
const pattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

function runs(list: readonly Token[]): Token[][] {
  const all: Token[][] = []
  for (const t of list) {
    const last = all.at(-1)
    if (t.glued && last && (t.unit || last.at(-1)?.unit)) last.push(t)
    else all.push([t])
  }
  return all
}

/** Fewer letters are the beginning of too many words. */
const LEAST_HALF = 3

/** The word that someone is still typing at the end of a question; null where it ends otherwise. */
function halfWord(q: string): string | null {
  const last = /[\p{L}\p{N}]$/u.test(q) ? tokens(q).at(-1) : undefined
  return last && !last.unit && !(last.glued && last.text !== q) && [...last.text].length >= LEAST_HALF ? last.text : null
}

/**
 * What someone typed as a question to the index; null when nothing in it can be looked for. `"…"` is looked for as it stands. `half`: the last word is
 * taken for the beginning of one, and null means that it cannot be.
 */
export function question(q: string, half = false): Question | null {
  const open = half ? halfWord(q) : null
  if (half && open === null) return null
  const quotes = [...q.matchAll(/["“”]([^"“”]+)["“”]/gu)].map((m) => tokens(m[1] ?? '')).filter((list) => list.length > 1)
  const must = new Set<string>()
  const like = new Set<string>(quotes.map((list) => pattern(plain(list))))
  const mixed: Mixed[] = []
  const words: string[] = []
  for (const run of runs(tokens(q))) {
    const units = run.filter((t) => t.unit)
    if (units.length === 0) words.push(...run.map((t) => t.text))
    else {
      const isMixed = units.length < run.length && mixed.length < MOST_MIXED
      for (const lexeme of unitLexemes(run)) must.add(lexeme)
      for (const stretch of stretches(run)) if (stretch.length > 2) like.add(pattern(plain(stretch)))
      const loose = run.filter((t) => !t.unit).map((t) => wordLexeme(t.text))
      if (isMixed) mixed.push({ tsquery: loose.map(quoted).join(' & '), like: pattern(plain(run)) })
      else for (const lexeme of loose) must.add(lexeme)
    }
  }
  if (open !== null) words.pop()
  const telling = words.filter((w) => !stopWords.has(w))
  for (const w of telling.length > 0 || must.size > 0 ? telling : words) must.add(wordLexeme(w))
  must.delete('')
  if (must.size === 0 && open === null) return null
  // "lighthou" as it is, and as its stem: the index has stems, which may be shorter than what was typed.
  const begun = open === null ? [] : [...new Set([open.replaceAll("'", ''), wordLexeme(open)])].filter(Boolean).map(quoted)
  const all = (weight: string): string =>
    [
      ...[...must].map((lexeme) => quoted(lexeme) + (weight && `:${weight}`)),
      ...(begun.length > 0 ? [`(${begun.map((lexeme) => `${lexeme}:*${weight}`).join(' | ')})`] : []),
    ].join(' & ')
  return {
    tsquery: all(''),
    inTitle: all('A'),
    inTopics: all('AB'),
    like: [...like],
    mixed,
  }
}

/** Pairs of a run, which say more than their halves; a unit standing alone as itself. */
function unitLexemes(run: readonly Token[]): Set<string> {
  const wanted = new Set<string>()
  for (const stretch of stretches(run)) {
    const all = lexemes(stretch)
    for (const lexeme of all) if (stretch.length === 1 || [...lexeme].length > 1) wanted.add(lexeme)
  }
  return wanted
}

/** The parts of a run that are units only. */
function stretches(run: readonly Token[]): Token[][] {
  const all: Token[][] = []
  for (const [i, t] of run.entries()) {
    if (!t.unit) continue
    if (i > 0 && run[i - 1]?.unit) all.at(-1)?.push(t)
    else all.push([t])
  }
  return all
}
