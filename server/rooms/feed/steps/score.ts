import type { Audience, Candidates } from '../types.ts'
import { FOLLOWED } from './hydrate.ts'

/** In doublings of response (half-days of age). */
const POINTS_FOLLOWED = 2
const POINTS_FOREIGN = -1.5
/** More than there can be candidates; a power of two, so that the arithmetic is exact. */
const POSITIONS = 8192

/**
 * Candidates in order, best first: warmth (see warmth.ts), two doublings more for someone followed, one and a half less for a note in none of the
 * reader's languages, neither by itself nor by its author's second layer. Foreign notes stay in reach: meeting them is what this place is for.
 *
 * Returns positions in `found`. A later recommender replaces this step.
 */
export function score(found: Candidates, { languages }: Audience): Int32Array {
  const { pool, notes, size, authorMarks } = found
  const reads = pool.languageNames.map((name) => languages.length === 0 || name === 'und' || languages.includes(name))
  // The position rides in the lowest bits, so that plain numbers are sorted, which is many times faster than by a function.
  const keys = new Float64Array(size)
  for (let k = 0; k < size; k++) {
    const i = notes[k] as number
    const layer = pool.layers[i] as number
    const foreign = !reads[pool.languages[i] as number] && (layer < 0 || !reads[layer])
    const points =
      (pool.warmth[i] as number) +
      (foreign ? POINTS_FOREIGN : 0) +
      (authorMarks[pool.authors[i] as number] === FOLLOWED ? POINTS_FOLLOWED : 0)
    // 1/100,000 of a doubling is half a second of age.
    keys[k] = -Math.round(points * 100_000) * POSITIONS + k
  }
  keys.sort()
  const order = new Int32Array(size)
  for (let n = 0; n < size; n++) order[n] = (((keys[n] as number) % POSITIONS) + POSITIONS) % POSITIONS
  return order
}
