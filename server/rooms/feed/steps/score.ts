import { greatestFirst, positionsFor, sortKey } from '../order.ts'
import type { Audience, Candidates } from '../types.ts'
import { FOLLOWED } from './hydrate.ts'

/** In doublings of response (half-days of age). */
const POINTS_FOLLOWED = 2
const POINTS_FOREIGN = -1.5
/** A hundred-thousandth of a doubling is half a second of age. */
const STEP = 1e-5

/**
 * Candidates in order, best first: warmth (see warmth.ts), two doublings more for someone followed, one and a half less for a note in none of the
 * reader's languages, neither by itself nor by its author's second layer. Foreign notes stay in reach: meeting them is what this place is for.
 *
 * Returns positions in `found`. A later recommender replaces this step.
 */
export function score(found: Candidates, { languages }: Audience): Int32Array {
  const { pool, notes, size, authorMarks } = found
  const reads = pool.languageNames.map((name) => languages.length === 0 || name === 'und' || languages.includes(name))
  const { keys, order } = pool.scratch
  const positions = positionsFor(size)
  for (let k = 0; k < size; k++) {
    const i = notes[k] as number
    const layer = pool.layers[i] as number
    const foreign = !reads[pool.languages[i] as number] && (layer < 0 || !reads[layer])
    const followed = authorMarks[pool.authors[i] as number] === FOLLOWED
    const points = (pool.warmth[i] as number) + (foreign ? POINTS_FOREIGN : 0) + (followed ? POINTS_FOLLOWED : 0)
    keys[k] = sortKey(points, STEP, k, positions)
  }
  return greatestFirst(keys.subarray(0, size), order, positions)
}
