import { execFile } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { beforeEach, expect, it } from 'vitest'
import { migrate } from '#server/platform/migrate.ts'
import { emptyDatabase, type TestDatabase, testFolder } from '#tests/setup/database.ts'
import { withClient } from '#tests/setup/database-server.ts'

let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await emptyDatabase()
  folder = testFolder()
  write('0001_people.sql', 'create table person (id int primary key, name text not null);\n')
  write('0002_names.sql', '-- no-transaction\ncreate index concurrently person_name on person (name);\n')
})

const write = (name: string, text: string) => fs.writeFileSync(path.join(folder, name), text)
const run = () => migrate(database.connection, folder)
const ask = (text: string) => withClient(database.connection, async (client) => (await client.query(text)).rows)

it('runs what is missing, in order, once', async () => {
  write('notes.txt', 'not a migration')
  expect(await run()).toEqual(['0001_people.sql', '0002_names.sql'])
  expect(await run()).toEqual([])
  write('0003_more.sql', "insert into person values (1, '李娜')")
  expect(await run()).toEqual(['0003_more.sql'])
  expect(await ask('select name from person')).toEqual([{ name: '李娜' }])
})

it('runs once when ten processes start at the same time', async () => {
  const script = `
    const { migrate } = await import(${JSON.stringify(fileURLToPath(new URL('../../server/platform/migrate.ts', import.meta.url)))})
    console.log(JSON.stringify(await migrate({ connectionString: ${JSON.stringify(database.url)} }, ${JSON.stringify(folder)})))`
  const start = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
  const ran = (await Promise.all(Array.from({ length: 10 }, start))).map(({ stdout }) => JSON.parse(stdout) as string[])
  expect(ran.filter((names) => names.length > 0)).toEqual([['0001_people.sql', '0002_names.sql']])
  expect(await ask("select indisvalid from pg_index where indexrelid = 'person_name'::regclass")).toEqual([{ indisvalid: true }])
})

it('keeps nothing of a migration that fails and says where', async () => {
  await run()
  write('0003_broken.sql', 'create table half (id int);\n\nselect nonsense from half;\n')
  await expect(run()).rejects.toThrow(/0003_broken\.sql failed: .*nonsense.* \(line 3\)/)
  expect(await ask("select to_regclass('half') as half")).toEqual([{ half: null }])
  write('0003_broken.sql', 'create table half (id int);\n')
  expect(await run()).toEqual(['0003_broken.sql'])
})

it('refuses a migration that was changed after it ran', async () => {
  await run()
  write('0001_people.sql', 'create table person (id bigint primary key, name text not null);\n')
  await expect(run()).rejects.toThrow(/0001_people\.sql was changed/)
})

it('refuses a database that a newer release made', async () => {
  write('0009_future.sql', 'select 1')
  await run()
  fs.rmSync(path.join(folder, '0009_future.sql'))
  await expect(run()).rejects.toThrow(/newer release.*0009_future\.sql/)
})

it('refuses a migration that is older than one that ran: a new site would have run it first', async () => {
  write('202612010042_later.sql', 'create table later (id int);\n')
  await run()
  write('202612010041_older.sql', 'create table older (id int);\n')
  write('202612010043_newest.sql', 'create table newest (id int);\n')
  await expect(run()).rejects.toThrow(/202612010041_older\.sql is older than 202612010042_later\.sql/)
  expect(await ask("select to_regclass('older') as older, to_regclass('newest') as newest")).toEqual([{ older: null, newest: null }])
  fs.renameSync(path.join(folder, '202612010041_older.sql'), path.join(folder, '202612010044_older.sql'))
  expect(await run()).toEqual(['202612010043_newest.sql', '202612010044_older.sql'])
})

it('runs numbered ones in any order: they landed so, before names by time', async () => {
  write('0009_nine.sql', 'select 1')
  await run()
  write('0008_eight.sql', 'select 1')
  expect(await run()).toEqual(['0008_eight.sql'])
})

it('refuses two migrations of one number', async () => {
  write('0002_other.sql', 'select 1')
  await expect(run()).rejects.toThrow(/same number/)
})

it('waits for the process that is at it', async () => {
  const holder = new pg.Client(database.connection)
  await holder.connect()
  await holder.query('select pg_advisory_lock(7201455001)')
  let over = false
  const waiting = run().finally(() => {
    over = true
  })
  // It has asked for the lock at least once by now.
  await expect
    .poll(() =>
      ask(`select 1 from pg_stat_activity where datname = current_database() and query like '%try_advisory%' and pid <> pg_backend_pid()`),
    )
    .not.toEqual([])
  expect(over).toBe(false)
  await holder.end()
  expect(await waiting).toHaveLength(2)
})
