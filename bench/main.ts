// `npm run bench [-- --quick] [-- --only=text]`: fills a database once, starts the real server and measures it. Prints a table.
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Case, casesOf } from './cases.ts'
import { preparedFolder } from './fill/prepare.ts'
import { fullSize, smallSize } from './fill/sizes.ts'
import { drive, driver } from './load/drive.ts'
import { cpuOf, memoryOf, startNode } from './load/processes.ts'
import { headersOf } from './load/requests.ts'
import { type Server, startServer } from './load/server.ts'
import { median, type Row, table } from './table.ts'

const quick = process.argv.includes('--quick')
const only = process.argv.find((a) => a.startsWith('--only='))?.slice(7)
const small = process.argv.includes('--small')
const size = small ? smallSize : fullSize
const runs = quick ? 1 : 3
const seconds = quick ? 4 : 8
const connections = 32
const at = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const say = (line: string) => process.stderr.write(`${line}\n`)

async function measure(one: Case, server: Server, ceiling: number | null): Promise<Row> {
  const { origin } = server
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
async function measureCeiling(origin: string): Promise<Row> {
  const bytes = path.join(os.tmpdir(), `vermilion-bench-${process.pid}.json`)
  const said = await fetch(`${origin}/v1/feed`, { headers: { 'accept-language': 'en' } })
  fs.writeFileSync(bytes, Buffer.from(await said.arrayBuffer()))
  const own = Number(new URL(origin).port) + 1
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
      const row = await measureCeiling(server.origin)
      ceiling = row.rate
      rows.push(row)
    }
    say(`measuring: ${one.name}`)
    rows.push(await measure(one, server, ceiling))
  }
  const memory = memoryOf(server.pid)
  const metrics = await (await fetch(`${server.origin}/metrics`)).text()
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
