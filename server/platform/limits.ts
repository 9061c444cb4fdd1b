import { randomBytes } from 'node:crypto'

/** A token bucket: `burst` at once, refilled evenly over `seconds`. */
export interface Rate {
  burst: number
  seconds: number
}
export interface Limits {
  /**
   * Takes `cost` from the bucket of `name` and `key`. Returns 0 when there was enough, else whole seconds to wait (at least 1, at most what
   * the bucket needs to fill). A negative cost gives back what was taken; a bucket never holds more than its burst.
   */
  take(name: string, key: string, rate: Rate, cost?: number): number
  /** Buckets held now. */
  readonly size: number
}

interface Bucket {
  left: number
  /** When `left` was true, in milliseconds of the clock that never steps. */
  at: number
  /** When it will be full again. A full bucket is the same as none. */
  full: number
}

/** Buckets with a key of their own; 100 bytes each with their key. */
const MOST = 200_000
/** Buckets of a name that newcomers share while there is no room. */
const SHARED = 4096
/** Old buckets looked at with each new one: more than come, so that those that are full again go as fast as others come. */
const LOOK_AT = 4

/**
 * Buckets in this process' memory. With several web processes each counts for itself; a shared form will stand behind the same face.
 *
 * `elapsed` is a clock for durations, in milliseconds: it never steps when somebody sets the time. Should it go back all the same, nothing is
 * refilled for what went by, and nobody waits longer than a bucket needs to fill.
 *
 * Memory is bounded, and a flood of keys frees nobody: a bucket that is not full is never thrown away. While there is no room for more, new keys
 * share buckets, chosen by a hash that nobody outside can know.
 */
export function memoryLimits(on: boolean, elapsed: () => number = () => performance.now(), most: number = MOST): Limits {
  const buckets = new Map<string, Bucket>()
  const salt = randomBytes(4).readUInt32LE()
  let broom = buckets.entries()
  let shared = 0

  /** Looks at a few buckets more, from where it stopped: no call ever pays for going through all of them. */
  const sweep = (t: number) => {
    for (let n = 0; n < LOOK_AT; n++) {
      const next = broom.next()
      if (next.done) {
        broom = buckets.entries()
        return
      }
      const [id, bucket] = next.value
      if (t < bucket.full) continue
      buckets.delete(id)
      if (id.charCodeAt(0) === 35) shared--
    }
  }
  const place = (name: string, id: string): string => {
    if (buckets.size - shared < most) return id
    let h = salt
    for (let i = 0; i < id.length; i++) h = Math.imul(h ^ id.charCodeAt(i), 0x01000193)
    return `#${name} ${(h ^ (h >>> 15)) & (SHARED - 1)}`
  }

  return {
    get size() {
      return buckets.size
    },
    take(name, key, rate, cost = 1) {
      if (!on) return 0
      const t = elapsed()
      const perMs = rate.burst / (rate.seconds * 1000)
      let id = `${name} ${key}`
      let bucket = buckets.get(id)
      if (!bucket) {
        sweep(t)
        id = place(name, id)
        bucket = buckets.get(id)
        if (!bucket) {
          bucket = { left: rate.burst, at: t, full: t }
          buckets.set(id, bucket)
          if (id.charCodeAt(0) === 35) shared++
        }
      }
      const left = Math.min(rate.burst, bucket.left + Math.max(0, t - bucket.at) * perMs)
      const enough = left >= cost
      bucket.left = enough ? left - cost : left
      bucket.at = t
      bucket.full = t + (rate.burst - bucket.left) / perMs
      return enough ? 0 : Math.max(1, Math.ceil((Math.min(cost, rate.burst) - left) / perMs / 1000))
    },
  }
}
