import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { countsOf } from '#scripts/checks/tests.ts'
import { testFolder } from '#tests/setup/database.ts'

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((one) => ({ status: one })) })
const report = (...testResults: ReturnType<typeof file>[]) => ({ testResults })

it('counts tests', () => {
  expect(countsOf(report(file('passed', 'passed', 'passed', 'skipped'), file('failed', 'passed', 'failed')), false)).toEqual({
    passed: 3,
    failed: 1,
    skipped: 1,
  })
})

it('counts a file that could not be read as a failure', () => {
  expect(countsOf(report(file('failed'), file('passed', 'passed')), false)).toEqual({ passed: 1, failed: 1, skipped: 0 })
})

it('counts an error outside tests as a failure', () => {
  expect(countsOf(report(file('passed', 'passed')), false)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  expect(countsOf(report(file('passed', 'passed')), true)).toEqual({ passed: 1, failed: 0, skipped: 0 })
})

it('ends when its work is done, however long its starter would wait', async () => {
  const script = join(testFolder(), 'work.mjs')
  writeFileSync(
    script,
    `import { runNode } from ${JSON.stringify(new URL('../../scripts/checks/children.ts', import.meta.url).href)}
    const { code } = await runNode(['-e', 'process.exit(3)'], { stdio: 'ignore' })
    process.exitCode = code`,
  )
  const [code] = await once(fork(script, { stdio: 'ignore', timeout: 30_000 }), 'exit')
  expect(code).toBe(3)
})
