import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fillPage, portion } from './fill-page.ts'

/** A list of `size` things, read as tables are (`whole`) or in windows that may be short or empty (`windows`). */
const someList = fc.record({
  hidden: fc.array(fc.boolean(), { maxLength: 400 }),
  limits: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 }),
  windows: fc.option(fc.array(fc.nat(7), { minLength: 1, maxLength: 8 }), { nil: null }),
})

it('puts every thing that may be seen on exactly one page, in order, however long pages are and whatever is hidden', async () => {
  await fc.assert(
    fc.asyncProperty(someList, async ({ hidden, limits, windows }) => {
      const rows = hidden.map((_, n) => ({ id: String(n), after: n + 1 }))
      let reads = 0
      const read = (from: number, most: number) => {
        reads++
        if (!windows) return portion(rows.slice(from, from + most + 1), most)
        const size = Math.min(most, windows[reads % windows.length] as number) + (reads % 50 === 0 ? 1 : 0)
        const next = from + size
        return { found: rows.slice(from, next), next: next < rows.length ? next : null }
      }
      const show = async (ids: string[]) => ids.filter((id) => !hidden[Number(id)]).map((id) => ({ id }))
      const seen: string[] = []
      let at: number | null = 0
      for (let n = 0; at !== null; n++) {
        const limit = limits[n % limits.length] as number
        const before = reads
        const page: { items: { id: string }[]; next: number | null } = await fillPage({ from: at, limit, read, show })
        expect(page.items.length).toBeLessThanOrEqual(limit)
        expect(reads - before).toBeLessThanOrEqual(8)
        seen.push(...page.items.map(({ id }) => id))
        at = page.next
      }
      expect(seen).toEqual(rows.map(({ id }) => id).filter((id) => !hidden[Number(id)]))
    }),
    { numRuns: 500 },
  )
})

it('ends a page that cannot be filled, and says where to go on', async () => {
  let reads = 0
  const endless = (from: number, most: number) => {
    reads++
    return { found: Array.from({ length: most }, (_, n) => ({ id: String(from + n), after: from + n + 1 })), next: from + most }
  }
  expect(await fillPage({ from: 0, limit: 10, read: endless, show: async () => [] })).toEqual({ items: [], next: 710 })
  expect(reads).toBe(8)
})

it('knows the end of a list that a page fills to the last', async () => {
  const rows = ['a', 'b', 'c'].map((id, n) => ({ id, after: n + 1 }))
  const read = (from: number, most: number) => portion(rows.slice(from, from + most + 1), most)
  const show = async (ids: string[]) => ids.map((id) => ({ id }))
  expect(await fillPage({ from: 0, limit: 3, read, show })).toMatchObject({ next: null })
  expect(await fillPage({ from: 0, limit: 2, read, show })).toMatchObject({ next: 2 })
})
