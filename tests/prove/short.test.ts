import { describe, expect, it } from 'vitest'
import { findExperiments } from '#prove/runner/find.ts'
import { runExperiment } from '#prove/runner/run.ts'

/** Which lots are drawn; `PROVE_SEED=7 node_modules/.bin/vitest run tests/prove` draws others. */
const seed = Number(process.env.PROVE_SEED ?? 1)
/** These have tests of their own beside this file. */
const elsewhere = new Set(['database-kills', 'markers'])
const all = [...(await findExperiments()).values()].filter(({ of, name }) => !of && !elsewhere.has(name))

describe(`the short form of every experiment in prove/ (seed ${seed})`, () => {
  it.each(all.map((one) => [one.name, one] as const))('%s', { timeout: 300_000 }, async (_name, one) => {
    const said: string[] = []
    const results = await runExperiment(one, { say: (line) => said.push(line), short: true, seed })
    const missed = results.filter(({ met }) => !met)
    expect(missed, said.join('\n')).toEqual([])
  })
})
