import * as net from 'node:net'
import * as path from 'node:path'
import { type TestDatabase, testFolder } from './database.ts'
import { atEnd } from './endings.ts'

const SOCKET = '.s.PGSQL.5432'

/** Where a database listens: the path of a Unix socket, or host and port. */
function addressOf({ connection }: TestDatabase): net.NetConnectOpts {
  const url = connection.connectionString ? new URL(connection.connectionString) : null
  const host = url ? decodeURIComponent(url.hostname) : (connection.host ?? 'localhost')
  const port = Number(url?.port) || connection.port || 5432
  return host.startsWith('/') ? { path: path.join(host, `.s.PGSQL.${port}`) } : { host, port }
}

/**
 * The same database at the end of a line that can be cut: what was connected breaks off, and nobody gets through any more.
 * Or held: nothing breaks off, and nothing comes through, as of a machine that stands still.
 */
export async function lineTo(database: TestDatabase): Promise<{ database: TestDatabase; cut(): void; hold(): void }> {
  const folder = testFolder()
  const open = new Set<net.Socket>()
  let held = false
  const server = net.createServer((near) => {
    if (held) return void open.add(near)
    const far = net.connect(addressOf(database))
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  await new Promise<void>((done) => server.listen(path.join(folder, SOCKET), done))
  const cut = () => {
    server.close()
    for (const socket of open) socket.destroy()
  }
  atEnd(cut)
  const hold = () => {
    held = true
    for (const socket of open) socket.unpipe().pause()
  }
  const { user, database: name } = database.connection.connectionString
    ? {
        user: new URL(database.connection.connectionString).username,
        database: new URL(database.connection.connectionString).pathname.slice(1),
      }
    : database.connection
  const connection = { ...database.connection, host: folder, connectionString: undefined, user, database: name }
  return { database: { connection, url: `postgres://${user}@${encodeURIComponent(folder)}/${name}` }, cut, hold }
}
