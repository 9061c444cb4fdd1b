/** More than there can be values; a power of two, so that the arithmetic below is exact. */
const POSITIONS = 8192

/**
 * A value and its position as one number: typed arrays of numbers sort many times faster than anything with a function. Values count as equal within
 * `step`; |value / step| must stay below 2^39.
 */
export const sortKey = (value: number, step: number, position: number): number => -Math.round(value / step) * POSITIONS + position

/** Positions by value, the greatest first, equal ones in order of position. Sorts `keys` in place; answers the part of `order` it wrote. */
export function greatestFirst(keys: Float64Array, order: Int32Array): Int32Array {
  keys.sort()
  for (let n = 0; n < keys.length; n++) order[n] = (((keys[n] as number) % POSITIONS) + POSITIONS) % POSITIONS
  return order.subarray(0, keys.length)
}
