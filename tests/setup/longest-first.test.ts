import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { TestSpecification, Vitest } from 'vitest/node'
import { LongestFirst, longest } from './longest-first.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const shorter = ['tests/setup/database.test.ts', 'server/platform/text.test.ts']
const inGroup = (groupOrder: number) => (name: string) =>
  ({ moduleId: root + name, project: { name: 'rooms', config: { sequence: { groupOrder }, isolate: false } } }) as TestSpecification
/** As in a fresh clone, or after runs that took so long. */
const order = async (took: Record<string, number>, specs: TestSpecification[]) => {
  const result = ({ moduleId }: TestSpecification) => {
    const duration = took[moduleId.slice(root.length)]
    return duration === undefined ? undefined : { failed: false, duration }
  }
  const sorted = await new LongestFirst({ cache: { getTestSpecificationResult: result } } as unknown as Vitest).sort(specs)
  return sorted.map(({ moduleId }) => moduleId.slice(root.length))
}

it('names files that there are', () => {
  expect(longest.filter((name) => !existsSync(root + name))).toEqual([])
})

it('begins with what is long where nothing is known yet, group by group', async () => {
  const last = ['tests/e2e/journey.test.ts', 'tests/e2e/accessible.test.ts']
  const first = ['tests/prove/short.test.ts', 'tests/prove/markers.test.ts']
  const sorted = await order({}, [...last.map(inGroup(2)), ...shorter.map(inGroup(1)), ...first.map(inGroup(1))])
  expect(sorted.slice(0, 2)).toEqual(first)
  expect(sorted.slice(2, 4).toSorted()).toEqual(shorter.toSorted())
  expect(sorted.slice(4)).toEqual(last.toReversed())
})

it('goes by what files took where that is known', async () => {
  const took = { 'tests/prove/short.test.ts': 10, 'tests/setup/database.test.ts': 30, 'server/platform/text.test.ts': 20 }
  expect(await order(took, ['tests/prove/short.test.ts', ...shorter].map(inGroup(1)))).toEqual([...shorter, 'tests/prove/short.test.ts'])
})
