import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { PostgresProblem } from './problem.ts'

/** The user "nobody": PostgreSQL refuses to run as root, so root lends it this one. */
const nobody = 65534

/** Who runs PostgreSQL, and who connects to it. */
export interface Runner {
  asRoot: boolean
  /** The name of the operating-system user of this process, the only one let in. */
  connectsAs: string
  /** Goes into `spawn`: empty for an ordinary user. */
  ids: { uid?: number; gid?: number }
}

/** Finds the runner of this process. Throws when its uid has no name: PostgreSQL looks it up and refuses. */
export function findRunner(): Runner {
  const uid = process.getuid?.() ?? -1
  let connectsAs: string
  try {
    connectsAs = os.userInfo().username
  } catch {
    throw new PostgresProblem(
      `This process runs as uid ${uid}, which has no entry in /etc/passwd; the embedded PostgreSQL cannot run so. Add one, use another user, or set DATABASE_URL.`,
    )
  }
  return uid === 0 ? { asRoot: true, connectsAs, ids: { uid: nobody, gid: nobody } } : { asRoot: false, connectsAs, ids: {} }
}

/** Can any user walk to this path and read it? */
export function openToAll(target: string): boolean {
  for (let at = target; ; at = path.dirname(at)) {
    if (!(fs.statSync(at).mode & 0o001)) return false
    if (at === path.dirname(at)) return true
  }
}

/** Makes a folder that only the runner may enter. A folder somebody else put there is refused. */
export function ownFolder(runner: Runner, folder: string): void {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = fs.lstatSync(folder)
  if (!found.isDirectory()) throw new PostgresProblem(`${folder} is not a folder. Choose another with DATA_DIR.`)
  if (runner.asRoot) fs.chownSync(folder, nobody, nobody)
  else if (found.uid !== process.getuid?.())
    throw new PostgresProblem(
      `The data folder ${folder} belongs to uid ${found.uid}, not to this user (uid ${process.getuid?.()}). Change its owner, or choose another with DATA_DIR.`,
    )
  fs.chmodSync(folder, 0o700)
}
