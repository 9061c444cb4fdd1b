import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { together } from './together.ts'

const doubles = () => {
  const calls: (readonly number[])[] = []
  const ask = together(async (keys: readonly number[]) => {
    calls.push(keys)
    if (keys.includes(13)) throw new Error('not that one')
    return new Map(keys.map((key) => [key, 2 * key]))
  }, 4)
  return { calls, ask }
}

describe('what is asked together', () => {
  it('goes in one call, each key once, and begins after the last one asked', async () => {
    const { calls, ask } = doubles()
    const asked = [ask([1, 2]), ask([2, 3])]
    expect(calls).toEqual([])
    const [first, second] = await Promise.all(asked)
    expect([first?.get(1), second?.get(3)]).toEqual([2, 6])
    expect(calls).toEqual([[1, 2, 3]])
  })

  it('is not joined by what is asked once it has begun', async () => {
    const { calls, ask } = doubles()
    const first = ask([1])
    await turn()
    await Promise.all([first, ask([1])])
    expect(calls).toEqual([[1], [1]])
  })

  it('is divided where it is too much', async () => {
    const { calls, ask } = doubles()
    await Promise.all([1, 2, 3, 4, 5].map((key) => ask([key])))
    expect(calls).toEqual([[1, 2, 3, 4], [5]])
  })

  it('fails for all who asked, and for nobody after them', async () => {
    const { ask } = doubles()
    const asked = await Promise.allSettled([ask([1]), ask([13])])
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect((await ask([1])).get(1)).toBe(2)
  })
})
