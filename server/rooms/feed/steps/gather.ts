import type { Audience, Candidates, Snapshot, Source } from '../types.ts'

/** Gathers what the sources find, each note once, under the first source that named it. */
export function gather(pool: Snapshot, audience: Audience, sources: readonly Source[]): Omit<Candidates, 'authorMarks'> {
  const { scratch } = pool
  const { seen, notes, sources: from } = scratch
  scratch.round++
  let size = 0
  let s = 0
  const add = (i: number) => {
    if (seen[i] === scratch.round) return
    seen[i] = scratch.round
    notes[size] = i
    from[size++] = s
  }
  for (s = 0; s < sources.length; s++) sources[s]?.find(pool, audience, add)
  return { pool, notes, sources: from, size }
}
