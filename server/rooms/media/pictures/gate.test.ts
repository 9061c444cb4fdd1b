import { expect, test } from 'vitest'
import { Gate, GateFull } from './gate.ts'

test('never more than its slots, and a turn for each person', async () => {
  const gate = new Gate({ tasks: 2 })
  let running = 0
  let most = 0
  const order: string[] = []
  const task = (who: string) =>
    gate.run(who, async () => {
      most = Math.max(most, ++running)
      await new Promise(setImmediate)
      order.push(who)
      running--
    })
  const all = [...Array.from({ length: 18 }, () => task('many')), task('one'), task('two')]
  expect(gate.waiting).toBe(18)
  await Promise.all(all)
  expect(most).toBe(2)
  expect(gate.waiting).toBe(0)
  // Two of the eighteen had started; then everyone has a turn.
  expect(order.indexOf('one')).toBeLessThan(6)
  expect(order.indexOf('two')).toBeLessThan(6)
})

test('a failure frees its slot', async () => {
  const gate = new Gate({ tasks: 1 })
  await expect(gate.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await gate.run('a', async () => 'next')).toBe('next')
})

test('weights: together they stay within the bound, what is heavier than all runs alone, and nobody passes it', async () => {
  const gate = new Gate({ tasks: 8, weight: 10 })
  let weight = 0
  let count = 0
  const seen: number[] = []
  const task = (mine: number) =>
    gate.run(
      `${mine}`,
      async () => {
        weight += mine
        count++
        seen.push(mine)
        if (count > 1) expect(weight).toBeLessThanOrEqual(10)
        await new Promise(setImmediate)
        weight -= mine
        count--
      },
      mine,
    )
  await Promise.all([task(6), task(5), task(30), task(1), task(4), task(9)])
  expect(seen).toEqual([6, 5, 30, 1, 4, 9])
})

test('more than may wait are refused at once', async () => {
  const gate = new Gate({ tasks: 1, waiting: 1 })
  const slow = gate.run('a', () => new Promise<void>((done) => setImmediate(done)))
  const next = gate.run('b', async () => 'second')
  await expect(gate.run('c', async () => 'third')).rejects.toBeInstanceOf(GateFull)
  await slow
  expect(await next).toBe('second')
})
