import { expect, test } from 'vitest'
import { Gate } from './gate.ts'

test('never more than its slots, and a turn for each person', async () => {
  const gate = new Gate(2)
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
  const gate = new Gate(1)
  await expect(gate.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await gate.run('a', async () => 'next')).toBe('next')
})
