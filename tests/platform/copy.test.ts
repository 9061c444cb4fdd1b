import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { copyIn, copyOut } from '#server/platform/copy.ts'
import { testDatabase } from '#tests/setup/database.ts'

let client: pg.Client

beforeAll(async () => {
  client = new pg.Client((await testDatabase()).connection)
  await client.connect()
  await client.query('create table copied (id int primary key, word text)')
})
afterAll(() => client.end())

const count = async () => (await client.query('select count(*)::int as n from copied')).rows[0].n

it('streams many rows out and in again, slowly read, and leaves the client usable', async () => {
  await client.query("insert into copied select i, repeat('猫 cat ', 100) from generate_series(1, 20000) i")
  const blocks: Buffer[] = []
  for await (const block of copyOut(client, 'copy copied to stdout')) {
    if (blocks.length < 3) await new Promise((done) => setImmediate(done))
    blocks.push(block)
  }
  await client.query('truncate copied')
  expect(
    await copyIn(
      client,
      'copy copied from stdin',
      (async function* () {
        yield* blocks
      })(),
    ),
  ).toBe(20_000)
  expect(await count()).toBe(20_000)
})

it('passes on what the server refuses', async () => {
  await expect(
    (async () => {
      for await (const _ of copyOut(client, 'copy missing to stdout'));
    })(),
  ).rejects.toThrow(/missing/)
  await expect(
    copyIn(
      client,
      'copy copied from stdin',
      (async function* () {
        yield Buffer.from('x\ty\n')
      })(),
    ),
  ).rejects.toThrow(/integer/)
  expect(await count()).toBe(20_000)
})

it('writes nothing when the source breaks', async () => {
  const broken = (async function* () {
    yield Buffer.from('30000\tword\n')
    throw new Error('the source broke')
  })()
  await expect(copyIn(client, 'copy copied from stdin', broken)).rejects.toThrow('the source broke')
  expect(await count()).toBe(20_000)
})

it('ends in an error when the connection breaks on the way, in or out', async () => {
  const ended = async (work: (lost: pg.Client, cut: () => Promise<unknown>) => Promise<unknown>) => {
    const lost = new pg.Client({ user: client.user, host: client.host, database: client.database, port: client.port })
    lost.on('error', () => {})
    await lost.connect()
    const { rows } = await lost.query('select pg_backend_pid() as pid')
    const cut = () => client.query('select pg_terminate_backend($1)', [rows[0].pid])
    // Whether the engine's last word or the closed socket is met first is chance.
    await expect(work(lost, cut)).rejects.toThrow(/terminat|EPIPE|ECONNRESET/)
    await lost.end().catch(() => {})
  }
  await ended(async (lost, cut) => {
    for await (const _ of copyOut(lost, "copy (select repeat('cat', 1000) from generate_series(1, 1000000)) to stdout")) await cut()
  })
  await ended((lost, cut) =>
    copyIn(
      lost,
      'copy copied from stdin',
      (async function* () {
        for (let id = 40_000; ; id++) {
          yield Buffer.from(`${id}\tword\n`)
          if (id === 50_000) await cut()
        }
      })(),
    ),
  )
  expect(await count()).toBe(20_000)
})
