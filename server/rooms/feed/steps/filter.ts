import type { Audience, Candidates } from '../types.ts'
import { HIDDEN } from './hydrate.ts'

/**
 * Leaves out what this reader is not to run into: own notes, people blocked (either way) or muted, muted topics. Muted words need the texts and are
 * looked for where cards are made, as is whether each note may be seen at all.
 */
export function filter(found: Candidates, { relations, made }: Audience): Candidates {
  const newest = made?.newest ?? Number.POSITIVE_INFINITY
  const { pool, notes, sources, authorMarks } = found
  const { topics } = relations.filters
  const mutedTopics = new Set<number>()
  if (topics.size > 0) for (const [t, id] of pool.topicIds.entries()) if (topics.has(pool.topicKeys.get(id) ?? '')) mutedTopics.add(t)
  let size = 0
  for (let k = 0; k < found.size; k++) {
    const i = notes[k] as number
    if (authorMarks[pool.authors[i] as number] === HIDDEN || (pool.published[i] as number) > newest) continue
    if (mutedTopics.size > 0 && pool.topics[i]?.some((t) => mutedTopics.has(t))) continue
    notes[size] = i
    sources[size++] = sources[k] as number
  }
  found.size = size
  return found
}
