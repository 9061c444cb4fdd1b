import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { runNode } from './children.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Step {
  name: string
  /** Arguments to Node, from the root of the checkout. */
  args: string[]
  /** Left out with a line when this file is not there. */
  needs?: string
}

export interface Outcome {
  name: string
  state: 'passed' | 'failed' | 'skipped'
}

/** What `npm run check` checks; longest first. */
export const checks: Step[] = [
  { name: 'types', args: ['node_modules/typescript7/bin/tsc', '-p', '.'] },
  { name: 'import law', args: ['scripts/check-laws.ts'] },
  { name: 'lint', args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--max-diagnostics=40', '.'] },
  { name: 'messages', args: ['scripts/check-i18n.mjs'], needs: 'scripts/check-i18n.mjs' },
  { name: 'table law', args: ['scripts/check-tables.ts'] },
  { name: 'SQL law', args: ['scripts/check-sql.ts'] },
  { name: 'migration law', args: ['scripts/check-migrations.ts'] },
]

export const say = (text: string) => process.stdout.write(`${text}\n`)
export const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** Runs one step; what it printed is shown only when it failed. */
async function runStep(step: Step): Promise<Outcome> {
  if (step.needs && !existsSync(`${root}/${step.needs}`)) {
    say(`  – ${step.name}: skipped, ${step.needs} is not there`)
    return { name: step.name, state: 'skipped' }
  }
  const since = Date.now()
  const { code, printed } = await runNode(step.args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  if (code === 0) {
    say(`  ✓ ${step.name} (${seconds(since)})`)
    return { name: step.name, state: 'passed' }
  }
  say(`  ✗ ${step.name} (${seconds(since)})\n${printed.trimEnd()}\n`)
  return { name: step.name, state: 'failed' }
}

/** Runs all steps, as many at a time as there are cores. */
export async function runSteps(steps: Step[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const waiting = [...steps]
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) outcomes.push(await runStep(step))
  }
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, lane))
  return outcomes
}
