/** More than there can be values; a power of two, so that the arithmetic below is exact. */
const POSITIONS = 8192

/**
 * Positions of the values, the greatest first, equal ones in order of position. Values count as equal within `step`. The position rides in the lowest bits of
 * a plain number, since typed arrays of numbers sort many times faster than anything with a function. |value / step| must stay below 2^39.
 */
export function greatestFirst(values: Float64Array, step: number): Int32Array {
  const keys = new Float64Array(values.length)
  for (let i = 0; i < values.length; i++) keys[i] = -Math.round((values[i] as number) / step) * POSITIONS + i
  keys.sort()
  const order = new Int32Array(values.length)
  for (let n = 0; n < order.length; n++) order[n] = (((keys[n] as number) % POSITIONS) + POSITIONS) % POSITIONS
  return order
}
