// `npm run prove [-- NAME…] [--seed N] [--short] [--json] [--list]`: the long fault experiments. Results go to standard output,
// everything else to standard error. Exits with 1 when a figure misses, with 2 when it was asked for something that is not there.
import * as os from 'node:os'
import { parseArgs } from 'node:util'
import { killServers } from '#tests/setup/start-server.ts'
import { chosenOf, findExperiments } from './runner/find.ts'
import { type Result, runExperiment } from './runner/run.ts'
import { table } from './runner/table.ts'
import type { Experiment } from './types.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)
const giveUp = (error: unknown): never => {
  say(error instanceof Error ? error.message : String(error))
  process.exit(2)
}

function readArguments() {
  const options = { seed: { type: 'string' }, short: { type: 'boolean' }, json: { type: 'boolean' }, list: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const seed = values.seed === undefined ? 1 : Number(values.seed)
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffff_ffff)
    throw new Error(`--seed is a whole number up to 2^32-1, not "${values.seed}"`)
  return { ...values, seed, names: positionals }
}

// Servers that were started for an experiment do not outlive it, however it ends.
const stop = () => {
  killServers()
  process.exit(130)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
if (process.channel) {
  process.once('disconnect', stop)
  process.channel.unref()
}

const all = await findExperiments().catch(giveUp)
let asked: ReturnType<typeof readArguments>
let chosen: Experiment[]
try {
  asked = readArguments()
  chosen = chosenOf(all, asked.names)
} catch (error) {
  giveUp(error)
  throw error
}
if (asked.list) {
  for (const { name, about, of } of all.values()) process.stdout.write(`${name}: ${about}${of ? ` (${of.join(', ')})` : ''}\n`)
  process.exit(0)
}

const results: Result[] = []
for (const one of chosen) {
  say(`${one.name}: ${one.about}`)
  const since = performance.now()
  const own = await runExperiment(one, { say: (line) => say(`  ${line}`), short: asked.short ?? false, seed: asked.seed })
  results.push(...own)
  say(
    `${one.name}: ${own.filter(({ met }) => met).length} of ${own.length} figures met, ${((performance.now() - since) / 1000).toFixed(0)} s`,
  )
}
killServers()

const met = results.length > 0 && results.every((one) => one.met)
const [cpu] = os.cpus()
const machine = `${os.cpus().length} × ${cpu?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GB, Linux ${os.release()}, Node ${process.versions.node}`
const date = new Date().toISOString().slice(0, 10)
const { seed } = asked
process.stdout.write(
  asked.json
    ? `${JSON.stringify({ date, machine, seed, met, results }, null, 2)}\n`
    : `\n${table(results)}\n\nSeed ${seed}. ${machine}, ${date}.\n`,
)
// What an experiment left open must not keep the program from its end.
process.exit(met ? 0 : 1)
