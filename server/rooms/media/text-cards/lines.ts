import type { Atom } from './shape.ts'

/** A line of atoms; `start` and `width` in thousandths of the type size. Ink begins at `-start` (a bracket's empty half hangs out). */
export interface Line {
  atoms: Atom[]
  start: number
  width: number
  /** The last of its paragraph. */
  last: boolean
  rightToLeft: boolean
}

/** A paragraph that was shaped; its first letter decides which way it reads. */
export interface Paragraph {
  atoms: readonly Atom[]
  rightToLeft: boolean
}

export interface Breaking {
  /** 0 to 1: how much even lines count in the last line too (titles and quotations want all lines alike). */
  balance: number
  /** What it costs to cut a Chinese word in two. */
  word: number
  /** What it costs to end a line where no speaker would breathe. */
  breath: number
}

/** The part of a line at its edges that is empty paper of a punctuation mark, and may hang out. */
const hangs = (atoms: readonly Atom[], from: number, to: number): { start: number; end: number } => {
  const first = atoms[from]
  let last = to - 1
  while (last > from && atoms[last]?.kind === 'space') last--
  let end = 0
  for (let i = last + 1; i < to; i++) end += atoms[i]?.advance ?? 0
  const closing = atoms[last]
  if (closing?.half && closing.kind === 'close' && last > from) end += closing.advance - 500
  return { start: first?.half && first.kind === 'open' ? 500 : 0, end }
}

/**
 * Breaks a paragraph into lines no wider than `width`, all at once: of all ways the one whose lines are most even, so that a line
 * does not take a word that the next one needs. Undefined when a word alone is wider and `force` is not given.
 */
export const breakLines = ({ atoms, rightToLeft }: Paragraph, width: number, how: Breaking, force = false): Line[] | undefined => {
  const count = atoms.length
  if (count === 0) return [{ atoms: [], start: 0, width: 0, last: true, rightToLeft }]
  const sums = [0]
  for (const atom of atoms) sums.push((sums.at(-1) ?? 0) + atom.advance)
  const sum = (from: number, to: number) => (sums[to] ?? 0) - (sums[from] ?? 0)

  const best: { cost: number; from: number }[] = Array.from({ length: count + 1 }, () => ({ cost: Number.POSITIVE_INFINITY, from: 0 }))
  best[0] = { cost: 0, from: 0 }
  for (let to = 1; to <= count; to++) {
    const ending = to === count ? 'pause' : (atoms[to - 1]?.ending ?? 'never')
    if (ending === 'never' && !force) continue
    const price = { never: 5, word: how.word + how.breath, free: how.breath, pause: 0 }[ending]
    for (let from = to - 1; from >= 0; from--) {
      const { start, end } = hangs(atoms, from, to)
      const length = sum(from, to) - start - end
      if (length > width && (to - from > 1 || !force)) {
        if (sum(from, to) - 1000 > width) break
        continue
      }
      const before = best[from]
      if (!before || before.cost === Number.POSITIVE_INFINITY) continue
      const slack = Math.max(0, 1 - length / width)
      const even = slack * slack * (to === count ? how.balance : 1)
      // A single character left over looks like a mistake, and many lines are worse than few.
      const lonely = to === count && from > 0 && to - from <= 2 ? 0.3 : 0
      const cost = before.cost + even + lonely + 0.02 + price
      if (cost < (best[to]?.cost ?? 0)) best[to] = { cost, from }
    }
  }
  if (best[count]?.cost === Number.POSITIVE_INFINITY) return undefined
  const lines: Line[] = []
  for (let to = count; to > 0; to = best[to]?.from ?? 0) {
    const from = best[to]?.from ?? 0
    const { start, end } = hangs(atoms, from, to)
    lines.unshift({ atoms: atoms.slice(from, to), start, width: sum(from, to) - start - end, last: to === count, rightToLeft })
  }
  return lines
}
