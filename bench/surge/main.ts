// `npm run surge -- --scenario S1…S3 [--seconds N] [--scale F] [--connections N] [--small] [--seed N]`: the surge of January 2025 in an open loop against the
// real server on a copy of the bench's filled database. A table, then one line of JSON, on standard output; everything else on standard error.
import { execFile } from 'node:child_process'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { preparedFolder } from '../fill/prepare.ts'
import { fullSize, smallSize } from '../fill/sizes.ts'
import { cpuOf, memoryOf } from '../load/processes.ts'
import { type Server, startServer } from '../load/server.ts'
import type { Order, Report } from './generator.ts'
import { ratesOf, scenarioNames } from './scenarios.ts'
import { surgeTable } from './table.ts'
import { counterError, countLost, viewsSoFar } from './truth.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)
const giveUp = (line: string): never => {
  say(line)
  process.exit(2)
}
const generator = fileURLToPath(new URL('./generator.ts', import.meta.url))

const text = { type: 'string' } as const
const options = { scenario: text, seconds: text, scale: text, connections: text, seed: text, small: { type: 'boolean' } } as const
const asked = (() => {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    return giveUp((error as Error).message)
  }
})()
const number = (name: 'seconds' | 'scale' | 'connections' | 'seed', without: number, least: number): number => {
  const value = asked[name] === undefined ? without : Number(asked[name])
  return Number.isFinite(value) && value >= least ? value : giveUp(`--${name} is a number of at least ${least}, not "${asked[name]}".`)
}
const scenario = asked.scenario ?? 'S1'
const scale = number('scale', 1, 0.001)
// The whole of the surge lasts a quarter of an hour.
const seconds = number('seconds', 900, 1)
const connections = Math.round(number('connections', 1000, 1))
const seed = Math.round(number('seed', 1, 0))
const rates = ratesOf(scenario, scale) ?? giveUp(`--scenario is one of ${scenarioNames.join(', ')}, not "${scenario}".`)

async function worldOf({ db }: Server, sessions: number): Promise<Order['world']> {
  const notes = await db.query<{ id: string }>(
    `select n.id::text from note as n join note_counter as c on c.note_id = n.id where n.root_id is null order by c.likes desc, n.id limit 30000`,
  )
  const topics = await db.query<{ name: string }>('select name from topic order by id')
  return { notes: notes.rows.map((r) => r.id), topics: topics.rows.map((r) => r.name), sessions, run: Date.now().toString(36) }
}

async function generate(order: Order): Promise<Report> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vermilion-surge-'))
  try {
    fs.writeFileSync(path.join(folder, 'order.json'), JSON.stringify(order))
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', generator, path.join(folder, 'order.json')],
      {
        maxBuffer: 2 ** 28,
      },
    )
    return JSON.parse(stdout) as Report
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** Looks reach the database some seconds after they were told: waits until the sum stands still. */
async function viewsAtRest(server: Server): Promise<number> {
  for (let last = -1; ; ) {
    const now = await viewsSoFar(server.db)
    if (now === last) return now
    last = now
    await new Promise((next) => setTimeout(next, 5000))
  }
}

const size = asked.small ? smallSize : fullSize
const filled = await preparedFolder(size, say)
// What is written stays out of the bench's own database.
const folder = `${filled}-surge-${process.pid}`
say('Copying the filled database')
// With its owners: an embedded PostgreSQL does not run as root.
await promisify(execFile)('cp', ['-a', filled, folder])
try {
  const server = await startServer(folder, { TRUST_PROXY: 'on' })
  try {
    const world = await worldOf(server, size.sessions)
    const viewsBefore = await viewsSoFar(server.db)
    const idle = memoryOf(server.pid).now
    const warmSeconds = Math.min(10, seconds / 2)
    say(`${scenario} × ${scale}: ${warmSeconds} s to warm up, ${seconds} s that count`)
    const before = [cpuOf(server.pid), cpuOf(server.postgres, true)] as const
    const report = await generate({ origin: server.origin, rates, warmSeconds, seconds, connections, seed, world })
    const used = [cpuOf(server.pid) - before[0], cpuOf(server.postgres, true) - before[1]] as const
    const metrics = await (await fetch(`${server.origin}/metrics`)).text()
    const memory = memoryOf(server.pid)
    const counted = (await viewsAtRest(server)) - viewsBefore
    const result = {
      scenario,
      scale,
      seconds,
      reads_per_s: Math.round(report.reads.offered / seconds),
      answered_per_s: Math.round(report.reads.answered / seconds),
      p50_ms: Math.round(report.reads.p50),
      p95_ms: Math.round(report.reads.p95),
      p99_ms: Math.round(report.reads.p99),
      lost: await countLost(server.db, report.made),
      counter_error: await counterError(server.db),
      views: { taken: report.views, counted },
      failed: report.rows.reduce((sum, row) => sum + row.failed, 0),
      shed: Object.fromEntries(report.rows.filter((row) => row.shed > 0).map((row) => [row.kind, row.shed])),
      memory_mb: { start: idle, end: memory.now, peak: memory.peak },
      cores: {
        server: round(used[0] / 1000 / (seconds + warmSeconds)),
        postgres: round(used[1] / 1000 / (seconds + warmSeconds)),
        generator: round(report.cpu),
      },
      // Unlike rates and times, hardly moved by what else the machine does.
      cpu_ms_per_answer: { server: round(used[0] / report.answers), postgres: round(used[1] / report.answers) },
      event_loop_p99_ms: Math.round(1000 * Number(/^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(metrics)?.[1] ?? 0)),
      generator_late_ms: Math.round(report.late),
    }
    for (const [fault, times] of Object.entries(report.faults).slice(0, 20)) say(`${times} × ${fault}`)
    const [cpu] = os.cpus()
    process.stdout.write(`${surgeTable([...report.rows, report.reads], seconds)}

${scenario} × ${scale} for ${seconds} s over at most ${connections} connections, open loop; times count from when a request was due. Of the cores, the server took ${result.cores.server}, PostgreSQL ${result.cores.postgres}, the generator ${result.cores.generator}.
${os.cpus().length} × ${cpu?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GB, Linux ${os.release()}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}.
${JSON.stringify(result)}
`)
    if (result.lost > 0 || result.counter_error > 0) process.exitCode = 1
  } finally {
    await server.db.end().catch(() => {})
    await server.stop()
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true })
}
process.exit()

function round(value: number): number {
  return Math.round(value * 100) / 100
}
