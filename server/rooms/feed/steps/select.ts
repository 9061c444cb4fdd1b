import type { Audience, Candidates, MadeFeed, Reason, Snapshot, Source } from '../types.ts'
import { FOLLOWED } from './hydrate.ts'

/** Every fifth place, from the third on, belongs to a young note that few have seen: each new note gets its first audience. */
const EVERY = 5
const FIRST = 2
const BRAND_NEW_MS = 15 * 60_000
/** A note looks for its first audience this long. */
const UNSEEN_MS = 2 * 86_400_000
const POPULAR_FROM = 20
const FRESH_MS = 86_400_000

/**
 * Puts the feed together: the order so far, with young notes let in at their places.
 */
export function select(found: Candidates, order: Int32Array, audience: Audience, sources: readonly Source[], most: number): MadeFeed {
  const { pool, notes } = found
  const { admitted, taken, round } = pool.scratch
  const ids: string[] = []
  const why: Reason[] = []
  for (let k = 0; k < found.size; k++) admitted[notes[k] as number] = round
  const at = audience.made?.at ?? pool.at
  const queue = queueOf(pool, audience.turn, at)
  let q = 0
  const put = (i: number, reason: Reason) => {
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
  const made = audience.made ?? { at, newest: newest === undefined ? 0 : (pool.published[newest] as number) }
  return { ids, why, topicKeys: pool.topicKeys, made, complete: ids.length >= found.size }
}

/**
 * Unseen notes that this reader may see. The places go in turn to those of the last minutes and to the others; in both, each feed begins one further than the
 * feed before it. So what was published a moment ago is met at once, and no crowd of newer ones keeps a note from its audience. Ages are those
 * at the feed's own moment, so that one made again minutes later is the same.
 */
function queueOf({ published, unseen, scratch: { queue, admitted, round } }: Snapshot, turn: number, at: number): Int32Array {
  const brandNew: number[] = []
  const others: number[] = []
  for (let n = 0; n < unseen.length; n++) {
    const i = unseen[n] as number
    const age = at - (published[i] as number)
    if (admitted[i] === round && age < UNSEEN_MS) (age < BRAND_NEW_MS ? brandNew : others).push(i)
  }
  const of = (list: readonly number[], n: number): number | undefined => (n < list.length ? list[(turn + n) % list.length] : undefined)
  let size = 0
  for (let n = 0; n < Math.max(brandNew.length, others.length); n++)
    for (const i of [of(brandNew, n), of(others, n)]) if (i !== undefined) queue[size++] = i
  return queue.subarray(0, size)
}

const followed = ({ pool, authorMarks }: Candidates, i: number): boolean => authorMarks[pool.authors[i] as number] === FOLLOWED

/** The one reason that tells the reader most. */
function reasonOf(found: Candidates, k: number, sources: readonly Source[]): Reason {
  const { pool, notes, sources: from } = found
  const i = notes[k] as number
  if (followed(found, i)) return { code: 'following' }
  if ((pool.response[i] as number) >= POPULAR_FROM) return { code: 'popular' }
  const busy = pool.topics[i]?.find((t) => pool.busyTopics.has(t))
  if (busy !== undefined) return { code: 'topic', topic: pool.topicIds[busy] as string }
  if (pool.at - (pool.published[i] as number) < FRESH_MS) return { code: 'fresh' }
  return { code: sources[from[k] as number]?.reason ?? 'popular' }
}
