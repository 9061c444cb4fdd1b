import type { Candidates } from '../types.ts'

/** No author twice, and no topic more than twice, among so many in a row; as long as something else is left. */
const NEAR = 6
const SAME_TOPIC = 2
/** How many that wait for a better place are looked at again for each place. */
const LOOK_AGAIN = 24

/**
 * Spreads authors and topics: a note that stands too near to its like waits for the next place where it fits. Nothing is lost, and whatever
 * fits keeps its order. Takes and returns positions in `found`.
 */
export function diversify(found: Candidates, order: Int32Array, most: number): Int32Array {
  const { pool, notes } = found
  const out = pool.scratch.spread.subarray(0, Math.min(most, order.length))
  const waiting: number[] = []
  let next = 0
  const fits = (k: number, at: number): boolean => {
    const i = notes[k] as number
    const own = pool.topics[i] as Int32Array
    let alike = 0
    for (let p = Math.max(0, at - NEAR + 1); p < at; p++) {
      const j = notes[out[p] as number] as number
      if (pool.authors[j] === pool.authors[i]) return false
      if (own.length > 0 && shares(own, pool.topics[j] as Int32Array)) alike++
    }
    return alike < SAME_TOPIC
  }
  for (let at = 0; at < out.length; at++) out[at] = pick(at)
  return out

  function pick(at: number): number {
    for (let w = 0; w < Math.min(waiting.length, LOOK_AGAIN); w++)
      if (fits(waiting[w] as number, at)) return waiting.splice(w, 1)[0] as number
    while (next < order.length) {
      const k = order[next++] as number
      if (waiting.length >= LOOK_AGAIN || fits(k, at)) return k
      waiting.push(k)
    }
    return waiting.shift() as number
  }
}

function shares(a: Int32Array, b: Int32Array): boolean {
  for (let x = 0; x < a.length; x++) for (let y = 0; y < b.length; y++) if (a[x] === b[y]) return true
  return false
}
