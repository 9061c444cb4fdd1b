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

  /** `at`: milliseconds of the clock that never steps, as `has` and `add` are given them. */
  constructor(at: number, windowMs: number, most = MOST) {
    this.#since = at
    this.#windowMs = windowMs
    this.#most = most
  }

  /**
   * What is held of the looks of `who` at things: 16 bytes, as text. The looker is hashed once with the secret salt; from there on each
   * thing costs a few multiplications, since a call tells of up to a hundred, and most of them have been seen.
   */
  marksOf(who: string): (what: string) => string {
    const salted = hash('sha256', `${this.#salt} ${who}`, 'buffer')
    const seeds = [0, 4, 8, 12].map((at) => salted.readUInt32LE(at))
    return (what) => {
      let mark = ''
      for (const seed of seeds) {
        const h = mix(seed, what)
        mark += String.fromCharCode(h & 0xffff, h >>> 16)
      }
      return mark
    }
  }

  /** Whether this look was added in the window. */
  has(mark: string, at: number): boolean {
    this.#turn(at)
    return inside(this.#now, mark) || inside(this.#before, mark)
  }

  /** Adds a look. False: it was there already. */
  add(mark: string, at: number): boolean {
    const isNew = !this.has(mark, at)
    if (!inside(this.#now, mark)) {
      for (let n = 0; n < 4; n++) {
        const b = bitOf(mark, n)
        this.#now[b >>> 5] = (this.#now[b >>> 5] ?? 0) | (1 << (b & 31))
      }
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

/** FNV-1a from a secret start, its bits spread by the last step of MurmurHash3. */
function mix(seed: number, text: string): number {
  let h = seed
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** One of the four bits that a mark stands on. */
const bitOf = (mark: string, n: number): number => (mark.charCodeAt(2 * n) | (mark.charCodeAt(2 * n + 1) << 16)) & (BITS - 1)

function inside(filter: Uint32Array, mark: string): boolean {
  for (let n = 0; n < 4; n++) {
    const b = bitOf(mark, n)
    if (((filter[b >>> 5] ?? 0) >>> (b & 31)) % 2 === 0) return false
  }
  return true
}
