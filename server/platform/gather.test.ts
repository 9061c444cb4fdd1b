import { expect, it } from 'vitest'
import { Changes } from './changes.ts'
import { gather } from './gather.ts'

/** A load that ends when it is told to. */
function held() {
  const loads: { keys: string[]; end(): void; fail(e: Error): void }[] = []
  const load = (keys: string[]) =>
    new Promise<Map<string, string>>((done, failed) =>
      loads.push({ keys, end: () => done(new Map(keys.map((k) => [k, `${k}!`]))), fail: failed }),
    )
  return { load, loads }
}
const turn = () => new Promise((next) => setImmediate(next))

it('asks once for what is asked for in one turn, and for what is asked for while it is busy', async () => {
  const { load, loads } = held()
  const get = gather(load, { lanes: 1 })
  const first = Promise.all([get(['a']), get(['b', 'a'])])
  await turn()
  expect(loads.map((l) => l.keys)).toEqual([['a', 'b']])
  const later = [get(['a']), get(['c'])]
  await turn()
  expect(loads.length).toBe(1)
  loads[0]?.end()
  expect((await first)[1].get('b')).toBe('b!')
  // Asked for after the first load began: answered by one that began later.
  expect(loads[1]?.keys).toEqual(['a', 'c'])
  loads[1]?.end()
  expect((await Promise.all(later)).map((found) => found.get('a'))).toEqual(['a!', 'a!'])
})

it('keeps to its lanes and to the size of a load', async () => {
  const { load, loads } = held()
  const get = gather(load, { lanes: 2, most: 2 })
  const all = Promise.all(['a', 'b', 'c', 'd', 'e'].map((key) => get([key])))
  await turn()
  expect(loads.map((l) => l.keys)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  for (const one of loads.slice()) one.end()
  await turn()
  loads[2]?.end()
  expect((await all)[4]?.get('e')).toBe('e!')
})

it('fails those who waited for a load that failed, and nobody after them', async () => {
  const { load, loads } = held()
  const get = gather(load, { lanes: 1 })
  const first = get(['a'])
  await turn()
  const second = get(['a'])
  loads[0]?.fail(new Error('away'))
  await expect(first).rejects.toThrow('away')
  await turn()
  loads[1]?.end()
  expect((await second).get('a')).toBe('a!')
})

it('knows what changed since a moment, and says all when it cannot know', () => {
  const changes = new Changes()
  changes.of('a')
  const before = changes.now
  expect(changes.since(before, 'a')).toBe(false)
  changes.of('b')
  expect([changes.since(before, 'a'), changes.since(before, 'b')]).toEqual([false, true])
  changes.ofAll()
  expect(changes.since(before, 'a')).toBe(true)
  const then = changes.now
  for (let i = 0; i < 3000; i++) changes.of(`${i}`)
  expect(changes.since(then, '7')).toBe(true)
})
