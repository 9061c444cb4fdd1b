import { foldText } from '#server/rooms/language/index.ts'

/** One spelling for comparing: width, case, traditional or simplified do not matter, nor how wide a gap is. */
export const fold = (text: string): string => foldText(text).replace(/\s+/gu, ' ').trim()

/** Finds any of some words in a folded text. */
export interface Matcher {
  test(folded: string): boolean
}

// Scripts written with spaces are matched as whole words ("cat" must not hide "education"); Han, Kana and Thai anywhere.
const JOINED = /[[\p{L}\p{N}_]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]]/v
/** Answers for the first thousand characters, among which a pattern asked again and again is slow. */
const known = Array.from({ length: 1024 }, (_, code) => JOINED.test(String.fromCharCode(code)))
const isJoined = (character: string | undefined): boolean =>
  character !== undefined && (known[character.charCodeAt(0)] ?? JOINED.test(character))

/** The character that ends before `at`, and the one that begins there. */
const before = (text: string, at: number): string | undefined => {
  if (at === 0) return undefined
  const low = text.charCodeAt(at - 1)
  return low >= 0xdc00 && low < 0xe000 && at > 1 ? text.slice(at - 2, at) : text[at - 1]
}
const after = (text: string, at: number): string | undefined =>
  at < text.length ? String.fromCodePoint(text.codePointAt(at) as number) : undefined

/** A beginning that some words share. */
interface Node {
  next: Map<number, Node>
  /** The longest other beginning that this one ends with, and the nearest such that is a whole word. */
  back: Node | null
  shorter: Node | null
  /** Whether one of the words that end here may stand before a letter. */
  open: boolean
  /** The word that ends here. */
  word: { length: number; before: boolean; after: boolean } | null
}
const node = (): Node => ({ next: new Map(), back: null, shorter: null, open: false, word: null })

/**
 * Finds any of the (folded) words in a folded text, all in one pass (Aho and Corasick, "Efficient string matching", 1975); null when there are
 * none. Made when it is first asked: most readers of a moment never come to a list.
 */
export function matcherOf(words: readonly string[]): Matcher | null {
  if (words.length === 0) return null
  let root: Node | null = null
  return {
    test(folded) {
      root ??= treeOf(words)
      return found(root, folded)
    },
  }
}

function treeOf(words: readonly string[]): Node {
  const root = node()
  for (const word of words) {
    let at = root
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i)
      const next = at.next.get(unit) ?? node()
      at.next.set(unit, next)
      at = next
    }
    at.word = { length: word.length, before: isJoined(after(word, 0)), after: isJoined(before(word, word.length)) }
  }
  const queue: Node[] = [root]
  for (const one of queue)
    for (const [unit, next] of one.next) {
      let back = one.back
      while (back && !back.next.has(unit)) back = back.back
      next.back = back?.next.get(unit) ?? root
      next.shorter = next.back.word ? next.back : next.back.shorter
      next.open = (next.word !== null && !next.word.after) || (next.shorter?.open ?? false)
      queue.push(next)
    }
  return root
}

function found(root: Node, text: string): boolean {
  let at = root
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    while (at !== root && !at.next.has(unit)) at = at.back ?? root
    at = at.next.get(unit) ?? root
    // In a run of letters most words end at every one of them, and none of them is whole.
    const longest: Node | null = at.word ? at : at.shorter
    if (!longest || (!longest.open && isJoined(after(text, i + 1)))) continue
    for (let end: Node | null = longest; end; end = end.shorter) if (end.word && stands(text, i + 1, end.word)) return true
  }
  return false
}

/** Whether the word that ends here is a whole one, where its script has whole ones. */
const stands = (text: string, end: number, word: { length: number; before: boolean; after: boolean }): boolean =>
  !(word.before && isJoined(before(text, end - word.length))) && !(word.after && isJoined(after(text, end)))
