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
  let a = hash(`vermilion:${seed}`)
  let b = hash(`${seed}:paper`)
  const next = () => {
    a = (Math.imul(a, 0x9e3779b1) + 0x7f4a7c15) >>> 0
    b = (b ^ (b << 13)) >>> 0
    b = (b ^ (b >>> 17)) >>> 0
    b = (b ^ (b << 5)) >>> 0
    const mixed = Math.imul(a ^ (b >>> 7), 0x85ebca6b)
    return ((mixed ^ (mixed >>> 15) ^ b) >>> 0) / 4294967296
  }
  for (let i = 0; i < 8; i++) next()
  const rng = next as Rng
  rng.range = (low, high) => low + (high - low) * next()
  rng.int = (low, high) => low + Math.floor(next() * (high - low + 1))
  rng.pick = list => list[Math.floor(next() * list.length)] as (typeof list)[number]
  rng.chance = probability => next() < probability
  rng.sign = () => (next() < 0.5 ? -1 : 1)
  rng.shuffle = list => {
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
