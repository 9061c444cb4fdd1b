import { expect, it } from 'vitest'
import { experiment } from '#prove/database-kills.ts'

it('the process outlives its database, answers 503 meanwhile, and loses no job and no event', { timeout: 300_000 }, async () => {
  const said: string[] = []
  const figures = await experiment.run({ say: (line) => void said.push(line), short: true, seed: 1 })
  expect(
    figures.filter((f) => !f.met),
    said.join('\n'),
  ).toEqual([])
})
