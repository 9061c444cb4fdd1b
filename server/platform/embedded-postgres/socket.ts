import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { PostgresProblem } from './problem.ts'

/** A Unix socket's path holds 107 bytes; PostgreSQL adds `/.s.PGSQL.5432` to the folder. */
const longest = 107 - '/.s.PGSQL.5432'.length

/**
 * The folder by which a client reaches the socket. A path too long for the kernel gets a short link in the folder for temporary
 * files, made anew when it was swept away.
 */
export function reachableSocket(folder: string): string {
  if (Buffer.byteLength(folder) <= longest) return folder
  const name = `vermilion-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  const short = Buffer.byteLength(path.join(os.tmpdir(), name)) <= longest ? os.tmpdir() : '/tmp'
  const link = path.join(short, name)
  try {
    fs.symlinkSync(folder, link)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const found = fs.lstatSync(link)
    if (!found.isSymbolicLink() || found.uid !== process.getuid?.() || fs.readlinkSync(link) !== folder)
      throw new PostgresProblem(
        `${link} is in the way: it is not the link to ${folder} that was expected. Remove it, or choose a shorter DATA_DIR.`,
      )
  }
  return link
}
