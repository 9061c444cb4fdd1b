import fc from 'fast-check'
import { expect, it } from 'vitest'
import { greatestFirst, positionsFor, sortKey } from './order.ts'

const ordered = (values: readonly number[]): number[] => {
  const positions = positionsFor(values.length)
  const keys = Float64Array.from(values, (value, i) => sortKey(value, 1, i, positions))
  return [...greatestFirst(keys, new Int32Array(values.length), positions)]
}
const plainly = (values: readonly number[]): number[] =>
  values.map((_, i) => i).sort((a, b) => (values[b] as number) - (values[a] as number) || a - b)

it('is the order of a plain sort, equal ones as they came', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 200 }), (values) => {
      expect(ordered(values)).toEqual(plainly(values))
    }),
  )
})

it('holds for more positions than a feed has today', () => {
  const values = Array.from({ length: 20_001 }, (_, i) => (i * 7919) % 503)
  expect(ordered(values)).toEqual(plainly(values))
})

it('puts what is out of all measure at its end, and spoils nothing else', () => {
  expect(ordered([1, -1.8e15, Number.MAX_SAFE_INTEGER, 3, -1.9e15])).toEqual([2, 3, 0, 1, 4])
})
