import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { migrationLock } from './locks.ts'

/** A migration that cannot or must not run. Its message is one line for the operator. */
export class MigrationProblem extends Error {
  override name = 'MigrationProblem'
}

const fileName = /^(\d{4}|\d{12})_[a-z0-9_]+\.sql$/
/** Numbered ones landed in any order, and sites that followed main ran them so. */
const byTime = /^\d{12}_/

interface Migration {
  name: string
  text: string
  sha256: string
}

function readMigrations(dir: string): Migration[] {
  const names = fs
    .readdirSync(dir)
    .filter((name) => fileName.test(name))
    .sort()
  for (const [i, name] of names.entries())
    if (name.split('_', 1)[0] === names[i + 1]?.split('_', 1)[0])
      throw new MigrationProblem(`Two migrations have the same number: ${name}, ${names[i + 1]}.`)
  return names.map((name) => {
    const text = fs.readFileSync(path.join(dir, name), 'utf8')
    return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
  })
}

/**
 * Brings the database up to the migrations in `dir` (`0001_name.sql`, later ones by UTC time: `202612010930_name.sql`; in order) and answers the names of those that ran.
 * Any number of processes may call it at once: one works, the others wait and find nothing left to do.
 * Each file is one transaction, unless it says `-- no-transaction` (for `create index concurrently`; then one statement a file).
 * `only` limits it to migrations of these names (a backup is read into tables as they were when it was made).
 * Throws `MigrationProblem` when a migration was changed after it ran, when one would run after a later one, when the database is newer than this
 * program, or on an SQL error.
 */
export async function migrate(connection: pg.ClientConfig, dir: string, only?: ReadonlySet<string>): Promise<string[]> {
  const migrations = readMigrations(dir).filter(({ name }) => !only || only.has(name))
  const client = new pg.Client(connection)
  // An error on a connection that does nothing would end the process; the next query reports it anyway.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0')
    await takeLock(client)
    return await runMissing(client, migrations)
  } finally {
    await client.end() // gives the lock back
  }
}

/** A lock that waits inside PostgreSQL would hold back `create index concurrently` of the process that has it: so ask again and again. */
async function takeLock(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [migrationLock])
    if (rows[0]?.taken) return
    await pause(50)
  }
}

async function runMissing(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  const { rows: version } = await client.query<{ server_version_num: string; server_version: string }>(
    "select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version",
  )
  if (Number(version[0]?.server_version_num) < 150_000)
    throw new MigrationProblem(`PostgreSQL 15 or newer is needed; this database is ${version[0]?.server_version}.`)
  await client.query(
    'create table if not exists schema_migration (name text primary key, sha256 text not null, at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration order by name')
  const done = new Map(rows.map((row) => [row.name, row.sha256]))
  for (const name of done.keys())
    if (!migrations.some((migration) => migration.name === name))
      throw new MigrationProblem(
        `The database was made by a newer release (it has ${name}, which this one lacks). Start the newer release again.`,
      )
  for (const { name, sha256 } of migrations)
    if (done.has(name) && done.get(name) !== sha256)
      throw new MigrationProblem(
        `The migration ${name} was changed after it ran in this database. Put the file back as it was; changes go into a new migration.`,
      )
  const missing = migrations.filter(({ name }) => !done.has(name))
  const last = [...done.keys()].sort().at(-1) ?? ''
  for (const { name } of missing)
    if (byTime.test(name) && name < last)
      throw new MigrationProblem(
        `The migration ${name} is older than ${last}, which ran in this database already: the order would not be that of a new site. Name it by a later minute.`,
      )
  for (const migration of missing) await runOne(client, migration)
  return missing.map(({ name }) => name)
}

async function runOne(client: pg.Client, { name, text, sha256 }: Migration): Promise<void> {
  const alone = /^--\s*no-transaction/m.test(text)
  const note = () => client.query('insert into schema_migration (name, sha256) values ($1, $2)', [name, sha256])
  try {
    if (alone) {
      await client.query(text)
      await note()
      return
    }
    await client.query('begin')
    // A busy table must not be held shut for long while the migration queues for it.
    await client.query("set local lock_timeout = '10s'")
    await client.query(text)
    await note()
    await client.query('commit')
  } catch (error) {
    if (!alone) await client.query('rollback').catch(() => {})
    throw new MigrationProblem(`The migration ${name} failed: ${(error as Error).message}${lineOf(error, text)}. Nothing of it was kept.`, {
      cause: error,
    })
  }
}

/** Where in the file PostgreSQL stumbled, if it told. */
function lineOf(error: unknown, text: string): string {
  const position = Number((error as pg.DatabaseError).position)
  return position > 0 ? ` (line ${text.slice(0, position).split('\n').length})` : ''
}
