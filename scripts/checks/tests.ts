import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runNode } from './children.ts'
import { root } from './steps.ts'

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

interface Report {
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** Runs vitest with its own output and answers the sums. A file that could not be read, or an error outside tests, is a failure. */
export async function runTests(args: string[]): Promise<Counts> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vermilion-report-'))
  const file = path.join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await runNode(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args], { cwd: root, stdio: 'inherit' })
  try {
    return countsOf(JSON.parse(readFileSync(file, 'utf8')), code === 0)
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function countsOf(report: Report, clean: boolean): Counts {
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults)
  const unread = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = tests.filter(({ status }) => status === 'failed').length + unread.length
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: failed === 0 && !clean ? 1 : failed,
    skipped: tests.filter(({ status }) => !['passed', 'failed'].includes(status)).length,
  }
}
