/** A small seeded generator: the same seed draws the same picture on every machine. */
export interface Rng {
  (): number
  /** Uniform in [low, high). */
  range(low: number, high: number): number
  /** Whole number in [low, high]. */
  int(low: number, high: number): number
  pick<T>(list: readonly T[]): T
  chance(probability: number): boolean
  shuffle<T>(list: readonly T[]): T[]
  /** -1 or 1. */
  sign(): number
}

function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** Makes a generator from any text or number. */
export function makeRng(seed: string | number): Rng {
  let state = hash(`vermilion:${seed}`)
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0
    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return ((z ^ (z >>> 15)) >>> 0) / 4294967296
  }
  // Seeds that differ in one letter start close together: a few steps part them.
  state = Math.imul(state ^ (state >>> 13), 0x5bd1e995) >>> 0
  for (let i = 0; i < 5; i++) state = (state ^ Math.floor(next() * 4294967296)) >>> 0
  const rng = next as Rng
  rng.range = (low, high) => low + (high - low) * next()
  rng.int = (low, high) => low + Math.floor(next() * (high - low + 1))
  rng.pick = (list) => list[Math.floor(next() * list.length)] as (typeof list)[number]
  rng.chance = (probability) => next() < probability
  rng.sign = () => (next() < 0.5 ? -1 : 1)
  rng.shuffle = (list) => {
    const copy = [...list]
    for (let i = copy.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      const held = copy[i] as (typeof copy)[number]
      copy[i] = copy[j] as (typeof copy)[number]
      copy[j] = held
    }
    return copy
  }
  return rng
}
