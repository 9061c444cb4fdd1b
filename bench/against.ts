// `node bench/against.ts FOLDER [--only=text] [--rounds=4] [--seconds=2]`: measures this build and the one in FOLDER (a worktree of another commit, installed
// and built) in turns, each on a filled database of its own, and prints what a request of each costs. On a machine that does other work, and from one
// minute to the next, rates and even CPU time per request move by half; what moves both alike says nothing about either.
import * as fs from 'node:fs'
import * as path from 'node:path'
import { type Case, casesOf } from './cases.ts'
import { fullSize } from './fill/sizes.ts'
import { drive } from './load/drive.ts'
import { cpuOf, memoryOf } from './load/processes.ts'
import { type Server, startServer } from './load/server.ts'

const [other] = process.argv.slice(2).filter((a) => !a.startsWith('--'))
const option = (name: string): string | undefined => process.argv.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3)
const only = option('only')
const rounds = Number(option('rounds') ?? 4)
const seconds = Number(option('seconds') ?? 2)
const connections = 32

interface Side {
  name: string
  server: Server
  cases: Case[]
}
interface Cost {
  server: number
  postgres: number
  p99: number
  rate: number
  errors: number
}

/** The full database that `npm run bench` of that build has filled: in `dir`, or where a bench keeps it by itself. */
function filled(worktree: string, dir: string | undefined): string {
  const cache = dir ?? path.join(worktree, 'node_modules/.cache/vermilion-bench')
  const name = fs.existsSync(cache) ? fs.readdirSync(cache).find((one) => one.startsWith('full-')) : undefined
  if (!name) throw new Error(`there is no filled database in ${cache}: run \`npm run bench\` there first`)
  return path.join(cache, name)
}

async function open(name: string, worktree: string, dir: string | undefined, port: number): Promise<Side> {
  const server = await startServer(filled(worktree, dir), {}, { main: path.join(worktree, 'server/main.ts'), port })
  const notes = await server.db.query<{ id: string }>(
    'select n.id::text from note as n join note_counter as c on c.note_id = n.id where n.root_id is null order by c.likes desc, n.id limit 30000',
  )
  const topics = await server.db.query<{ name: string }>('select name from topic')
  const ids = notes.rows.map((r) => r.id)
  return {
    name,
    server,
    cases: casesOf(
      fullSize,
      ids,
      topics.rows.map((r) => r.name),
    ),
  }
}

async function measure({ server }: Side, { asks }: Case): Promise<Cost> {
  const before = [cpuOf(server.pid), cpuOf(server.postgres, true)] as const
  const { requests, errors, p99, seconds: took } = await drive({ origin: server.origin, asks, connections, seconds })
  return {
    server: (cpuOf(server.pid) - before[0]) / requests,
    postgres: (cpuOf(server.postgres, true) - before[1]) / requests,
    p99,
    rate: requests / took,
    errors,
  }
}

const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0

if (!other) {
  process.stderr.write('say which folder holds the other build\n')
  process.exit(2)
}
const port = 20_000 + (process.pid % 5_000) * 2
const here = path.join(import.meta.dirname, '..')
const sides = [
  await open('other', path.resolve(other), process.env.OTHER_BENCH_DIR, port),
  await open('this', here, process.env.BENCH_DIR, port + 1),
]
const say = (line: string) => process.stdout.write(`${line}\n`)
say('| row | build | rate/s | p99 ms | server CPU ms | PostgreSQL CPU ms | errors | memory MB |\n|---|---|---:|---:|---:|---:|---:|---:|')
try {
  for (const { name } of sides[1]?.cases ?? []) {
    if (only && !name.includes(only)) continue
    const costs = new Map<Side, Cost[]>(sides.map((side) => [side, []]))
    const rowOf = (side: Side) => side.cases.find((one) => one.name === name) as Case
    for (const side of sides) await measure(side, rowOf(side))
    // Whoever is second meets another machine than the first: they take turns at that, too.
    for (let round = 0; round < rounds; round++)
      for (const side of round % 2 ? sides.toReversed() : sides) costs.get(side)?.push(await measure(side, rowOf(side)))
    for (const [side, all] of costs) {
      // A machine that is too busy for a single answer in a turn says nothing about its cost.
      const answered = all.filter((cost) => cost.rate > 0)
      const of = (what: keyof Cost) => middle(answered.map((cost) => cost[what]))
      const errors = all.reduce((sum, cost) => sum + cost.errors, 0)
      const figures = [of('rate').toFixed(0), of('p99').toFixed(0), of('server').toFixed(3), of('postgres').toFixed(3), errors]
      say(`| ${name} | ${side.name} | ${figures.join(' | ')} | ${memoryOf(side.server.pid).peak} |`)
    }
  }
} finally {
  for (const { server } of sides) {
    await server.db.end().catch(() => {})
    await server.stop()
  }
}
process.exit()
