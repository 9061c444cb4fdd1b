import { type ChildProcess, spawn } from 'node:child_process'
import * as net from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { emptyDatabase, type TestDatabase, testFolder } from '#tests/setup/database.ts'
import { withClient } from '#tests/setup/database-server.ts'

const program = fileURLToPath(new URL('../../server/main.ts', import.meta.url))
const started: ChildProcess[] = []

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

const freePort = () =>
  new Promise<number>((done) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => done(port))
    })
  })

interface Running {
  port: number
  ready: Promise<boolean>
  ended: Promise<number | null>
  said: string[]
  stop(signal: NodeJS.Signals): void
}

/** The real program as a process of its own. */
async function startProgram(env: Record<string, string>): Promise<Running> {
  const port = await freePort()
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', LOG_LEVEL: 'warn', PORT: String(port), ORIGIN: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  started.push(child)
  const said: string[] = []
  const ended = new Promise<number | null>((done) => child.once('close', done))
  const ready = new Promise<boolean>((done) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream as NodeJS.ReadableStream }).on('line', (line) => {
        said.push(line)
        if (line === `Vermilion is ready at http://localhost:${port}`) done(true)
      })
    void ended.then(() => done(false))
  })
  return { port, ready, ended, said, stop: (signal) => child.kill(signal) }
}

const health = async ({ port }: Running) => (await fetch(`http://127.0.0.1:${port}/healthz`)).json()

it('starts several processes at once on an empty database, which stop cleanly', async () => {
  const database: TestDatabase = await emptyDatabase()
  const dataDir = testFolder()
  const all = await Promise.all(
    Array.from({ length: 4 }, () => startProgram({ DATABASE_URL: database.url, DATA_DIR: dataDir, ROLE: 'worker' })),
  )
  expect(await Promise.all(all.map(({ ready }) => ready)), all.flatMap(({ said }) => said).join('\n')).toEqual([true, true, true, true])
  for (const one of all) expect(await health(one)).toMatchObject({ status: 'ok', role: 'worker' })
  const migrations = await withClient(
    database.connection,
    async (client) => (await client.query('select count(*)::int as n from schema_migration')).rows[0].n,
  )
  expect(migrations).toBeGreaterThan(3)
  for (const { stop } of all) stop('SIGTERM')
  expect(await Promise.all(all.map(({ ended }) => ended))).toEqual([0, 0, 0, 0])
}, 90_000)

it('refuses a second process on the embedded database, and gives it over when the first was killed', async () => {
  const env = { DATABASE_URL: '', DATA_DIR: testFolder(), ROLE: 'worker' }
  const first = await startProgram(env)
  expect(await first.ready, first.said.join('\n')).toBe(true)
  const second = await startProgram(env)
  expect(await second.ended).toBe(1)
  expect(second.said.join('\n')).toMatch(/in use by process \d+.*DATABASE_URL/)
  first.stop('SIGKILL')
  await first.ended
  const third = await startProgram(env)
  expect(await third.ready, third.said.join('\n')).toBe(true)
  third.stop('SIGINT')
  expect(await third.ended).toBe(0)
}, 90_000)

it('says which variable is wrong, what was found and what was expected', async () => {
  const wrong = await startProgram({ ROLE: 'boss', PORT: 'many' })
  expect(await wrong.ended).toBe(1)
  const said = wrong.said.join('\n')
  expect(said).toMatch(/ROLE: found "boss", expected all, web or worker/)
  expect(said).toMatch(/PORT: found "many", expected a number/)
})
