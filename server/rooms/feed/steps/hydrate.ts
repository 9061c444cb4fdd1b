import type { Audience, Candidates, Snapshot } from '../types.ts'

export const FOLLOWED = 1
export const HIDDEN = 2

/**
 * What the reader has to do with each author of the pool, as one number an author: the following steps look at thousands of notes and must not ask sets
 * of names each time. What the notes themselves are is in the pool already.
 */
export function hydrate(found: Omit<Candidates, 'authorMarks'>, { relations }: Audience): Candidates {
  const { pool } = found
  const { authorMarks } = pool.scratch
  authorMarks.fill(0, 0, pool.authorNumbers.size)
  if (relations.accountId !== null) {
    markAll(pool, authorMarks, relations.following, FOLLOWED)
    markAll(pool, authorMarks, relations.muted, HIDDEN)
    markAll(pool, authorMarks, relations.blocked, HIDDEN)
    markAll(pool, authorMarks, new Set([relations.accountId]), HIDDEN)
  }
  return { ...found, authorMarks }
}

/** Goes through whichever is shorter: the names, or the authors. */
function markAll({ authorNumbers }: Snapshot, marks: Uint8Array, names: ReadonlySet<string>, mark: number): void {
  if (names.size > authorNumbers.size) {
    for (const [name, n] of authorNumbers) if (names.has(name)) marks[n] = mark
    return
  }
  for (const name of names) {
    const n = authorNumbers.get(name)
    if (n !== undefined) marks[n] = mark
  }
}
