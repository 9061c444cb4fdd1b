/** How many positions the keys of one sort can tell apart: a power of two, so that the arithmetic below is exact. */
export const positionsFor = (size: number): number => 2 ** Math.ceil(Math.log2(Math.max(2, size)))

/** Whole numbers up to here, times the positions, are exact in a double. */
const MOST = 2 ** 52

/**
 * A value and its position (below `positions`) as one number: typed arrays of numbers sort many times faster than anything with a function.
 * Values count as equal within `step`, and beyond 2^52 / positions steps from zero, where a number holds no more.
 */
export function sortKey(value: number, step: number, position: number, positions: number): number {
  const most = MOST / positions
  return -Math.max(-most, Math.min(most, Math.round(value / step))) * positions + position
}

/** Positions by value, the greatest first, equal ones in order of position. Sorts `keys` in place; answers the part of `order` it wrote. */
export function greatestFirst(keys: Float64Array, order: Int32Array, positions: number): Int32Array {
  keys.sort()
  for (let n = 0; n < keys.length; n++) order[n] = (((keys[n] as number) % positions) + positions) % positions
  return order.subarray(0, keys.length)
}
