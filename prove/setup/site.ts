import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { type Db, openDb } from '#server/platform/db.ts'
import { joinPostgres } from '#server/platform/embedded-postgres/index.ts'
import { type Client, clientOf } from '#tests/setup/client.ts'
import { freePort, type ServerProcess, startServer } from '#tests/setup/start-server.ts'

/** A real site of its own: the program as a process, its embedded database, its folder. */
export interface Site extends Client {
  origin: string
  folder: string
  readonly server: ServerProcess
  /** The site's database, from outside. */
  db(): Db
  /** The same as DATABASE_URL, for a program that reads its own. */
  databaseUrl(): string
  /** Process id of the database. */
  postmaster(): number
  /** Starts the server again on the same folder and address, after it was killed or stopped. */
  again(): Promise<void>
  /** Ends everything and removes the folder. */
  close(): Promise<void>
}

/** Opens one. `args` go to the program (`--demo`), `flags` to Node. */
export async function openSite({
  env = {},
  args = [],
  flags = [],
}: {
  env?: Record<string, string>
  args?: string[]
  flags?: string[]
} = {}): Promise<Site> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `vermilion-prove-${process.pid}-`))
  // The embedded database may run as another user.
  fs.chmodSync(folder, 0o755)
  const dataDir = path.join(folder, 'data')
  const port = String(await freePort())
  const origin = `http://127.0.0.1:${port}`
  const whole = { DATA_DIR: dataDir, PORT: port, ORIGIN: origin, MALLOC_ARENA_MAX: '2', TMPDIR: folder, ...env }
  const start = () => startServer(whole, flags, args)
  const reach = () => {
    const found = joinPostgres(path.join(dataDir, 'postgres'))
    if (!found) throw new Error('the site runs without its database')
    return found
  }
  let db: Db | undefined
  const away = async () => {
    await db?.close().catch(() => {})
    stopPostmaster(dataDir)
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  let server: ServerProcess
  try {
    server = await start()
  } catch (error) {
    await away()
    throw error
  }
  return {
    origin,
    folder,
    ...clientOf(origin),
    get server() {
      return server
    },
    db() {
      db ??= openDb({ ...reach(), max: 2 })
      return db
    },
    databaseUrl() {
      const { host, user, database } = reach()
      return `postgres://${user}@${encodeURIComponent(host)}/${database}`
    },
    postmaster: () => postmasterOf(dataDir),
    async again() {
      server = await start()
    },
    async close() {
      await server.stop()
      await away()
    },
  }
}

const postmasterOf = (dataDir: string): number =>
  Number.parseInt(fs.readFileSync(path.join(dataDir, 'postgres/data/postmaster.pid'), 'utf8'), 10)

/** A server that was killed leaves its database running: nothing of an experiment does that. */
function stopPostmaster(dataDir: string): void {
  try {
    const pid = postmasterOf(dataDir)
    if (fs.readlinkSync(`/proc/${pid}/cwd`).startsWith(fs.realpathSync(dataDir))) process.kill(pid, 'SIGQUIT')
  } catch {
    // It has ended.
  }
}
