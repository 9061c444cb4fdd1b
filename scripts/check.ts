// `npm run check`: types, lint, the laws, the message catalogues. Under a minute; says only what failed.
import { checks, runSteps, say, seconds } from './checks/steps.ts'

const since = Date.now()
const outcomes = await runSteps(checks)
const failed = outcomes.filter(({ state }) => state === 'failed')
say(
  failed.length === 0
    ? `All checks passed in ${seconds(since)}.`
    : `${failed.length} of ${outcomes.length} checks failed: ${failed.map(({ name }) => name).join(', ')}.`,
)
process.exit(failed.length === 0 ? 0 : 1)
