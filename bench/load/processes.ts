import { type ChildProcess, spawn } from 'node:child_process'
import * as fs from 'node:fs'

/** Clock ticks a second in /proc: 100 on every Linux. */
const TICKS = 100

interface Stat {
  pid: number
  parent: number
  /** User and system time of the process and of its ended children, in ms. */
  cpu: number
}

function statOf(pid: number): Stat | null {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold anything; fields are counted from behind it.
    const f = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [, parent = 0] = f
    return { pid, parent, cpu: (((f[11] ?? 0) + (f[12] ?? 0) + (f[13] ?? 0) + (f[14] ?? 0)) * 1000) / TICKS }
  } catch {
    return null
  }
}

/** CPU time in ms used so far by a process; with `family`, by its living and ended children, too. */
export function cpuOf(pid: number, family = false): number {
  const own = statOf(pid)?.cpu ?? 0
  if (!family) return own
  const children = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((s) => s?.parent === pid)
  return own + children.reduce((sum, s) => sum + (s?.cpu ?? 0), 0)
}

/** Resident memory in MB: now, and at its highest. */
export function memoryOf(pid: number): { now: number; peak: number } {
  const text = fs.readFileSync(`/proc/${pid}/status`, 'utf8')
  const mb = (key: string) => Math.round(Number(new RegExp(`${key}:\\s+(\\d+)`).exec(text)?.[1] ?? 0) / 1024)
  return { now: mb('VmRSS'), peak: mb('VmHWM') }
}

export interface Child {
  pid: number
  stop(): Promise<void>
}

/** Starts a Node program and waits for a line that fits. What it says before goes into the error when it ends too early. */
export function startNode(args: readonly string[], env: Record<string, string>, ready: RegExp): Promise<Child & { line: string }> {
  const child: ChildProcess = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  // Nothing that this program started outlives it.
  process.once('exit', () => child.kill('SIGKILL'))
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (bytes: Buffer) => {
      if (said.length < 20_000) said += bytes
      const line = said.split('\n').find((l) => ready.test(l))
      if (line) resolve({ pid: child.pid ?? 0, stop, line })
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}:\n${said}`)))
  })
}
