import { createReadStream } from 'node:fs'
import * as fs from 'node:fs/promises'
import * as path from 'node:path'
import pg from 'pg'
import { copyOut } from '#server/platform/copy.ts'
import { ArchiveWriter } from './archive-writer.ts'
import { quote, readMigrations, readSequences, readTables, type Table } from './catalog.ts'
import {
  type Contents,
  contentsName,
  fileName,
  type Header,
  headerName,
  isKept,
  isPassingJob,
  jobsName,
  passing,
  tablePart,
} from './contents.ts'
import { BackupProblem } from './problem.ts'

/** Rows are kept in memory up to this many bytes at a time. */
const partSize = 4 << 20

export interface Sums {
  tables: number
  rows: number
  files: number
}

/**
 * Writes everything that lasts into one file: all rows as of one moment (the site may go on working), waiting jobs, and the files under
 * `dataDir`. Atomic: `file` is there when it is whole.
 */
export async function writeBackup(connection: pg.ClientConfig, dataDir: string, file: string): Promise<Sums> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  const archive = new ArchiveWriter(file)
  try {
    await client.query(`set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set timezone = 'UTC'`)
    await client.query('begin isolation level repeatable read read only')
    const tables = await readTables(client)
    const migrations = tables.length === 0 ? [] : await readMigrations(client)
    if (migrations.length === 0) throw new BackupProblem('There is nothing to back up: this database has no Vermilion in it.')
    const header: Header = {
      format: 1,
      program: 'vermilion',
      at: new Date().toISOString(),
      postgres: await versionOf(client),
      migrations,
      tables,
    }
    await archive.addBytes(headerName, Buffer.from(JSON.stringify(header, null, 2)))
    let rows = 0
    for (const table of tables) if (!passing.has(table.name)) rows += await addTable(archive, client, table)
    await archive.addBytes(jobsName, await readJobs(client))
    await client.query('commit')
    const files = await addFiles(archive, dataDir)
    // Asked last: no row that was written above has a number beyond these.
    const contents: Contents = { entries: archive.entries, sequences: await readSequences(client), rows, files }
    await archive.addBytes(contentsName, Buffer.from(JSON.stringify(contents)))
    await archive.finish()
    return { tables: tables.length, rows, files }
  } catch (error) {
    await archive.abandon()
    throw explain(error, file)
  } finally {
    await client.end()
  }
}

function explain(error: unknown, file: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC') return new BackupProblem(`The disk is full: ${file} was not written.`)
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOENT' || code === 'EISDIR')
    return new BackupProblem(`${file} cannot be written there (${code}).`)
  return error
}

const versionOf = async (client: pg.Client) => (await client.query('show server_version')).rows[0].server_version as string

async function addTable(archive: ArchiveWriter, client: pg.Client, { name, columns }: Table): Promise<number> {
  let part = 0
  let size = 0
  let rows = 0
  let blocks: Buffer[] = []
  const flush = async () => {
    if (size === 0) return
    await archive.add(tablePart(name, part), size, blocks)
    part++
    size = 0
    blocks = []
  }
  for await (const block of copyOut(client, `copy public.${quote(name)} (${columns.map(quote).join(', ')}) to stdout`)) {
    const bytes = block as Buffer
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) rows++
    blocks.push(bytes)
    size += bytes.length
    if (size >= partSize) await flush()
  }
  await flush()
  return rows
}

/** Jobs that wait, as the job queue's own `add_job` takes them: its tables may change with its release. */
async function readJobs(client: pg.Client): Promise<Buffer> {
  const { rows: there } = await client.query("select to_regclass('graphile_worker._private_jobs') is not null as there")
  if (!there[0]?.there) return Buffer.alloc(0)
  const { rows } = await client.query(
    `select t.identifier as name, json_build_object('identifier', t.identifier, 'payload', j.payload, 'runAt', j.run_at, 'maxAttempts', j.max_attempts, 'key', j.key)::text as job
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where j.attempts < j.max_attempts order by j.id`,
  )
  return Buffer.from(
    rows
      .filter(({ name }) => !isPassingJob(name))
      .map(({ job }) => `${job}\n`)
      .join(''),
  )
}

/** Files are written once and never changed; one that is removed meanwhile was named by no row of the snapshot for long. */
async function addFiles(archive: ArchiveWriter, dataDir: string): Promise<number> {
  let count = 0
  for await (const relative of filesUnder(dataDir, '')) {
    const full = path.join(dataDir, relative)
    try {
      const handle = await fs.open(full, 'r')
      const { size } = await handle.stat()
      await archive.add(fileName(relative), size, createReadStream(full, { fd: handle, ...(size > 0 ? { end: size - 1 } : {}) }))
      count++
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || (error as NodeJS.ErrnoException).path !== full) throw error
    }
  }
  return count
}

/** All files that a backup keeps, as paths from `dataDir`, in order of name. */
export async function* filesUnder(dataDir: string, folder: string): AsyncGenerator<string> {
  const entries = await fs.readdir(path.join(dataDir, folder), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const relative = folder ? `${folder}/${entry.name}` : entry.name
    if (!isKept(relative)) continue
    if (entry.isDirectory()) yield* filesUnder(dataDir, relative)
    else if (entry.isFile()) yield relative
  }
}
