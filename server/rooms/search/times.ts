import { idTime } from '#server/platform/ids.ts'

/**
 * When a note was published, as lexemes beside its words: a word that is in every tenth note is then looked for in the newest hours, days or months alone,
 * by the same index. No word has a `~` in it.
 */
const HOUR = 3_600_000
const units = [
  { mark: 'h', ms: HOUR },
  { mark: 'd', ms: 24 * HOUR },
  { mark: 'm', ms: 30 * 24 * HOUR },
] as const
/** So many lexemes of one unit in a question; longer spans are told in the next unit. */
const MOST = 12

const lexeme = (mark: string, n: number): string => `'~${mark}${n}'`

/** The three time lexemes of a note, as tsvector writes them. */
export const timeLexemes = (noteId: string): string => {
  const at = idTime(noteId).getTime()
  return units.map(({ mark, ms }) => lexeme(mark, Math.floor(at / ms))).join(' ')
}

/** A tsquery for everything published from one moment to another and perhaps a little before; null when that is years. */
export function since(from: number, to: number): string | null {
  for (const { mark, ms } of units) {
    const first = Math.floor(from / ms)
    const count = Math.floor(to / ms) - first + 1
    if (count <= MOST) return Array.from({ length: count }, (_, i) => lexeme(mark, first + i)).join(' | ')
  }
  return null
}
