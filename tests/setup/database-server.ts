import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { openDb } from '#server/platform/db.ts'
import { startPostgres } from '#server/platform/embedded-postgres/index.ts'
import { prepareJobs } from '#server/platform/jobs.ts'
import { migrate } from '#server/platform/migrate.ts'

/** How a test reaches a database server, and the migrated database it copies. Travels to the workers as JSON. */
export interface TestServer {
  connection: pg.ClientConfig
  template: string
}

const runs = /^vermilion-test-(\d+)-/
export const migrations = fileURLToPath(new URL('../../db/migrations', import.meta.url))

/** Nothing here outlives the run: PostgreSQL need not wait for the disk. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300', shared_buffers: '128MB' }

/** A folder of this run alone, in the folder for temporary files. */
export function makeRunFolder(): string {
  sweep()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `vermilion-test-${process.pid}-`))
  fs.chmodSync(folder, 0o755)
  return folder
}

/** Removes what killed runs left: their servers and folders. */
function sweep(): void {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const owner = runs.exec(name)?.[1]
    if (!owner || fs.existsSync(`/proc/${owner}`)) continue
    const folder = path.join(os.tmpdir(), name)
    try {
      const pid = Number.parseInt(fs.readFileSync(path.join(folder, 'postgres/data/postmaster.pid'), 'utf8'), 10)
      if (fs.readlinkSync(`/proc/${pid}/cwd`).startsWith(folder)) process.kill(pid, 'SIGQUIT')
    } catch {
      // Its server has ended.
    }
    try {
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    } catch {
      // Somebody else's.
    }
  }
}

/** Starts a server for this run (or uses TEST_DATABASE_URL) and makes the template. Answers how to reach it and how to end it. */
export async function startTestServer(folder: string): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  const embedded = given ? null : await startPostgres({ dataDir: path.join(folder, 'postgres'), settings: careless })
  const connection: pg.ClientConfig = embedded
    ? { host: embedded.host, user: embedded.user, database: embedded.database }
    : { connectionString: given }
  const template = `vermilion_template_${randomBytes(6).toString('hex')}`
  await withClient(connection, (client) => client.query(`create database ${template}`))
  const inTemplate = toDatabase(connection, template)
  await migrate(inTemplate, migrations)
  const db = openDb(inTemplate)
  await prepareJobs(db.pool)
  await db.close()
  return {
    server: { connection, template },
    async stop() {
      if (embedded) await embedded.stop()
      else await withClient(connection, (client) => dropAll(client, template))
    },
  }
}

/** The template, and what else was named after it. */
async function dropAll(client: pg.Client, template: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [template])
  for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`)
}

/** The same server, another database. */
export function toDatabase(connection: pg.ClientConfig, database: string): pg.ClientConfig {
  if (!connection.connectionString) return { ...connection, database }
  const url = new URL(connection.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}

export async function withClient<T>(connection: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
