// `npm test`: everything. Installs the browser where it can, builds, checks, then runs all tests (or, with arguments, those
// that vitest finds by them). Ends with `N passed, N failed`, and with a non-zero code on any failure.
import { findChromium } from '#tests/setup/chromium.ts'
import { checks, runSteps, say, seconds } from './checks/steps.ts'
import { runTests } from './checks/tests.ts'
import { installTools } from './checks/tools.ts'

const wanted = process.argv.slice(2)
const since = Date.now()
let passed = 0
let failed = 0
let skipped = 0

await installTools()
say('Checking and building…')
const build = { name: 'build', args: ['scripts/bootstrap.mjs', 'build'] }
for (const { state } of await runSteps(wanted.length > 0 ? [build] : [build, ...checks])) {
  if (state === 'passed') passed++
  else if (state === 'failed') failed++
  else skipped++
}

say('Testing…')
const browser = findChromium()
if (!browser) say('There is no Chromium: the browser tests are left out.')
const counts = await runTests([...(browser ? [] : ['--project=rooms', '--project=web']), ...wanted])
passed += counts.passed
failed += counts.failed
skipped += counts.skipped

say(`Took ${seconds(since)}.`)
say(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed > 0 ? 1 : 0)
