import type { Candidates, Snapshot } from '../types.ts'
import type { Gathered } from './gather.ts'

/** What the sources found as one list: each note once, under the first source that named it, without those that this feed has passed already. */
export function merge(pool: Snapshot, gathered: Gathered, passed: readonly string[]): Omit<Candidates, 'authorMarks'> {
  const { scratch } = pool
  const { seen, notes, sources } = scratch
  scratch.round++
  for (const id of passed) {
    const place = pool.places.get(id)
    if (place !== undefined) seen[place] = scratch.round
  }
  let size = 0
  for (let s = 0; s < gathered.length; s++) {
    const found = gathered[s] as Int32Array
    for (let n = 0; n < found.length; n++) {
      const i = found[n] as number
      if (seen[i] === scratch.round) continue
      seen[i] = scratch.round
      notes[size] = i
      sources[size++] = s
    }
  }
  return { pool, notes, sources, size }
}
