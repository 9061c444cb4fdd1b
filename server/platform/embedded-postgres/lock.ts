import * as fs from 'node:fs'
import * as net from 'node:net'
import * as path from 'node:path'
import { DataDirBusy } from './problem.ts'
import { isAlive, readText, startTime } from './processes.ts'

interface Owner {
  pid: number
  start: string
  boot: string
}

const bootId = () => readText('/proc/sys/kernel/random/boot_id').trim()

function readOwner(file: string): Owner | null {
  try {
    return JSON.parse(readText(file)) as Owner
  } catch {
    return null
  }
}

/**
 * Takes the folder for this process; throws `DataDirBusy` when another has it. Returns how to give it back.
 * Two parts: an abstract Unix socket, which the kernel hands to one process and frees with it, and a file that names the owner
 * (for the message, and for a process in another network namespace of the same machine).
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, 'owner.json')
  const { dev, ino } = fs.statSync(folder)
  const server = net.createServer((client) => client.destroy())
  await new Promise<void>((done, refuse) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      refuse(error.code === 'EADDRINUSE' ? new DataDirBusy(folder, readOwner(file)?.pid ?? 0) : error),
    )
    server.listen(`\0vermilion-${dev}-${ino}`, done)
  })
  server.unref()
  const close = () => new Promise<void>((done) => server.close(() => done()))
  try {
    const owner = readOwner(file)
    if (owner && owner.pid !== process.pid && owner.boot === bootId() && isAlive(owner.pid) && startTime(owner.pid) === owner.start)
      throw new DataDirBusy(folder, owner.pid)
    const own: Owner = { pid: process.pid, start: startTime(process.pid), boot: bootId() }
    fs.writeFileSync(`${file}.new`, JSON.stringify(own))
    fs.renameSync(`${file}.new`, file)
  } catch (error) {
    await close()
    throw error
  }
  let given = false
  return async () => {
    if (given) return
    given = true
    fs.rmSync(file, { force: true })
    await close()
  }
}
