import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testContext } from '#tests/setup/database.ts'
import { countCall, countNetwork } from './budget.ts'
import { memoryLimits, type Rate } from './limits.ts'
import { addressOf, networksOf } from './network.ts'

const rate: Rate = { burst: 10, seconds: 60 }

/** Buckets on a clock that the test turns. */
function turned(most?: number) {
  let t = 0
  const limits = memoryLimits(true, () => t, most)
  return {
    limits,
    turn: (ms: number) => {
      t += ms
    },
  }
}

describe('a bucket', () => {
  it('lets as many through in any stretch of time as it promises, and says a wait that is enough', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 200 }), (pauses) => {
        const { limits, turn } = turned()
        const taken: number[] = []
        let t = 0
        for (const pause of pauses) {
          turn(pause)
          t += pause
          const wait = limits.count('x', 'me', rate)
          expect(Number.isInteger(wait) && wait >= 0 && wait <= rate.seconds).toBe(true)
          if (wait > 0) {
            turn(wait * 1000)
            t += wait * 1000
            expect(limits.count('x', 'me', rate)).toBe(0)
          }
          taken.push(t)
        }
        for (const [i, from] of taken.entries()) {
          const within = taken.slice(i).filter((at) => at - from < 60_000).length
          expect(within).toBeLessThanOrEqual(rate.burst * 2)
        }
      }),
    )
  })

  it.each([-86_400_000, -3_600_000, -1])('asks for no longer wait when its clock steps by %i ms', (step) => {
    const { limits, turn } = turned()
    turn(90_000_000)
    for (let i = 0; i < 10; i++) expect(limits.count('x', 'me', rate)).toBe(0)
    turn(step)
    expect(limits.count('x', 'me', rate)).toBeLessThanOrEqual(6)
    turn(6000)
    expect(limits.count('x', 'me', rate)).toBe(0)
  })
})

describe('the calendar', () => {
  it.each([3_600_000, -3_600_000, 86_400_000, -86_400_000])('set by %i ms changes nobody’s limits', async (step) => {
    let now = Date.parse('2026-11-21T08:00:00Z')
    const ctx = await testContext({ config: { rateLimits: true }, clock: { now: () => new Date(now) } })
    for (let i = 0; i < 10; i++) expect(ctx.limits.count('x', 'held', rate)).toBe(0)
    expect(ctx.limits.count('x', 'free', rate)).toBe(0)
    now += step
    const wait = ctx.limits.count('x', 'held', rate)
    expect(wait, 'who was held is held as long as before').toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(6)
    for (let i = 0; i < 9; i++) expect(ctx.limits.count('x', 'free', rate), 'who was free is free').toBe(0)
  })
})

describe('a million keys', () => {
  it('take bounded memory and free nobody', () => {
    const { limits, turn } = turned(5000)
    const slow: Rate = { burst: 5, seconds: 3600 }
    for (let i = 0; i < 5; i++) limits.count('guesses', 'victim', slow)
    expect(limits.count('guesses', 'victim', slow)).toBeGreaterThan(0)
    let most = 0
    for (let i = 0; i < 1_000_000; i++) {
      limits.count('guesses', `bot ${i}`, slow)
      most = Math.max(most, limits.size)
    }
    expect(most).toBeLessThanOrEqual(5000 + 4096)
    expect(limits.count('guesses', 'victim', slow), 'not flushed by the flood').toBeGreaterThan(0)
    // When the flood has passed, there is room again, and newcomers have a bucket of their own.
    turn(2 * 3_600_000)
    for (let i = 0; i < 20_000; i++) limits.count('calm', `${i % 7}`, { burst: 1_000_000, seconds: 1 })
    for (let i = 0; i < 5000; i++) limits.count('calm', `one ${i}`, { burst: 1_000_000, seconds: 1 })
    expect(limits.size).toBeLessThan(6000)
    for (let i = 0; i < 5; i++) expect(limits.count('guesses', 'newcomer', slow)).toBe(0)
  })

  it('of a flood that goes on leave newcomers their turn', () => {
    const { limits, turn } = turned(1000)
    const reads: Rate = { burst: 600, seconds: 60 }
    let refused = 0
    for (let i = 0; i < 200_000; i++) {
      limits.count('reads', `bot ${i}`, reads)
      turn(0.05)
      if (i % 100 === 0 && limits.count('reads', `reader ${i}`, reads) > 0) refused++
    }
    expect(refused).toBe(0)
  })
})

describe('a network', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7', null],
    ['::ffff:198.51.100.7', '198.51.100.7', null],
    ['::ffff:c633:6407', '198.51.100.7', null],
    ['198.51.100.7:4711', '198.51.100.7', null],
    ['2001:db8:7:1234::1', '2001:db8:7:1234', '2001:db8:7:1200/56'],
    ['2001:DB8:7:1234:9:8:7:6', '2001:db8:7:1234', '2001:db8:7:1200/56'],
    ['[2001:db8:7:12ff::1]:443', '2001:db8:7:12ff', '2001:db8:7:1200/56'],
    ['fe80::1%eth0', 'fe80:0:0:0', 'fe80:0:0:0/56'],
    ['::1', '0:0:0:0', '0:0:0:0/56'],
    ['unknown', 'nowhere', null],
    ['', 'nowhere', null],
    ['1.2.3.4.5', 'nowhere', null],
    ['x'.repeat(10_000), 'nowhere', null],
  ])('of %s', (ip, own, wide) => expect(networksOf(ip)).toEqual({ own, wide }))

  it('of a connection that has gone is nowhere', () => expect(networksOf(undefined)).toEqual({ own: 'nowhere', wide: null }))

  it('whose holder has 256 of them gets four times as much, not 256 times', () => {
    const { limits } = turned()
    const ips = Array.from({ length: 256 }, (_, i) => `2001:db8:7:12${i.toString(16).padStart(2, '0')}::1`)
    const through = ips.flatMap((ip) => [1, 2, 3, 4, 5].map(() => countNetwork(limits, 'x', ip, rate))).filter((wait) => wait === 0)
    expect(through).toHaveLength(40)
  })

  const someone = (n: number, sessionId = `session ${n}`) => ({ accountId: `${n}`, sessionId })

  it('leaves what is counted by session to each session of one person', () => {
    const { limits } = turned()
    const budget = { name: 'x', burst: 10, seconds: 60, by: 'session' as const }
    while (countCall(limits, budget, someone(1, 'taken'), '198.51.100.7') === 0);
    expect(countCall(limits, budget, someone(1, 'own'), '198.51.100.7')).toBe(0)
  })

  it('is not asked about whoever is signed in', () => {
    const { limits } = turned()
    const budget = { name: 'x', burst: 10, seconds: 60, network: { burst: 20, seconds: 60 } }
    while (countCall(limits, budget, null, '198.51.100.7') === 0);
    for (let person = 0; person < 300; person++)
      for (let i = 0; i < 10; i++) expect(countCall(limits, budget, someone(person), '198.51.100.7')).toBe(0)
    expect(countCall(limits, budget, someone(0), '198.51.100.7')).toBeGreaterThan(0)
    expect(countCall(limits, budget, someone(0, 'another'), '198.51.100.7'), 'one person, whatever session').toBeGreaterThan(0)
  })
})

describe('the address behind proxies', () => {
  it.each([
    [0, '203.0.113.9', '198.51.100.7'],
    [1, '203.0.113.9', '203.0.113.9'],
    [1, 'made up, 203.0.113.9', '203.0.113.9'],
    [1, '10.1.1.1, 203.0.113.9', '203.0.113.9'],
    [2, 'made up, 203.0.113.9, 192.0.2.1', '203.0.113.9'],
    [2, '203.0.113.9', '203.0.113.9'],
    [1, '', '198.51.100.7'],
    [1, undefined, '198.51.100.7'],
  ])('%i of them, "%s"', (proxies, said, expected) =>
    expect(addressOf(said === undefined ? {} : { 'x-forwarded-for': said }, '198.51.100.7', proxies)).toBe(expected),
  )
})
