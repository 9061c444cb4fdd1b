import type { Audience, Candidates, Snapshot, Source } from '../types.ts'

/** Gathers what the sources find, each note once, under the first source that named it. */
export function gather(pool: Snapshot, audience: Audience, sources: readonly Source[]): Omit<Candidates, 'authorMarks'> {
  const notes = new Int32Array(pool.size)
  const from = new Uint8Array(pool.size)
  const seen = new Uint8Array(pool.size)
  let size = 0
  sources.forEach((source, s) => {
    for (const i of source.find(pool, audience)) {
      if (seen[i]) continue
      seen[i] = 1
      notes[size] = i
      from[size++] = s
    }
  })
  return { pool, notes: notes.subarray(0, size), sources: from.subarray(0, size), size }
}
