import * as fs from 'node:fs'
import * as path from 'node:path'

/** The file's text, or nothing at all when it cannot be read. */
export function readText(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Is there a process of this number, if only a zombie? */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Does this process run? A zombie does not. */
export function isAlive(pid: number): boolean {
  return exists(pid) && !/^State:\s+Z/m.test(readText(`/proc/${pid}/status`))
}

/** When the process started, in clock ticks since boot (field 22 of its stat): tells it from a later one with the same pid. */
export function startTime(pid: number): string {
  return readText(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[19] ?? ''
}

/** What PostgreSQL writes down about itself. */
export interface PidFile {
  pid: number
  ready: boolean
}

/** Reads `postmaster.pid` of a data directory; line 8 says whether it takes connections. */
export function readPidFile(data: string): PidFile | null {
  const lines = readText(path.join(data, 'postmaster.pid')).split('\n')
  const pid = Number(lines[0])
  return pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : null
}

/** Is this process a PostgreSQL that works in this data directory (a server or one of its helpers)? */
export function worksIn(pid: number, data: string): boolean {
  try {
    return (
      fs.readlinkSync(`/proc/${pid}/cwd`) === data &&
      path.basename(fs.readlinkSync(`/proc/${pid}/exe`)).startsWith('postgres') &&
      isAlive(pid)
    )
  } catch {
    return false
  }
}

/** All PostgreSQL processes in this data directory: also the helpers that a killed server left behind. */
export function findProcesses(data: string): number[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && worksIn(Number(name), data))
    .map(Number)
}
