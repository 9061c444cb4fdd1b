import * as fs from 'node:fs/promises'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { copyIn } from '#server/platform/copy.ts'
import { prepareJobs } from '#server/platform/jobs.ts'
import { migrate } from '#server/platform/migrate.ts'
import { readArchive, verifyArchive } from './archive-reader.ts'
import { type Constraint, quote, readForeignKeys, readTables } from './catalog.ts'
import { type Contents, type Header, isKept, isPassingJob, isSafePath, jobsName, passing } from './contents.ts'
import { erasureLog, hideErased } from './erased.ts'
import { BackupProblem } from './problem.ts'
import type { TarEntry } from './tar-read.ts'
import { filesUnder, type Sums } from './write-backup.ts'

const migrations = fileURLToPath(new URL('../../db/migrations', import.meta.url))
/** Stands in the database while a restore is under way, so that the next attempt may clear what a killed one left. */
const mark = 'vermilion: restore under way'

/**
 * Reads a backup into an empty database and an empty `dataDir`. The file is verified as a whole before anything is written; rows
 * come in one transaction, into tables as they were when the backup was made; newer migrations run afterwards.
 */
export async function restoreBackup(connection: pg.ClientConfig, dataDir: string, file: string): Promise<Sums> {
  const { header, contents } = await verifyArchive(file)
  await refuseUnlessEmpty(connection, dataDir)
  try {
    await migrate(connection, migrations, new Set(header.migrations.map(({ name }) => name)))
    await checkMigrations(connection, header)
    const pool = new pg.Pool({ ...connection, max: 1 })
    pool.on('error', () => {})
    pool.on('connect', (one) => one.on('error', () => {}))
    await prepareJobs(pool).finally(() => pool.end())
    await withClient(connection, (client) => load(client, dataDir, file, header, contents))
    await migrate(connection, migrations)
    await withClient(connection, async (client) => {
      await setMark(client, 'null')
      await client.query('analyze')
    })
  } catch (error) {
    await clear(connection, dataDir)
    throw error
  }
  return { tables: header.tables.length, rows: contents.rows, files: contents.files }
}

async function withClient<T>(connection: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('set statement_timeout = 0')
    return await work(client)
  } finally {
    await client.end()
  }
}

async function refuseUnlessEmpty(connection: pg.ClientConfig, dataDir: string): Promise<void> {
  const broken = await withClient(connection, async (client) => {
    const { rows } = await client.query("select obj_description('public'::regnamespace, 'pg_namespace') as words")
    if (rows[0]?.words === mark) return true
    const tables = await readTables(client)
    if (tables.length > 0)
      throw new BackupProblem(
        `The database is not empty (it has ${tables.length} tables). A backup is restored into an empty one only: choose a new DATA_DIR, or a new database in DATABASE_URL.`,
      )
    return false
  })
  if (broken) await clear(connection, dataDir)
  for await (const relative of filesUnder(dataDir, '')) {
    if (relative === erasureLog) continue
    throw new BackupProblem(
      `${dataDir} is not empty (it has ${relative}). A backup is restored into an empty folder only: choose a new DATA_DIR.`,
    )
  }
  await withClient(connection, (client) => setMark(client, `'${mark}'`))
}

/** Only the owner of a database may do so; for others an unfinished restore is left for them to clear. */
async function setMark(client: pg.Client, text: string): Promise<void> {
  await client.query(`comment on schema public is ${text}`).catch(() => {})
}

/** Takes back a restore that did not come to its end. Both places were empty before. */
async function clear(connection: pg.ClientConfig, dataDir: string): Promise<void> {
  await withClient(connection, async (client) => {
    await client.query('drop schema if exists graphile_worker cascade; drop schema public cascade; create schema public')
  }).catch(() => {
    throw new BackupProblem(
      'The restore did not succeed and its database could not be emptied again: drop and create it, then restore once more.',
    )
  })
  for (const entry of await fs.readdir(dataDir).catch(() => []))
    if (isKept(entry) && entry !== erasureLog) await fs.rm(path.join(dataDir, entry), { recursive: true, force: true })
}

async function checkMigrations(connection: pg.ClientConfig, header: Header): Promise<void> {
  const { rows } = await withClient(connection, (client) =>
    client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration'),
  )
  const here = new Map(rows.map((row) => [row.name, row.sha256]))
  for (const { name, sha256 } of header.migrations) {
    if (!here.has(name)) throw new BackupProblem(`The backup was made by a newer release (it has ${name}). Restore it with that release.`)
    if (here.get(name) !== sha256)
      throw new BackupProblem(`The backup was made with another form of ${name}. Restore it with the release that made it.`)
  }
}

async function load(client: pg.Client, dataDir: string, file: string, header: Header, contents: Contents): Promise<void> {
  await client.query('begin')
  const here = new Map((await readTables(client)).map((table) => [table.name, table.columns]))
  for (const { name, columns } of header.tables)
    if (columns.some((column) => !here.get(name)?.includes(column)))
      throw new BackupProblem(`The table ${name} of the backup has another form here.`)
  const keys = await readForeignKeys(client)
  await openTables(client, header, keys)
  await readEntries(client, dataDir, file, header)
  for (const { name, value } of contents.sequences)
    await client.query(`select setval(to_regclass($1), $2)`, [`public.${quote(name)}`, value])
  for (const { table, name, definition } of keys) await client.query(`alter table ${table} add constraint ${name} ${definition}`)
  for (const { name } of header.tables) await client.query(`alter table public.${quote(name)} enable trigger user`)
  await hideErased(client, dataDir)
  await client.query('commit')
}

/** Rows come as they were: nothing counts them again, and their order does not matter. What migrations put in is in the backup too. */
async function openTables(client: pg.Client, header: Header, keys: Constraint[]): Promise<void> {
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`)
  for (const { name } of header.tables) {
    await client.query(`alter table public.${quote(name)} disable trigger user`)
    await client.query(`truncate public.${quote(name)}`)
  }
}

async function readEntries(client: pg.Client, dataDir: string, file: string, header: Header): Promise<void> {
  const columns = new Map(header.tables.map((table) => [table.name, table.columns]))
  const archive = readArchive(file)
  let next = await archive.next()
  while (!next.done) {
    const table = tableOf(next.value)
    if (table !== null) {
      const list = (columns.get(table) ?? []).map(quote).join(', ')
      // The parts of a table follow each other; a row may begin in one and end in the next.
      const parts = async function* () {
        while (!next.done && tableOf(next.value) === table) {
          yield* next.value.body
          next = await archive.next()
        }
      }
      if (passing.has(table)) {
        for await (const _ of parts());
        continue
      }
      await copyIn(client, `copy public.${quote(table)} (${list}) from stdin`, parts())
      continue
    }
    if (next.value.name === jobsName) await addJobs(client, next.value)
    else if (next.value.name.startsWith('files/')) await writeFile(dataDir, next.value)
    next = await archive.next()
  }
}

const tableOf = ({ name }: TarEntry) => /^tables\/([a-z0-9_]+)\/\d+$/.exec(name)?.[1] ?? null

async function addJobs(client: pg.Client, { body }: TarEntry): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of body) parts.push(part)
  for (const line of Buffer.concat(parts).toString('utf8').split('\n')) {
    if (!line || isPassingJob(JSON.parse(line).identifier)) continue
    await client.query(
      `select graphile_worker.add_job(j->>'identifier', payload := j->'payload', run_at := (j->>'runAt')::timestamptz,
         max_attempts := (j->>'maxAttempts')::int, job_key := j->>'key') from (select $1::json as j) one`,
      [line],
    )
  }
}

async function writeFile(dataDir: string, { name, body }: TarEntry): Promise<void> {
  const relative = name.slice('files/'.length)
  if (!isSafePath(relative) || !isKept(relative))
    throw new BackupProblem(`The backup names a file of a strange place (${JSON.stringify(relative)}).`)
  const target = path.join(dataDir, relative)
  // Keys are for the site's user alone, as where they came from.
  const secret = relative.startsWith('keys/')
  await fs.mkdir(path.dirname(target), { recursive: true, ...(secret ? { mode: 0o700 } : {}) })
  // The list that lies here already is the later one.
  if (relative === erasureLog && (await fs.stat(target).catch(() => null))) {
    for await (const _ of body);
    return
  }
  const handle = await fs.open(target, 'wx', secret ? 0o600 : 0o644)
  try {
    for await (const part of body) await handle.writeFile(part)
    await handle.datasync()
  } finally {
    await handle.close()
  }
}
