import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Arrivals } from '../../bench/surge/arrivals.ts'
import { askerOf } from '../../bench/surge/asks.ts'
import { kinds, perSecond, ratesOf, reading } from '../../bench/surge/scenarios.ts'
import { percentile, Tally } from '../../bench/surge/tally.ts'

/** Numbers of a fixed draw in [0, 1). */
function draw(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 0x1_0000_0000
  }
}

describe('an open loop', () => {
  it('is due as often as its rate says, and whatever the pace at which it is asked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 50 }),
        (seed, steps) => {
          const end = 60_000
          const all = (paces: readonly number[]) => {
            const told: [string, number][] = []
            const arrivals = new Arrivals({ feed: 50, note: 5 }, draw(seed))
            for (let now = 0, i = 0; now < end; i++) {
              const next = Math.min(end, now + (paces[i % paces.length] ?? end))
              arrivals.until(next, (kind, due) => {
                expect(due).toBeGreaterThanOrEqual(now)
                expect(due).toBeLessThan(next)
                told.push([kind, due])
              })
              now = next
            }
            return told
          }
          const told = all(steps)
          const feeds = told.filter(([kind]) => kind === 'feed').length
          // Six standard deviations of a Poisson number around 3,000.
          expect(Math.abs(feeds - 3000)).toBeLessThan(330)
          expect(told.length - feeds).toBeGreaterThan(200)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('counts from when a request was due, and only 2xx as answered', () => {
    const tally = new Tally()
    for (const [status, back, took] of [
      [200, false, 10],
      [201, false, 30],
      [503, true, 1],
      [503, false, 1],
      [0, false, 1],
      [404, true, 1],
    ] as const) {
      tally.offered('note')
      tally.ended('note', status, back, took)
    }
    expect(tally.sum(['note', 'feed'], 'all')).toEqual({
      kind: 'all',
      offered: 6,
      answered: 2,
      shed: 1,
      failed: 3,
      p50: 10,
      p95: 30,
      p99: 30,
    })
    expect([percentile([], 0.5), percentile([1, 2, 3, 4], 0.5), percentile([1, 2, 3, 4], 0.99)]).toEqual([0, 2, 4])
  })
})

describe('the scenarios', () => {
  it('offer the reads they name, looks ten a call', () => {
    const rates = ratesOf('S3', 0.5)
    if (!rates) throw new Error('there is an S3')
    const each = perSecond(rates)
    expect([...reading].reduce((sum, kind) => sum + each[kind], 0)).toBeCloseTo(2900)
    expect(each.views).toBeCloseTo(290)
    expect(ratesOf('S9', 1)).toBeNull()
  })

  it('ask the same under one seed, and never use a key or a handle twice', () => {
    const world = { notes: ['1', '2', '3'], topics: ['tea'], sessions: 5, run: 'x' }
    const asks = (seed: number) => {
      const ask = askerOf(world, seed)
      return kinds.flatMap((kind) => Array.from({ length: 20 }, () => ask(kind)))
    }
    expect(asks(7)).toEqual(asks(7))
    const keys = asks(7).flatMap((one) => one.headers?.['idempotency-key'] ?? [])
    expect(keys).toHaveLength(60)
    expect(new Set(keys).size).toBe(60)
    const handles = asks(7).flatMap((one) => (one.path === '/v1/sign-up' ? [JSON.parse(one.body ?? '').handle] : []))
    expect(new Set(handles).size).toBe(20)
  })
})
