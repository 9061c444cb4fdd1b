// A process that owns an embedded server, for tests that kill it. Says on standard output what happened, one JSON a line:
// {how, pid} or {problem}; then, when told to write, {kept} for each row that the database acknowledged.
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { startPostgres } from '#server/platform/embedded-postgres/index.ts'

const [folder = '', job = 'hold'] = process.argv.slice(2)
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)

try {
  const server = await startPostgres({ dataDir: folder, settings: { fsync: 'off' } })
  say({ how: server.how, pid: server.pid })
  if (job === 'write') await writeForever(server)
  else if (job === 'exit') process.exit(1)
  else setInterval(() => {}, 1000)
} catch (error) {
  say({ problem: (error as Error).name, message: (error as Error).message })
}

async function writeForever(server: Awaited<ReturnType<typeof startPostgres>>): Promise<never> {
  const pool = new pg.Pool({ host: server.host, user: server.user, database: server.database, max: 4 })
  pool.on('error', () => void server.ensure().catch(() => {}))
  pool.on('connect', (client) => client.on('error', () => {}))
  await pool.query('create table if not exists kept (id int primary key)')
  // Goes on after the rows of an owner before: every row refused costs a connection, and of them there are more with each kill.
  const { rows } = await pool.query<{ last: number }>('select coalesce(max(id), 0) as last from kept')
  for (let id = (rows[0]?.last ?? 0) + 1; ; id++) {
    try {
      await pool.query('insert into kept values ($1)', [id])
      say({ kept: id })
    } catch {
      await server.ensure().catch(() => {})
      await pause(10)
    }
  }
}
