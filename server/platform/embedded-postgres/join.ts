import * as fs from 'node:fs'
import * as path from 'node:path'
import { databaseUser } from './cluster.ts'
import { readPidFile, worksIn } from './processes.ts'
import { reachableSocket } from './socket.ts'

/** How to reach a server that another process of this user runs in `dataDir`; null when none runs there. Does not own it. */
export function joinPostgres(dataDir: string): { host: string; user: string; database: string } | null {
  const folder = path.join(path.resolve(dataDir), 'data')
  if (!fs.existsSync(folder)) return null
  const data = fs.realpathSync(folder)
  const found = readPidFile(data)
  return found?.ready && worksIn(found.pid, data) ? { host: reachableSocket(data), user: databaseUser, database: 'postgres' } : null
}
