import type { Audience, Candidates } from '../types.ts'

/**
 * Leaves out what this reader is not to run into: own notes, people blocked (either way) or muted, muted topics. Muted words need the texts and are
 * looked for where cards are made, as is whether each note may be seen at all.
 */
export function filter(found: Candidates, { relations, asOf = Infinity }: Audience): Candidates {
  const { accountId, blocked, muted, filters } = relations
  if (accountId === null && asOf === Infinity) return found
  const { pool, notes, sources } = found
  const mutedTopics = new Set<number>()
  if (filters.topics.size > 0) for (const [t, key] of pool.topicKeys.entries()) if (filters.topics.has(key)) mutedTopics.add(t)
  let size = 0
  for (let k = 0; k < found.size; k++) {
    const i = notes[k] as number
    const author = pool.authorIds[i] as string
    if ((pool.published[i] as number) > asOf) continue
    if (author === accountId || blocked.has(author) || muted.has(author)) continue
    if (mutedTopics.size > 0 && pool.topics[i]?.some((t) => mutedTopics.has(t))) continue
    notes[size] = i
    sources[size++] = sources[k] as number
  }
  found.size = size
  return found
}
