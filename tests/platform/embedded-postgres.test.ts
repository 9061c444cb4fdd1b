import { type ChildProcess, spawn } from 'node:child_process'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type EmbeddedPostgres, startPostgres } from '#server/platform/embedded-postgres/index.ts'

interface Said {
  how?: string
  pid?: number
  problem?: string
  message?: string
  kept?: number
}

let base: string
let folder: string
let servers: EmbeddedPostgres[]
let owners: ChildProcess[]

beforeEach(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'vermilion-pg-'))
  fs.chmodSync(base, 0o755)
  folder = path.join(base, 'postgres')
  servers = []
  owners = []
})
afterEach(async () => {
  for (const owner of owners) owner.kill('SIGKILL')
  for (const server of servers) await server.stop()
  // What a killed owner left running is adopted and stopped.
  if (fs.existsSync(path.join(folder, 'data')))
    await startPostgres({ dataDir: folder, settings: quick })
      .then((server) => server.stop())
      .catch(() => {})
  fs.rmSync(base, { recursive: true, force: true, maxRetries: 5 })
})

/** Nothing here outlives a crash of the machine; the kernel keeps what was written when a process is killed. */
const quick = { fsync: 'off' }
const start = async (settings: Record<string, string> = quick) => {
  const server = await startPostgres({ dataDir: folder, settings })
  servers.push(server)
  return server
}
const ask = async (server: EmbeddedPostgres, text: string) => {
  const client = new pg.Client({ host: server.host, user: server.user, database: server.database })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}
/** Another process on the same folder; calls `heard` with each thing it says. */
const owner = (job: string, heard: (said: Said) => void) => {
  const script = fileURLToPath(new URL('embedded-owner.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder, job], { stdio: ['ignore', 'pipe', 'inherit'] })
  owners.push(child)
  createInterface({ input: child.stdout }).on('line', (line) => heard(JSON.parse(line)))
  return child
}
const ended = (child: ChildProcess) =>
  new Promise((done) => ((child.exitCode ?? child.signalCode) !== null ? done(null) : child.once('exit', done)))
/** Neither ended nor ending: the kernel takes its time to put a large process away. */
const works = (pid: number): boolean => {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) !== ''
  } catch {
    return false
  }
}
/** Kills the process that owns the server once it has written so many rows; answers the last acknowledged one. */
const writeAndKill = (rows: number, atRow: (row: number) => void = () => {}) =>
  new Promise<number>((done) => {
    let last = 0
    const child = owner('write', ({ kept }) => {
      if (!kept) return
      last = kept
      atRow(kept)
      if (kept === rows) child.kill('SIGKILL')
    })
    child.once('exit', () => done(last))
  })

it('starts cold, keeps what was written, starts again', async () => {
  const first = await start()
  expect(first.how).toBe('started')
  await ask(first, "create table kept as select 'Straße 小猫' as word")
  expect(
    await ask(
      first,
      "select lower('ÄÖ') as lower, current_setting('synchronous_commit') as commit, current_setting('server_encoding') as encoding",
    ),
  ).toEqual([{ lower: 'äö', commit: 'on', encoding: 'UTF8' }])
  await first.stop()
  const second = await start()
  expect(second.how).toBe('started')
  expect(await ask(second, 'select word from kept')).toEqual([{ word: 'Straße 小猫' }])
})

it('adopts the server that its process left, replaces it when settings differ', async () => {
  const first = await start()
  await first.release()
  const second = await start()
  expect([second.how, second.pid]).toEqual(['adopted', first.pid])
  await second.release()
  const third = await start({ ...quick, work_mem: '9MB' })
  expect(third.how).toBe('started')
  expect(third.pid).not.toBe(first.pid)
  expect(await ask(third, 'show work_mem')).toEqual([{ work_mem: '9MB' }])
})

it('adopts the server of a killed process with every acknowledged row', async () => {
  const last = await writeAndKill(200)
  const server = await start()
  expect(server.how).toBe('adopted')
  const [row] = await ask(server, 'select max(id) as max, count(*)::int as count from kept')
  expect(row.max).toBeGreaterThanOrEqual(last)
  expect(row.count).toBe(row.max)
})

it('has an owner go on where the one before was killed, and nothing of it refused', async () => {
  await writeAndKill(100)
  await writeAndKill(150)
  const server = await start()
  expect(server.how).toBe('adopted')
  const [row] = await ask(server, 'select xact_rollback::int as refused from pg_stat_database where datname = current_database()')
  expect(row.refused).toBe(0)
})

it('brings a killed server back while its owner goes on writing, without losing an acknowledged row', async () => {
  let server = 0
  const kept = new Set<number>()
  await new Promise<void>((done) => {
    const child = owner('write', (said) => {
      if (said.pid) server = said.pid
      if (!said.kept) return
      kept.add(said.kept)
      if (said.kept === 100) process.kill(server, 'SIGKILL')
      if (said.kept === 300) child.kill('SIGKILL')
    })
    child.once('exit', () => done())
  })
  const again = await start()
  expect(again.pid).not.toBe(server)
  const rows = await ask(again, 'select id from kept')
  const there = new Set(rows.map((row) => row.id))
  expect([...kept].filter((id) => !there.has(id))).toEqual([])
})

it('mends a killed server by itself, also when nobody asks', async () => {
  const server = await start()
  const before = server.pid
  process.kill(before, 'SIGKILL')
  await expect.poll(() => server.pid, { timeout: 15_000 }).not.toBe(before)
  await server.ensure()
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
})

it('ends with an owner that gives up, and waits for the one that is just ending', async () => {
  let pid = 0
  const child = owner('exit', (said) => {
    pid = said.pid ?? 0
  })
  await ended(child)
  const server = await start()
  expect(server.pid).not.toBe(pid)
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
})

it('starts over after Node and PostgreSQL were both killed', async () => {
  let pid = 0
  const heard = await new Promise<ChildProcess>((done) => {
    const child = owner('hold', (said) => {
      pid = said.pid ?? 0
      done(child)
    })
  })
  // In this order: an owner that lives a moment longer brings its server back.
  heard.kill('SIGKILL')
  await ended(heard)
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => works(pid), { timeout: 15_000 }).toBe(false)
  const server = await start()
  expect(server.how).toBe('started')
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
})

it('gives the folder to one of eight starting at once and refuses the others with a word', async () => {
  const said = await Promise.all(Array.from({ length: 8 }, () => new Promise<Said>((done) => owner('hold', done))))
  const winners = said.filter(({ how }) => how)
  expect(winners).toHaveLength(1)
  for (const loser of said.filter(({ how }) => !how)) {
    expect(loser.problem).toBe('DataDirBusy')
    expect(loser.message).toMatch(/in use by (process \d+|another process).*DATABASE_URL/)
  }
})

it('leaves the folder to an owner in another container for as long as that shows signs of life', async () => {
  fs.mkdirSync(folder)
  const file = path.join(folder, 'owner.json')
  fs.writeFileSync(file, JSON.stringify({ pid: 1, start: '1', boot: 'another', space: 'pid:[1]' }))
  const life = setInterval(() => fs.utimesSync(file, new Date(), new Date()), 500)
  await expect(start()).rejects.toThrow(/in use by another process/)
  clearInterval(life)
  expect((await start()).how).toBe('started')
})

it('says in one line when the folder cannot be used', async () => {
  const file = path.join(base, 'file')
  fs.writeFileSync(file, '')
  for (const place of ['/sys/vermilion', file, path.join(file, 'postgres')]) {
    const problem = await startPostgres({ dataDir: place }).catch((error: Error) => error)
    expect(problem).toMatchObject({ name: 'PostgresProblem', message: expect.stringMatching(/^[^\n]*DATA_DIR[^\n]*$/) })
  }
})

it('refuses data of another major version', async () => {
  await (await start()).stop()
  fs.writeFileSync(path.join(folder, 'data/PG_VERSION'), '17\n')
  await expect(startPostgres({ dataDir: folder, settings: quick })).rejects.toThrow(/PostgreSQL 17.*restore/)
})

it('works in a folder whose path is longer than a socket allows', async () => {
  folder = path.join(base, 'a-long-name-for-a-folder-'.repeat(6), 'postgres')
  const server = await start()
  expect(Buffer.byteLength(server.host)).toBeLessThan(93)
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
  fs.rmSync(server.host, { force: true })
})
