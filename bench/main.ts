// `npm run bench [-- --quick] [-- --only=text]`: fills a database once, starts the real server and measures it. Prints a table.
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { joinPostgres } from '#server/platform/embedded-postgres/index.ts'
import { type Case, casesOf } from './cases.ts'
import type { Size } from './fill/fill.ts'
import { preparedFolder } from './fill/prepare.ts'
import { drive, driver } from './load/drive.ts'
import { type Child, cpuOf, memoryOf, startNode } from './load/processes.ts'
import { headersOf } from './load/requests.ts'
import { median, type Row, table } from './table.ts'

const quick = process.argv.includes('--quick')
const only = process.argv.find((a) => a.startsWith('--only='))?.slice(7)
const small = process.argv.includes('--small')
const size: Size = small
  ? { people: 2000, notes: 4000, likes: 20_000, comments: 4000, collects: 4000, follows: 20_000, sessions: 500 }
  : { people: 100_000, notes: 200_000, likes: 2_000_000, comments: 300_000, collects: 300_000, follows: 1_000_000, sessions: 20_000 }
const runs = quick ? 1 : 3
const seconds = quick ? 4 : 8
const connections = 32
const port = 20_000 + (process.pid % 10_000)
const origin = `http://127.0.0.1:${port}`
const at = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const say = (line: string) => process.stderr.write(`${line}\n`)

interface Server extends Child {
  postgres: number
  db: pg.Client
}

async function startServer(folder: string): Promise<Server> {
  // For looking closer: SERVER_FLAGS='--cpu-prof --cpu-prof-dir=/tmp/profile', or --heap-prof.
  const flags = process.env.SERVER_FLAGS?.split(' ') ?? []
  const child = await startNode(
    // As scripts/bootstrap starts it.
    ['--max-semi-space-size=16', '--heap-growing-percent=50', ...flags, at('../server/main.ts')],
    {
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      ORIGIN: origin,
      RATE_LIMITS: 'off',
      NODE_ENV: 'production',
      ROLE: 'all',
      LOG_LEVEL: 'error',
      DATABASE_URL: '',
    },
    /is ready at/,
  )
  const reach = joinPostgres(path.join(folder, 'postgres'))
  if (!reach) throw new Error('the server runs without its database')
  const db = new pg.Client(reach)
  await db.connect()
  const { rows } = await db.query<{ pid: number }>(`select pg_backend_pid() as pid`)
  return { ...child, db, postgres: parentOf(rows[0]?.pid ?? 0) }
}

const parentOf = (pid: number): number => Number(/PPid:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)

async function measure(one: Case, server: Server, ceiling: number | null): Promise<Row> {
  const load = { origin, asks: one.asks, connections }
  const first = one.asks[0]
  if (first) {
    const said = await fetch(origin + first.path, {
      method: first.method,
      headers: headersOf(first),
      ...(first.body ? { body: first.body } : {}),
    })
    if (said.status >= 400)
      return { name: one.name, rate: 0, p50: 0, p95: 0, p99: 0, errors: 1, server: 0, postgres: 0, note: `answers ${said.status}` }
  }
  await drive({ ...load, seconds: quick ? 1 : 3 })
  const rows: Row[] = []
  for (let run = 0; run < runs; run++) {
    const before = [cpuOf(server.pid), cpuOf(server.postgres, true)] as const
    const f = await drive({ ...load, seconds })
    const used = [cpuOf(server.pid) - before[0], cpuOf(server.postgres, true) - before[1]] as const
    const { p50, p95, p99, errors } = f
    rows.push({
      name: one.name,
      rate: f.requests / f.seconds,
      p50,
      p95,
      p99,
      errors,
      server: used[0] / f.requests,
      postgres: used[1] / f.requests,
      note: '',
    })
  }
  const row = median(rows)
  if (one.ofCeiling && ceiling) row.note = `${Math.round((100 * row.rate) / ceiling)} % of the ceiling`
  if (one.target) row.note = `asked for: ${one.target}`
  if (one.check) {
    await one.check(server.db)
    row.note += `${row.note ? '; ' : ''}counters equal rows`
  }
  return row
}

/** A bare Fastify route that answers the same bytes, measured right before what is compared with it. */
async function measureCeiling(): Promise<Row> {
  const bytes = path.join(os.tmpdir(), `vermilion-bench-${process.pid}.json`)
  const said = await fetch(`${origin}/v1/feed`, { headers: { 'accept-language': 'en' } })
  fs.writeFileSync(bytes, Buffer.from(await said.arrayBuffer()))
  const own = port + 1
  const bare = await startNode([at('./ceiling.ts')], { PORT: String(own), BYTES: bytes, NODE_ENV: 'production' }, /ceiling is ready/)
  try {
    const load = { origin: `http://127.0.0.1:${own}`, asks: [{ method: 'GET', path: '/' } as const], connections }
    await drive({ ...load, seconds: quick ? 1 : 3 })
    const rows: Row[] = []
    for (let run = 0; run < runs; run++) {
      const before = cpuOf(bare.pid)
      const { requests, seconds: took, ...rest } = await drive({ ...load, seconds })
      rows.push({
        name: 'bare Fastify, the same bytes',
        rate: requests / took,
        ...rest,
        server: (cpuOf(bare.pid) - before) / requests,
        postgres: 0,
        note: `the ceiling, ${fs.statSync(bytes).size} bytes`,
      })
    }
    return median(rows)
  } finally {
    await bare.stop()
    fs.rmSync(bytes, { force: true })
  }
}

const folder = await preparedFolder(size, say)
const server = await startServer(folder)
const rows: Row[] = []
try {
  const notes = await server.db.query<{ id: string }>(
    `select n.id::text from note as n join note_counter as c on c.note_id = n.id where n.root_id is null order by c.likes desc, n.id limit 30000`,
  )
  const topics = await server.db.query<{ name: string }>('select name from topic')
  const cases = casesOf(
    size,
    notes.rows.map((r) => r.id),
    topics.rows.map((r) => r.name),
  ).filter((c) => !only || c.name.includes(only))
  const idle = memoryOf(server.pid)
  let ceiling: number | null = null
  for (const one of cases) {
    if (one.ofCeiling) {
      say('measuring: the ceiling')
      const row = await measureCeiling()
      ceiling = row.rate
      rows.push(row)
    }
    say(`measuring: ${one.name}`)
    rows.push(await measure(one, server, ceiling))
  }
  const memory = memoryOf(server.pid)
  const metrics = await (await fetch(`${origin}/metrics`)).text()
  if (process.env.DEBUG)
    say(
      metrics
        .split('\n')
        .filter((l) => /^(nodejs_heap|nodejs_external|process_resident)/.test(l))
        .join('\n'),
    )
  const heap = Math.round(Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec(metrics)?.[1] ?? 0) / 2 ** 20)
  const cpu = os.cpus()
  process.stdout.write(`
${table(rows)}

${size.people} people, ${size.notes} notes, ${size.likes} likes, ${size.comments} comments. ${connections} connections, ${driver}, ${runs} × ${seconds} s, the median.
Memory of the server: ${idle.now} MB at the start, ${memory.now} MB after the load (${heap} MB of it in use by objects), ${memory.peak} MB at its highest (asked for: at most 400).
${cpu.length} × ${cpu[0]?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GB, Linux ${os.release()}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}.
`)
  if (rows.some((r) => r.errors > 0)) process.exitCode = 1
} finally {
  await server.db.end().catch(() => {})
  await server.stop()
}
process.exit()
