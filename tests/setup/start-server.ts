import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The real server as a process of its own, to be killed. */
export interface ServerProcess {
  url: string
  pid: number
  /** What it printed so far, the last 2,000 lines. */
  said: readonly string[]
  /** Null while it runs; then how it ended. */
  end(): { code: number | null; signal: NodeJS.Signals | null } | null
  /** SIGKILL, as a power cut or the kernel would; resolves when it is gone. */
  kill(): Promise<void>
  /** SIGTERM and a clean stop; answers the exit code. */
  stop(): Promise<number | null>
}

const started = new Set<ChildProcess>()

/** Kills what was started here and still runs. */
export function killServers(): void {
  for (const child of started) child.kill('SIGKILL')
}

/** A port nobody uses now. */
export const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })

/** Starts `server/main.ts` and waits until it says that it is ready. Its output is shown when it ends before that. */
export async function startServer(
  env: Record<string, string>,
  flags: readonly string[] = [],
  args: readonly string[] = [],
): Promise<ServerProcess> {
  const port = env.PORT ?? String(await freePort())
  const child = spawn(process.execPath, [...flags, 'server/main.ts', ...args], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      RATE_LIMITS: 'off',
      NODE_ENV: 'production',
      PORT: port,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.add(child)
  child.once('exit', () => started.delete(child))
  const said: string[] = []
  await ready(child, said)
  const ended = () => (child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve())
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    said,
    end: () => (child.exitCode === null && child.signalCode === null ? null : { code: child.exitCode, signal: child.signalCode }),
    async kill() {
      child.kill('SIGKILL')
      await ended()
    },
    async stop() {
      child.kill('SIGTERM')
      await ended()
      return child.exitCode
    },
  }
}

function ready(child: ChildProcess, said: string[]): Promise<void> {
  return new Promise((done, fail) => {
    const hear = (line: string) => {
      said.push(line)
      if (said.length > 2000) said.shift()
      if (line.startsWith('Vermilion is ready at ')) done()
    }
    for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', hear)
    child.once('exit', (code) => fail(new Error(`the server ended (${code}):\n${said.join('\n')}`)))
  })
}
