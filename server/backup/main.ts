// `npm run backup -- FILE` and `npm run restore -- FILE`: on the database and the DATA_DIR that the environment names.
import * as path from 'node:path'
import type { ClientConfig } from 'pg'
import { type Config, readConfig } from '#server/platform/config.ts'
import { DataDirBusy, joinPostgres, startPostgres } from '#server/platform/embedded-postgres/index.ts'
import { BackupProblem } from './problem.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

/** Runs `work` on the database: the given one, else the embedded one, started for it or (for a backup) as it runs already. */
async function withDatabase<T>(config: Config, mayJoin: boolean, work: (connection: ClientConfig) => Promise<T>): Promise<T> {
  if (config.databaseUrl) return work({ connectionString: config.databaseUrl })
  const dataDir = path.join(config.dataDir, 'postgres')
  const started = await startPostgres({ dataDir }).catch((error) => {
    if (error instanceof DataDirBusy && mayJoin) return null
    throw error
  })
  if (started)
    try {
      return await work({ host: started.host, user: started.user, database: started.database })
    } finally {
      await started.stop()
    }
  const running = joinPostgres(dataDir)
  if (!running) throw new BackupProblem(`Another process has ${dataDir}, but its database does not answer. Try again when the site is up.`)
  return work(running)
}

async function main([job = '', file = '']: string[]): Promise<void> {
  if (!['backup', 'restore'].includes(job) || !file || file.startsWith('-'))
    throw new BackupProblem(`Name a file: npm run ${job || 'backup'} -- FILE`)
  const config = readConfig(process.env)
  const full = path.resolve(file)
  const since = Date.now()
  const sums = await withDatabase(config, job === 'backup', (connection) =>
    job === 'backup' ? writeBackup(connection, config.dataDir, full) : restoreBackup(connection, config.dataDir, full),
  )
  const what = `${sums.tables} tables, ${sums.rows} rows and ${sums.files} files`
  const took = `${((Date.now() - since) / 1000).toFixed(1)} s`
  say(job === 'backup' ? `Backed up ${what} into ${full} in ${took}.` : `Restored ${what} from ${full} in ${took}.`)
}

await main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
