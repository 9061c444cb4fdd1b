import fc from 'fast-check'
import { expect, it } from 'vitest'
import { layOut, NARROW, stepFor, steps, type Tile, WIDE } from './layout.ts'
import { emsOf } from './lines.ts'

const tiles = fc.array(
  fc
    .record({ ratio: fc.double({ min: 0.68, max: 1.42, noNaN: true }), below: fc.double({ min: 2.5, max: 5.5, noNaN: true }) })
    .map(({ ratio, below }): Tile => ({ ratio, extra: () => below })),
  { maxLength: 120 },
)
/** Any width a column can have in practice, in rem. */
const width = fc.double({ min: 9, max: 24, noNaN: true })
const step = fc.constantFrom(...steps)

it('no tile covers another one, at any width, and each has its gutter', () => {
  fc.assert(
    fc.property(tiles, step, width, (list, step, w) => {
      const { spots, a, b } = layOut(list, step)
      const ends = Array.from({ length: step.count }, () => 0)
      spots.forEach((spot, i) => {
        const top = spot.a * w + spot.b
        const tile = list[i] as Tile
        // Rounding to three places may cost a hundredth of a rem over a long column.
        expect(top).toBeGreaterThanOrEqual((ends[spot.x] as number) - 0.05)
        ends[spot.x] = top + tile.ratio * w + tile.extra(step.wide) + step.gap
      })
      expect(a * w + b).toBeGreaterThanOrEqual(0)
    }),
  )
})

it('at its usual width every tile goes under the shortest column, so that columns stay even', () => {
  fc.assert(
    fc.property(tiles, step, (list, step) => {
      const ends = Array.from({ length: step.count }, () => 0)
      layOut(list, step).spots.forEach((spot, i) => {
        const shortest = Math.min(...ends)
        expect(ends[spot.x]).toBeLessThanOrEqual(shortest + 0.06)
        const tile = list[i] as Tile
        ends[spot.x] = (ends[spot.x] as number) + tile.ratio * step.nominal + tile.extra(step.wide) + step.gap
      })
    }),
  )
})

it('more tiles never move the ones that stand already', () => {
  fc.assert(
    fc.property(tiles, tiles, step, (first, more, step) => {
      expect(layOut([...first, ...more], step).spots.slice(0, first.length)).toEqual(layOut(first, step).spots)
    }),
  )
})

it('the style sheet has the same steps as the layout', async () => {
  const { readFile } = await import('node:fs/promises')
  const css = await readFile(new URL('waterfall.module.css', import.meta.url), 'utf8')
  const step = /@container waterfall \(min-width: (\d+)rem\) \{\s*\.list \{\s*--n: (\d);\s*--gap: ([\d.]+)rem;\s*--a: var\(--a([a-f])\)/g
  const found = [...css.matchAll(step)].map(([, from, count, gap, name]) => [name, Number(from), Number(count), Number(gap)])
  expect(found).toEqual(steps.slice(1).map(({ name, from, count, gap }) => [name, from, count, gap]))
  expect(stepFor(40).count).toBe(3)
})

it('reckons Chinese about twice as wide as Latin, and stops counting when it is enough', () => {
  expect(emsOf('周末去爬山', 40)).toBeCloseTo(5.1, 1)
  expect(emsOf('weekend', 40)).toBeLessThan(5)
  expect(emsOf('🐱🐱', 40)).toBeCloseTo(2.04, 1)
  expect(emsOf('山'.repeat(1000), 40)).toBeLessThan(43)
})

it('no column is narrower than titles are measured for, on a phone of 360 px and upwards', () => {
  for (const [i, step] of steps.entries()) {
    const from = i === 0 ? 360 / 16 - 1.25 : step.from
    expect((from - (step.count - 1) * step.gap) / step.count).toBeGreaterThanOrEqual(step.wide ? WIDE : NARROW)
  }
})
