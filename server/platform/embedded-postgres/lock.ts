import * as fs from 'node:fs'
import { createServer } from 'node:net'
import * as path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DataDirBusy } from './problem.ts'
import { isAlive, readText, startTime } from './processes.ts'

interface Owner {
  pid: number
  start: string
  boot: string
  /** Its container, as the kernel names it: numbers of processes mean something in the same one only. */
  space: string
}

/** How often an owner shows that it lives, and how long another container waits for such a sign, in milliseconds. */
const beatEvery = 1000
const silence = 4000

const bootId = () => readText('/proc/sys/kernel/random/boot_id').trim()

const space = () => {
  try {
    return fs.readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

function readOwner(file: string): Owner | null {
  try {
    return JSON.parse(readText(file)) as Owner
  } catch {
    return null
  }
}

const beatOf = (file: string) => (fs.existsSync(file) ? fs.statSync(file).mtimeMs : 0)

/** Is the owner at work? One in another container, or on another machine that shares the folder, is known by its beat alone. */
async function isAtWork(owner: Owner, file: string): Promise<boolean> {
  if (owner.boot === bootId() && owner.space === space())
    return owner.pid !== process.pid && isAlive(owner.pid) && startTime(owner.pid) === owner.start
  const first = beatOf(file)
  for (const end = performance.now() + silence; performance.now() < end; await pause(200)) if (beatOf(file) !== first) return true
  return false
}

/** Shows every second that this process lives. */
function beat(file: string): NodeJS.Timeout {
  const timer = setInterval(() => {
    const now = new Date()
    fs.utimes(file, now, now, () => {})
  }, beatEvery)
  timer.unref()
  return timer
}

/**
 * Takes the folder for this process; throws `DataDirBusy` when another has it. Returns how to give it back.
 * Two parts: an abstract Unix socket, which the kernel hands to one process and frees with it, and a file that names the owner, for
 * the message and for processes that do not share that kernel's view: two containers on one volume would ruin the data.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, 'owner.json')
  const { dev, ino } = fs.statSync(folder)
  const server = createServer((client) => client.destroy())
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
    if (owner && (await isAtWork(owner, file))) throw new DataDirBusy(folder, owner.space === space() ? owner.pid : 0)
    const own: Owner = { pid: process.pid, start: startTime(process.pid), boot: bootId(), space: space() }
    fs.writeFileSync(`${file}.new`, JSON.stringify(own))
    fs.renameSync(`${file}.new`, file)
  } catch (error) {
    await close()
    throw error
  }
  const heart = beat(file)
  let given = false
  return async () => {
    if (given) return
    given = true
    clearInterval(heart)
    fs.rmSync(file, { force: true })
    await close()
  }
}
