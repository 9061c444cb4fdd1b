import makeBidi, { type Bidi } from 'bidi-js'
import type { Atom } from './shape.ts'

// The package is CommonJS: what Node imports is the function itself, which its types do not say.
const bidi = (makeBidi as unknown as () => Bidi)()
/** Hebrew, Arabic and their neighbours: a text without them reads from left to right everywhere. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

export interface Levels {
  /** The direction of the paragraph: 1 reads from right to left. */
  base: number
  /** By UTF-16 unit: odd ones read from right to left. */
  of(at: number): number
}

/** Which way each character of a paragraph reads, by the Unicode Bidirectional Algorithm (UAX #9); its first letter decides for the whole. */
export const levelsOf = (paragraph: string): Levels => {
  if (!rightToLeft.test(paragraph)) return { base: 0, of: () => 0 }
  const { levels, paragraphs } = bidi.getEmbeddingLevels(paragraph, 'auto')
  return { base: paragraphs[0]?.level ?? 0, of: (at) => levels[at] ?? 0 }
}

/** The atoms of a line as they stand from left to right, without the spaces at its end (UAX #9, rule L2). */
export const asDrawn = (line: readonly Atom[]): Atom[] => {
  const atoms = line.slice(0, line.findLastIndex((atom) => atom.kind !== 'space') + 1)
  const levels = atoms.map((atom) => atom.level)
  const highest = Math.max(0, ...levels)
  for (let level = highest; level >= 1; level--)
    for (let from = 0; from < atoms.length; from++) {
      if ((levels[from] ?? 0) < level) continue
      let to = from
      while (to + 1 < atoms.length && (levels[to + 1] ?? 0) >= level) to++
      const turned = [atoms, levels].map((list) => list.slice(from, to + 1).reverse()) as [Atom[], number[]]
      atoms.splice(from, turned[0].length, ...turned[0])
      levels.splice(from, turned[1].length, ...turned[1])
      from = to
    }
  return atoms
}
