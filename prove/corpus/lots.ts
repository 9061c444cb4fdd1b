/** Numbers drawn by lot from a seed: the same seed, the same numbers. */
export interface Lots {
  /** A whole number from 0 to `below` - 1. */
  number(below: number): number
  one<T>(of: readonly T[]): T
  bytes(count: number): Buffer
}

/** A 32-bit xorshift: quick, and good enough to be various. */
export const lotsOf = (seed: number): Lots => {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state
  }
  for (let i = 0; i < 8; i++) next()
  const number = (below: number) => next() % below
  return {
    number,
    one: (of) => {
      const found = of[number(of.length)]
      if (found === undefined) throw new Error('nothing to draw from')
      return found
    },
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => number(256))),
  }
}
