/** 2025-01-01T00:00:00Z, the zero of our ids. */
const EPOCH = 1_735_689_600_000n

export interface Ids {
  /** A fresh id: 41 bits of milliseconds since 2025, 10 bits of process, 12 bits of count; as a decimal string. */
  next(): string
}

/** Ids for one process. `node` (0-1023) must differ between the processes that run at the same time. */
export function idMaker(node: number, now: () => number = Date.now): Ids {
  if (!Number.isInteger(node) || node < 0 || node > 1023) throw new RangeError(`node ${node} is not in 0..1023`)
  const low = BigInt(node) << 12n
  let last = 0
  let count = 0
  return {
    next() {
      // A clock that steps back must not repeat an id: time only ever moves on here; a full count borrows the next millisecond.
      const t = Math.max(now(), last)
      if (t === last) count++
      else count = 0
      last = t
      if (count > 4095) {
        last = t + 1
        count = 0
      }
      return (((BigInt(last) - EPOCH) << 22n) | low | BigInt(count)).toString()
    },
  }
}

/** When an id was made. */
export const idTime = (id: string): Date => new Date(Number((BigInt(id) >> 22n) + EPOCH))
/** The smallest id of a moment: bounds for reading by time. */
export const idAt = (time: Date | number): string => ((BigInt(Number(time)) - EPOCH) << 22n).toString()
