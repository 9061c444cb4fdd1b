import { expect, it } from 'vitest'
import { countsOf } from '#scripts/checks/tests.ts'

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
