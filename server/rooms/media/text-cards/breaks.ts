import { isSquare } from './clean.ts'
import type { Atom } from './shape.ts'

/** Little words that lean on the one before them. */
const leaning = new Set('们吗呢吧啊呀哦嘛啦的了着过得們嗎過')
/** Scripts that are written without spaces, and broken between words all the same. */
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

export const isWide = (atom: Atom): boolean =>
  atom.kind === 'square' || atom.half || (atom.kind !== 'space' && isSquare(atom.character.codePointAt(0) ?? 0))

/** The thin space between scripts, and punctuation that shares a square. */
export const space = (atoms: Atom[]): void => {
  for (const [index, atom] of atoms.entries()) {
    const next = atoms[index + 1]
    if (!next) break
    const mixed = (atom.kind === 'square' && next.kind === 'letter') || (atom.kind === 'letter' && next.kind === 'square')
    if (mixed && !atom.drawing && !next.drawing) atom.advance += 150
    if (atom.half && atom.kind === 'close' && next.half) atom.advance -= 500
    else if (atom.half && atom.kind === 'open' && next.half && next.kind === 'open') atom.advance -= 500
  }
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Where lines may end: after spaces, between Chinese characters (better between words), between Thai words, never against the rules of punctuation. */
export const markBreaks = (atoms: Atom[], text: string): void => {
  const starts = new Set<number>()
  for (const { index } of segmenter.segment(text)) starts.add(index)
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
      const inside = atom.kind === 'square' && next.kind === 'square' && (!starts.has(next.at) || leaning.has(next.character))
      atom.ending = pause ? 'pause' : inside ? 'word' : 'free'
    } else if ((atom.character === '-' || atom.character === '/') && index > 0 && next.kind === 'letter') atom.ending = 'word'
    else if (unspaced.test(next.character) && starts.has(next.at)) atom.ending = 'free'
  }
}
