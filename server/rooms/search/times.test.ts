import fc from 'fast-check'
import { expect, it } from 'vitest'
import { idAt } from '#server/platform/ids.ts'
import { since, timeLexemes } from './times.ts'

const DAY = 86_400_000
const start = Date.UTC(2026, 0, 1)

it('finds every note of a span by one of its time lexemes', () => {
  const days = (most: number) => fc.integer({ min: 0, max: most * DAY })
  fc.assert(
    fc.property(days(2000), days(1100), fc.double({ min: 0, max: 1, noNaN: true }), (from, length, where) => {
      const span = since(start + from, start + from + length)
      if (span === null) return
      const own = timeLexemes(idAt(start + from + Math.floor(length * where))).split(' ')
      expect(span.split(' | ').filter((l) => own.includes(l))).toHaveLength(1)
      expect(span.split(' | ').length).toBeLessThanOrEqual(12)
    }),
  )
})

it('gives up on spans of many years', () => {
  expect(since(0, start)).toBe(null)
  expect(since(start, start + DAY / 3)).toMatch(/^'~h/)
  expect(since(start, start + 9 * DAY)).toMatch(/^'~d/)
  expect(since(start, start + 300 * DAY)).toMatch(/^'~m/)
})
