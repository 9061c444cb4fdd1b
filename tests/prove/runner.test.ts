import { expect, it } from 'vitest'
import { chosenOf, findExperiments } from '#prove/runner/find.ts'
import { runExperiment } from '#prove/runner/run.ts'
import { table } from '#prove/runner/table.ts'
import type { Experiment, Figure } from '#prove/types.ts'

const figure = (met: boolean): Figure => ({ what: 'rows lost', done: 'one | kill', figure: met ? 0 : 3, target: '0', met })
const one = (name: string, run: Experiment['run'] = async () => [figure(true)], of?: string[]): Experiment => ({
  name,
  about: `about ${name}`,
  run,
  ...(of ? { of } : {}),
})
const how = { say() {}, short: true, seed: 1 }

it('knows every file in prove/ by its name, and collections name only what is there', async () => {
  const all = await findExperiments()
  for (const { name, of } of all.values()) for (const member of of ?? []) expect([...all.keys()], name).toContain(member)
})

it('opens collections, runs each once, and says what there is when asked for something else', () => {
  const all = new Map([one('a'), one('b'), one('all', undefined, ['b', 'a'])].map((e) => [e.name, e]))
  const names = (...asked: string[]) => chosenOf(all, asked).map(({ name }) => name)
  expect(names()).toEqual(['a', 'b'])
  expect(names('all', 'a')).toEqual(['b', 'a'])
  expect(() => names('c')).toThrow('There is no experiment "c". There are: a, b, all.')
})

it('an experiment that cannot be carried out, or measures nothing, is a figure that misses', async () => {
  const broken = one('broken', async () => {
    throw new Error('no room left')
  })
  expect(await runExperiment(broken, how)).toMatchObject([{ experiment: 'broken', figure: 'no room left', met: false }])
  expect(
    await runExperiment(
      one('idle', async () => []),
      how,
    ),
  ).toMatchObject([{ figure: 'measured nothing', met: false }])
})

it('prints the table of the contract', async () => {
  const results = [
    ...(await runExperiment(one('a'), how)),
    ...(await runExperiment(
      one('b', async () => [figure(false)]),
      how,
    )),
  ]
  expect(table(results).split('\n')).toEqual([
    '| experiment | what was done | figure       | target |          |',
    '|------------|---------------|--------------|--------|----------|',
    '| a          | one \\| kill   | rows lost: 0 | 0      | ✓        |',
    '| b          | one \\| kill   | rows lost: 3 | 0      | ✗ missed |',
  ])
})
