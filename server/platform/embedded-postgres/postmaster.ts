import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { cleanEnvironment } from './cluster.ts'
import { explain, PostgresProblem } from './problem.ts'
import { exists, findProcesses, readPidFile, readText, worksIn } from './processes.ts'
import type { Runner } from './runner.ts'
import { fingerprint } from './settings.ts'

export type How = 'started' | 'adopted'

interface Parts {
  runner: Runner
  binaries: Binaries
  root: string
  data: string
  args: string[]
}

const second = 1000
/** Crash recovery of a large database takes its time; a server that says nothing for so long is given up. */
const timeoutMs = 10 * 60 * second
const largestLog = 10 * 1024 * 1024

/**
 * The server process of one data directory.
 * It is started **in** its data directory with `-D /proc/self/cwd`, so that its user needs no right to walk the folders above:
 * a site under /root works although PostgreSQL runs as nobody.
 */
export class Postmaster {
  pid = 0
  #parts: Parts
  #log: string
  #mark: string

  constructor(parts: Parts) {
    this.#parts = parts
    this.#log = path.join(parts.root, 'postgres.log')
    this.#mark = fingerprint(parts.binaries.version, parts.args)
  }

  /** Does the server run? Cheap enough to ask often. */
  isWell(): boolean {
    return this.pid > 0 && worksIn(this.pid, this.#parts.data)
  }

  /** Adopts a running server, replaces one of other binaries or settings, or starts one; returns when it takes connections. */
  async bringUp(): Promise<How> {
    const { data } = this.#parts
    const found = readPidFile(data)
    if (found && worksIn(found.pid, data)) {
      if (readText(this.#markFile()) === `${found.pid} ${this.#mark}` && (await this.#becomesReady(found.pid))) {
        this.pid = found.pid
        return 'adopted'
      }
      await this.#end(found.pid)
    }
    await this.#clear()
    await this.#start()
    return 'started'
  }

  /** Stops the server cleanly: clients are cut off, everything is on disk. */
  async stop(): Promise<void> {
    if (this.isWell()) await this.#end(this.pid)
    await this.#clear()
    this.pid = 0
  }

  /** Asks the server to stop cleanly and does not wait: all that can be done while the process exits. */
  stopNow(): void {
    if (!this.isWell()) return
    this.#disown()
    signalTo(this.pid, 'SIGINT')
  }

  /** To be done before a server is told to end: it looks ready for a moment more, and nobody must adopt it in that moment. */
  #disown(): void {
    fs.rmSync(this.#markFile(), { force: true })
  }

  #markFile(): string {
    return path.join(this.#parts.root, 'running')
  }

  /** Waits until a server on its way is there; false when it ends instead. */
  async #becomesReady(pid: number): Promise<boolean> {
    const { data } = this.#parts
    for (const end = performance.now() + timeoutMs; performance.now() < end; await pause(5)) {
      const now = readPidFile(data)
      if (now?.pid === pid && now.ready) return true
      if (!worksIn(pid, data)) return false
    }
    throw new PostgresProblem(`PostgreSQL (process ${pid}) did not become ready within ${timeoutMs / second} s; see ${this.#log}.`)
  }

  /** Fast shutdown, and a hard one for a server that does not obey. */
  async #end(pid: number): Promise<void> {
    const { data } = this.#parts
    this.#disown()
    for (const [signal, seconds] of [
      ['SIGINT', 60],
      ['SIGQUIT', 10],
      ['SIGKILL', 10],
    ] as const) {
      signalTo(pid, signal)
      for (const end = performance.now() + seconds * second; performance.now() < end; await pause(5)) if (!worksIn(pid, data)) return
    }
    throw new PostgresProblem(`PostgreSQL (process ${pid}) cannot be stopped; see ${this.#log}.`)
  }

  /** Ends helpers that a killed server left behind, and removes papers that name a process which is somebody else by now. */
  async #clear(): Promise<void> {
    const { data } = this.#parts
    for (const end = performance.now() + 30 * second; ; await pause(20)) {
      const left = findProcesses(data)
      if (left.length === 0) break
      if (performance.now() > end)
        throw new PostgresProblem(`Processes ${left.join(', ')} of a killed PostgreSQL do not end; end them by hand.`)
      for (const pid of left) signalTo(pid, 'SIGQUIT')
    }
    // PostgreSQL takes a zombie, or a later process of that number, for a running server. Of nobody it makes sure by itself.
    const stale = readPidFile(data)
    if (stale && exists(stale.pid)) fs.rmSync(path.join(data, 'postmaster.pid'), { force: true })
    fs.rmSync(path.join(data, '.s.PGSQL.5432.lock'), { force: true })
    this.#disown()
  }

  async #start(): Promise<void> {
    const { runner, binaries, data, args } = this.#parts
    if (fs.existsSync(this.#log) && fs.statSync(this.#log).size > largestLog) fs.renameSync(this.#log, `${this.#log}.1`)
    const file = fs.openSync(this.#log, 'a', 0o600)
    const from = fs.fstatSync(file).size
    const child = spawn(path.join(binaries.folder, 'bin/postgres'), ['-D', '/proc/self/cwd', ...args], {
      ...runner.ids,
      env: cleanEnvironment,
      cwd: data,
      detached: true,
      stdio: ['ignore', file, file],
    })
    fs.closeSync(file)
    let ended: string | null = null
    child.once('exit', (code, signal) => {
      ended = signal ?? `exit code ${code}`
    })
    child.once('error', (error) => {
      ended = error.message
    })
    child.unref()
    const pid = child.pid ?? 0
    for (const end = performance.now() + timeoutMs; ended === null; await pause(5)) {
      const now = readPidFile(data)
      if (now?.pid === pid && now.ready) {
        fs.writeFileSync(this.#markFile(), `${pid} ${this.#mark}`)
        this.pid = pid
        return
      }
      if (performance.now() > end) ended = `not ready after ${timeoutMs / second} s`
    }
    throw this.#failure(String(ended), from)
  }

  /** What the server said when it could not start, in one line. */
  #failure(ended: string, from: number): Error {
    const said = fs.readFileSync(this.#log).subarray(from).toString('utf8')
    const reasons = said.match(/(?:FATAL|PANIC|error while loading shared libraries|could not .*?):.*$/gm)
    const why = /ENOENT/.test(ended) ? `${ended} (is this a system without glibc? Then set DATABASE_URL)` : (reasons?.join('; ') ?? ended)
    const text = `PostgreSQL did not start: ${why}. See ${this.#log}.`
    const clearer = explain(new Error(text), this.#parts.root)
    return clearer instanceof PostgresProblem ? clearer : new PostgresProblem(text)
  }
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended meanwhile.
  }
}
