import * as fs from 'node:fs'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { joinPostgres } from '#server/platform/embedded-postgres/index.ts'
import { type Child, startNode } from './processes.ts'

const own = fileURLToPath(new URL('../../server/main.ts', import.meta.url))
const portOf = () => 20_000 + (process.pid % 10_000)
const parentOf = (pid: number): number => Number(/PPid:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)

export interface Server extends Child {
  origin: string
  /** The process id of its PostgreSQL, parent of the sessions. */
  postgres: number
  /** A connection of our own, for looking afterwards. */
  db: pg.Client
}

/** Starts the server on a filled data folder as `npm start` does, limits off. `env` adds to or overrides what it is told; `main` is that of another build. */
export async function startServer(folder: string, env: Record<string, string> = {}, { main = own, port = portOf() } = {}): Promise<Server> {
  const origin = `http://127.0.0.1:${port}`
  // For looking closer: SERVER_FLAGS='--cpu-prof --cpu-prof-dir=/tmp/profile', or --heap-prof.
  const flags = process.env.SERVER_FLAGS?.split(' ') ?? []
  const child = await startNode(
    // As scripts/bootstrap starts it.
    ['--max-semi-space-size=16', '--heap-growing-percent=25', ...flags, main],
    {
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      ORIGIN: origin,
      RATE_LIMITS: 'off',
      NODE_ENV: 'production',
      ROLE: 'all',
      WEB_PROCESSES: '1',
      LOG_LEVEL: 'error',
      DATABASE_URL: '',
      ...env,
    },
    /is ready at/,
  )
  const reach = joinPostgres(path.join(folder, 'postgres'))
  if (!reach) throw new Error('the server runs without its database')
  const db = new pg.Client(reach)
  await db.connect()
  const { rows } = await db.query<{ pid: number }>(`select pg_backend_pid() as pid`)
  return { ...child, origin, db, postgres: parentOf(rows[0]?.pid ?? 0) }
}
