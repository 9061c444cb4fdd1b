import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { prepareJobs } from './jobs.ts'
import { migrate } from './migrate.ts'

const folder = fileURLToPath(new URL('../../db/migrations', import.meta.url))

/** Brings a database to this build's state: our migrations, then the job queue's own. Any number of processes may call it at once. */
export async function prepareDatabase(connection: pg.PoolConfig): Promise<void> {
  await migrate(connection, folder)
  const pool = new pg.Pool({ ...connection, max: 2 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    await prepareJobs(pool)
  } finally {
    await pool.end()
  }
}
