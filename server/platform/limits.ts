import { randomBytes } from 'node:crypto'
import type { Queryable } from './db.ts'

/** A token bucket: `burst` at once, refilled evenly over `seconds`. */
export interface Rate {
  burst: number
  seconds: number
}

/**
 * Limits that all processes of a site share and that a restart does not forget. `take` is exact and asks what they share; `count` answers at
 * once, for what is asked ten thousand times a second. A name is used with one of the two only.
 */
export interface Limits {
  /**
   * Takes `cost` from the bucket of `name` and `key`, whichever process asks. Returns 0 when there was enough, else whole seconds to wait (at least 1,
   * at most what the bucket needs to fill). A negative cost gives back what was taken; a bucket never holds more than its burst. With `db`, what is
   * taken counts if that transaction commits.
   */
  take(name: string, key: string, rate: Rate, cost?: number, db?: Queryable): Promise<number>
  /**
   * The same at once, from what this process knows: others hear of what was taken here a quarter of a second after it came to an eighth of the burst.
   * What several let through too much until then is owed, so that no rate is passed for long.
   */
  count(name: string, key: string, rate: Rate, cost?: number): number
  /** Buckets in this process' memory. */
  readonly size: number
  /** Tells the others now what waits to be told. */
  tell(): Promise<void>
  stop(): Promise<void>
}

/** The part of it that asks nobody. */
export type Counting = Pick<Limits, 'count' | 'size'>

export interface Bucket {
  /** Below 0: owed. */
  left: number
  /** When `left` was true, in milliseconds of the clock that never steps. */
  at: number
  /** When it will be full again. A full bucket is the same as none. */
  full: number
  /** Taken here, and not told to the others yet. */
  untold: number
  /** In line to be told. */
  due: boolean
}

export interface Buckets extends Counting {
  /**
   * What the shared bucket held, as this process has just learnt; less what was taken here meanwhile. `asked`: when it was asked, by the clock
   * that never steps; it has been filling since. `most`: answers may come in another order, the least is true.
   */
  settle(name: string, key: string, rate: Rate, left: number, asked: number, most?: boolean): void
}

/** Buckets with a key of their own; 150 bytes each with their key. */
const MOST = 200_000
/** Buckets of a name that newcomers share while there is no room. */
const SHARED = 4096
/** Old buckets looked at with each new one: more than come, so that those that are full again go as fast as others come. */
const LOOK_AT = 4
/** The part of a burst that one process may let through before the others hear of it. */
const UNTOLD = 1 / 8

/**
 * Buckets in this process' memory.
 *
 * `elapsed` is a clock for durations, in milliseconds: it never steps when somebody sets the time. Should it go back all the same, nothing is
 * refilled for what went by, and nobody waits longer than a bucket needs to fill.
 *
 * Memory is bounded, and a flood of keys frees nobody: a bucket that is not full is never thrown away. While there is no room for more, new keys
 * share buckets, chosen by a hash that nobody outside can know; those are this process' alone.
 *
 * `tell` is called when so much was taken from a bucket that the others should hear of it.
 */
export function memoryLimits(
  on: boolean,
  elapsed: () => number = () => performance.now(),
  most: number = MOST,
  tell?: (name: string, key: string, rate: Rate, bucket: Bucket) => void,
): Buckets {
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
  const find = (name: string, key: string, rate: Rate, t: number): Bucket => {
    let id = `${name} ${key}`
    let bucket = buckets.get(id)
    if (bucket) return bucket
    sweep(t)
    id = place(name, id)
    bucket = buckets.get(id)
    if (!bucket) {
      const crowded = id.charCodeAt(0) === 35
      bucket = { left: rate.burst, at: t, full: t, untold: 0, due: crowded }
      buckets.set(id, bucket)
      if (crowded) shared++
    }
    return bucket
  }

  return {
    get size() {
      return buckets.size
    },
    count(name, key, rate, cost = 1) {
      if (!on) return 0
      const t = elapsed()
      const perMs = rate.burst / (rate.seconds * 1000)
      const bucket = find(name, key, rate, t)
      const left = Math.min(rate.burst, bucket.left + Math.max(0, t - bucket.at) * perMs)
      const enough = left >= cost
      bucket.left = enough ? left - cost : left
      bucket.at = t
      bucket.full = t + (rate.burst - bucket.left) / perMs
      if (!enough) return waitOf(rate, cost, left)
      if (tell) {
        bucket.untold += cost
        if (bucket.untold >= rate.burst * UNTOLD && !bucket.due) {
          bucket.due = true
          tell(name, key, rate, bucket)
        }
      }
      return 0
    },
    settle(name, key, rate, held, asked, most = false) {
      const t = elapsed()
      const perMs = rate.burst / (rate.seconds * 1000)
      const left = Math.min(rate.burst, held + Math.max(0, t - asked) * perMs)
      const bucket = find(name, key, rate, t)
      const here = Math.min(rate.burst, bucket.left + Math.max(0, t - bucket.at) * perMs)
      bucket.left = most ? Math.min(here, left) : left - bucket.untold
      bucket.at = t
      bucket.full = t + (rate.burst - bucket.left) / perMs
    },
  }
}

/** Whole seconds until a bucket that holds `left` holds `cost`. */
export const waitOf = (rate: Rate, cost: number, left: number): number =>
  Math.max(1, Math.min(rate.seconds, Math.ceil(((Math.min(cost, rate.burst) - left) * rate.seconds) / rate.burst)))
