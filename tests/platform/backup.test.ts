import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { emptyDatabase, type TestDatabase, testContext, testDatabase, testFolder } from '#tests/setup/database.ts'
import { withClient } from '#tests/setup/database-server.ts'

const script = fileURLToPath(new URL('../../server/backup/main.ts', import.meta.url))
/** A tab, a line break, a backslash and both scripts: what COPY has to escape. */
const odd = 'a\tb\nc\\N "quoted" 猫咪 🐈'

let source: Context
let database: TestDatabase
let target: TestDatabase
let targetDir: string
let file: string

/** `npm run backup|restore -- FILE`; answers what it said, or throws with what it complained of. */
const run = async (job: string, into: TestDatabase, dataDir: string, name = file) => {
  const env = { ...process.env, DATABASE_URL: into.url, DATA_DIR: dataDir }
  return promisify(execFile)(process.execPath, [script, job, name], { env }).then(
    ({ stdout }) => stdout,
    (error) => {
      throw new Error(error.stderr)
    },
  )
}
const ask = async <T>(where: TestDatabase, text: string) =>
  withClient(where.connection, async (client) => (await client.query(text)).rows as T[])
const tableNames = async (where: TestDatabase) =>
  (await ask<{ name: string }>(where, "select tablename as name from pg_tables where schemaname = 'public' order by 1")).map(
    ({ name }) => name,
  )
/** A digest of every table's rows, and where the sequences stand. */
const digest = async (where: TestDatabase) => {
  const sums: Record<string, string> = {}
  for (const name of await tableNames(where)) {
    const hidden = name === 'schema_migration' ? 'name || sha256' : 't::text'
    const [row] = await ask<{ sum: string }>(
      where,
      `select count(*) || ' ' || coalesce(md5(string_agg(${hidden}, '|' order by ${hidden})), '') as sum from "${name}" t`,
    )
    sums[name] = row?.sum ?? ''
  }
  const sequences = await ask<{ name: string; value: string }>(
    where,
    'select sequencename as name, last_value as value from pg_sequences where schemaname = $$public$$ order by 1',
  )
  return { sums, sequences }
}
const filesOf = (folder: string) =>
  Object.fromEntries(
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((name) => [path.relative(folder, name), fs.readFileSync(name).toString('hex')])
      .sort(),
  )
const write = (folder: string, name: string, bytes: Buffer) => {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  fs.writeFileSync(path.join(folder, name), bytes)
}

beforeAll(async () => {
  database = await testDatabase()
  source = await testContext({ database })
  await source.db.run(sql`insert into account (id, handle, display_name, bio, languages)
    select i, 'person' || i, 'Person ' || i, ${odd}::text, '{en,zh-Hans}' from generate_series(1, 20000) i`)
  await source.db.run(sql`insert into account_secret (account_id, email, password_hash) values (1, 'li@example.org', 'x')`)
  // Numbers that triggers keep: a restore must not count again.
  await source.db.run(sql`insert into follow (follower_id, followed_id) select i, 1 from generate_series(2, 500) i`)
  await source.db.run(
    sql`insert into setting (name, value) values ('odd', ${JSON.stringify({ odd, big: 12345678901234567890n.toString() })}::jsonb)`,
  )
  await source.db.run(sql`insert into outbox (name, facts) values ('note.published', '{}')`)
  await source.jobs.add(source.db, 'media.avif', { id: '7', odd }, { runAt: new Date('2030-01-01T00:00:00Z'), key: 'avif-7' })
  const { dataDir } = source.config
  write(dataDir, 'media/ab/picture.webp', randomBytes(300_000))
  write(dataDir, `media/${'long-name-'.repeat(12)}/${'x'.repeat(120)}.avif`, randomBytes(1000))
  write(dataDir, 'media/empty', Buffer.alloc(0))
  write(dataDir, 'keys/site.pem', Buffer.from('key'))
})

beforeEach(async () => {
  target = await emptyDatabase()
  targetDir = testFolder()
  file = path.join(testFolder(), 'site.backup')
})

it('restores every row, number, job and file', async () => {
  write(source.config.dataDir, 'postgres/data/base', Buffer.from('left out'))
  write(source.config.dataDir, 'media/.tmp/half', Buffer.from('left out'))
  expect(await run('backup', database, source.config.dataDir)).toMatch(/Backed up \d+ tables, \d+ rows and 4 files/)
  fs.rmSync(path.join(source.config.dataDir, 'postgres'), { recursive: true })
  fs.rmSync(path.join(source.config.dataDir, 'media/.tmp'), { recursive: true })
  expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  expect(await run('restore', target, targetDir)).toMatch(/Restored \d+ tables, \d+ rows and 4 files/)
  expect(await digest(target)).toEqual(await digest(database))
  expect(filesOf(targetDir)).toEqual(filesOf(source.config.dataDir))
  const jobs =
    'select t.identifier, j.payload, j.run_at, j.key, j.max_attempts from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = task_id'
  expect(await ask(target, jobs)).toEqual(await ask(database, jobs))
  const constraints =
    "select conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2"
  expect(await ask(target, constraints)).toEqual(await ask(database, constraints))
  // Triggers are awake again, and the next number is free.
  await ask(target, "insert into follow (follower_id, followed_id) values (3, 2); insert into outbox (name, facts) values ('x', '{}')")
  const restored = await testContext({ database: target })
  expect(restored.ids.next()).toMatch(/^\d+$/)
})

it('refuses a place that is not empty', async () => {
  await run('backup', database, source.config.dataDir)
  await expect(run('restore', database, targetDir)).rejects.toThrow(/not empty .*DATA_DIR/)
  write(targetDir, 'media/mine', Buffer.from('mine'))
  await expect(run('restore', target, targetDir)).rejects.toThrow(/not empty \(it has media\/mine\)/)
  expect(await tableNames(target)).toEqual([])
})

it.each([
  [
    'cut in the middle',
    (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2)),
    /damaged.*ends in the middle.*Nothing was written/,
  ],
  ['cut at its last byte', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1), /damaged.*Nothing was written/],
  [
    'with a byte changed',
    (bytes: Buffer) => bytes.with(Math.floor(bytes.length / 2), (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 255) as Buffer,
    /damaged.*Nothing was written/,
  ],
  ['of something else', () => Buffer.from('hello'), /no backup of Vermilion/],
])('refuses a file %s before it writes anything', async (_what, spoil, says) => {
  await run('backup', database, source.config.dataDir)
  fs.writeFileSync(file, spoil(fs.readFileSync(file)))
  await expect(run('restore', target, targetDir)).rejects.toThrow(says)
  expect(await tableNames(target)).toEqual([])
  expect(fs.readdirSync(targetDir)).toEqual([])
})

it('leaves nothing of a restore that fails, so that the next one can succeed', async () => {
  await run('backup', database, source.config.dataDir)
  // A folder where a file should go: the restore stumbles after all rows.
  fs.mkdirSync(path.join(targetDir, 'media/empty'), { recursive: true })
  await expect(run('restore', target, targetDir)).rejects.toThrow()
  expect(await tableNames(target)).toEqual([])
  expect(fs.readdirSync(targetDir)).toEqual([])
  await run('restore', target, targetDir)
  expect(await digest(target)).toEqual(await digest(database))
})

it('keeps the last backup when the next one cannot be written', async () => {
  await run('backup', database, source.config.dataDir)
  const before = fs.readFileSync(file)
  await expect(run('backup', target, targetDir)).rejects.toThrow(/nothing to back up/)
  expect(fs.readFileSync(file).equals(before)).toBe(true)
  expect(fs.readdirSync(path.dirname(file))).toEqual(['site.backup'])
  await expect(run('backup', database, source.config.dataDir, '/sys/site.backup')).rejects.toThrow(/cannot be written there/)
  await expect(run('restore', target, targetDir, '/nowhere/site.backup')).rejects.toThrow('There is no file /nowhere/site.backup.')
})
