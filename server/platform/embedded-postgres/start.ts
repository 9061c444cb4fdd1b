import * as fs from 'node:fs'
import * as path from 'node:path'
import { findBinaries } from './binaries.ts'
import { databaseUser, prepareCluster } from './cluster.ts'
import { lockFolder } from './lock.ts'
import { type How, Postmaster } from './postmaster.ts'
import { explain } from './problem.ts'
import { findRunner, ownFolder } from './runner.ts'
import { serverArguments } from './settings.ts'
import { reachableSocket } from './socket.ts'

export interface StartOptions {
  /** Folder of the embedded database; made when missing. */
  dataDir: string
  /** Server settings that win over ours, such as `{ fsync: 'off' }` in tests. */
  settings?: Record<string, string>
}

/** A running server that this process owns. */
export interface EmbeddedPostgres {
  /** Folder of the Unix socket: goes into `host` of a client. */
  host: string
  user: string
  database: string
  /** `adopted`: a server that outlived its Node. */
  how: How
  readonly pid: number
  /** Brings the server back if it is gone; returns at once if it is well. Safe to call from everywhere at the same time. */
  ensure(): Promise<void>
  /** Stops the server cleanly and gives the folder back. */
  stop(): Promise<void>
  /** Gives the folder back and leaves the server running for whoever comes next. */
  release(): Promise<void>
}

/** How often a server that died by itself is looked for, in milliseconds. */
const watchEvery = 1000

/**
 * Starts PostgreSQL in `dataDir` or adopts the one that survived there. It listens on a Unix socket only.
 * Throws `PostgresProblem` (one clear line) for what the operator can put right, `DataDirBusy` when another process has the folder.
 */
export async function startPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  const folder = path.resolve(options.dataDir)
  try {
    return await start(folder, options.settings ?? {})
  } catch (error) {
    throw explain(error, folder)
  }
}

async function start(folder: string, settings: Record<string, string>): Promise<EmbeddedPostgres> {
  const runner = findRunner()
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const root = fs.realpathSync(folder)
  fs.accessSync(root, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK)
  const unlock = await lockFolder(root)
  try {
    const binaries = findBinaries(runner, path.join(root, 'binaries'))
    ownFolder(runner, root)
    const data = prepareCluster(runner, binaries, root, settings.fsync !== 'off')
    const postmaster = new Postmaster({ runner, binaries, root, data, args: serverArguments(settings) })
    const how = await postmaster.bringUp()
    const host = reachableSocket(data)

    let mending: Promise<void> | null = null
    const ensure = () => {
      mending ??= postmaster
        .bringUp()
        .then(() => void reachableSocket(data))
        .catch((error) => {
          throw explain(error, root)
        })
        .finally(() => {
          mending = null
        })
      return mending
    }
    // What cannot be mended now is tried again; whoever needs the database meets the error through `ensure`.
    const watch = setInterval(() => {
      if (!postmaster.isWell()) ensure().catch(() => {})
    }, watchEvery)
    watch.unref()

    // A program that gives up by process.exit takes its server along; one that is killed leaves it to be adopted.
    const onExit = () => postmaster.stopNow()
    process.once('exit', onExit)

    let ending: Promise<void> | null = null
    const end = (stopping: boolean) => {
      ending ??= (async () => {
        clearInterval(watch)
        process.off('exit', onExit)
        await mending?.catch(() => {})
        if (stopping) await postmaster.stop()
        await unlock()
      })()
      return ending
    }
    return {
      host,
      user: databaseUser,
      database: 'postgres',
      how,
      get pid() {
        return postmaster.pid
      },
      ensure: () => (ending ? Promise.resolve() : ensure()),
      stop: () => end(true),
      release: () => end(false),
    }
  } catch (error) {
    await unlock()
    throw error
  }
}
