import type { Audience, Candidates, MadeFeed, Snapshot, Source, Why } from '../types.ts'
import { FOLLOWED } from './hydrate.ts'

/** Every fifth place, from the third on, belongs to a young note that few have seen: each new note gets its first audience. */
const EVERY = 5
const FIRST = 2
const POPULAR_FROM = 20
const FRESH_MS = 86_400_000

/**
 * Puts the feed together: the order so far, with young notes let in at their places.
 */
export function select(found: Candidates, order: Int32Array, audience: Audience, sources: readonly Source[], most: number): MadeFeed {
  const { pool, notes } = found
  const { admitted, taken, round } = pool.scratch
  const ids: string[] = []
  const why: Why[] = []
  for (let k = 0; k < found.size; k++) admitted[notes[k] as number] = round
  const queue = queueOf(pool, audience.turn)
  let q = 0
  const put = (i: number, reason: Why) => {
    taken[i] = round
    ids.push(pool.ids[i] as string)
    why.push(reason)
  }
  for (const k of order) {
    if (ids.length >= most) break
    while (ids.length % EVERY === FIRST && q < queue.length) {
      const i = queue[q++] as number
      if (taken[i] !== round) put(i, followed(found, i) ? { code: 'following' } : { code: 'fresh' })
    }
    const i = notes[k] as number
    if (taken[i] !== round && ids.length < most) put(i, reasonOf(found, k, sources))
  }
  const [newest] = pool.byTime
  return { ids, why, newest: newest === undefined ? 0 : (pool.published[newest] as number), complete: ids.length >= found.size }
}

/** Unseen notes that this reader may see, from this feed's place in the queue on and round to it. */
function queueOf({ unseen, scratch: { queue, admitted, round } }: Snapshot, turn: number): Int32Array {
  let size = 0
  for (let n = 0; n < unseen.length; n++) if (admitted[unseen[n] as number] === round) queue[size++] = unseen[n] as number
  if (size === 0) return queue.subarray(0, 0)
  const at = turn % size
  // Turned by hand: the first part moves behind the second.
  queue.subarray(0, at).reverse()
  queue.subarray(at, size).reverse()
  return queue.subarray(0, size).reverse()
}

const followed = ({ pool, authorMarks }: Candidates, i: number): boolean => authorMarks[pool.authors[i] as number] === FOLLOWED

/** The one reason that tells the reader most. */
function reasonOf(found: Candidates, k: number, sources: readonly Source[]): Why {
  const { pool, notes, sources: from } = found
  const i = notes[k] as number
  if (followed(found, i)) return { code: 'following' }
  if ((pool.response[i] as number) >= POPULAR_FROM) return { code: 'popular' }
  const busy = pool.topics[i]?.find((t) => pool.busyTopics.has(t))
  if (busy !== undefined) return { code: 'topic', topic: pool.topicKeys[busy] as string }
  if (pool.at - (pool.published[i] as number) < FRESH_MS) return { code: 'fresh' }
  return { code: sources[from[k] as number]?.name === 'language' ? 'language' : 'popular' }
}
