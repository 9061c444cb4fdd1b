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
