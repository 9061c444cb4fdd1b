import { hash, randomBytes } from 'node:crypto'

/** 2^23 bits: a megabyte. */
const BITS = 1 << 23
/** Looks a filter takes before it is too full: then one in 150 new ones would be taken for an old one. */
const MOST = 700_000

/**
 * Who has looked at what lately, as two Bloom filters: the looks of this half hour and of the one before. A look counts again after thirty minutes
 * at the earliest and sixty at the latest. Two megabytes, however many look. Nobody can read out of it what somebody has looked at: it holds
 * bits of salted hashes, and is gone after an hour or with the process.
 */
export class SeenLately {
  #now = new Uint32Array(BITS / 32)
  #before = new Uint32Array(BITS / 32)
  #count = 0
  #since: number
  #salt = randomBytes(16).toString('base64')
  readonly #windowMs: number
  readonly #most: number

  /** `at`: milliseconds of the clock that never steps, as `isNew` is given them. */
  constructor(at: number, windowMs: number, most = MOST) {
    this.#since = at
    this.#windowMs = windowMs
    this.#most = most
  }

  /** Whether this is the first look of `who` at `what` in the window; from now on it is not. */
  isNew(who: string, what: string, at: number): boolean {
    this.#turn(at)
    const mark = hash('sha256', `${this.#salt} ${who} ${what}`, 'buffer')
    const bits = [0, 4, 8, 12].map((offset) => mark.readUInt32LE(offset) & (BITS - 1))
    const inside = (filter: Uint32Array) => bits.every((b) => ((filter[b >>> 5] ?? 0) >>> (b & 31)) & 1)
    const isNew = !inside(this.#now) && !inside(this.#before)
    if (!inside(this.#now)) {
      for (const b of bits) this.#now[b >>> 5] = (this.#now[b >>> 5] ?? 0) | (1 << (b & 31))
      if (isNew) this.#count++
    }
    return isNew
  }

  #turn(at: number): void {
    const passed = at - this.#since
    if (passed < this.#windowMs && this.#count < this.#most) return
    ;[this.#before, this.#now] = [this.#now, this.#before]
    this.#now.fill(0)
    if (passed >= 2 * this.#windowMs) this.#before.fill(0)
    this.#count = 0
    // The next window begins where this one ended, not when somebody next looks: else a look from its beginning would count late.
    this.#since = passed >= this.#windowMs && passed < 2 * this.#windowMs ? this.#since + this.#windowMs : at
  }
}
