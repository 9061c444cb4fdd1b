import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The real server as a process of its own, to be killed. */
export interface ServerProcess {
  url: string
  /** SIGKILL, as a power cut or the kernel would; resolves when it is gone. */
  kill(): Promise<void>
  /** SIGTERM and a clean stop; answers the exit code. */
  stop(): Promise<number | null>
}

const started = new Set<ChildProcess>()

// A test that failed did not end its servers.
afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
})

/** A port nobody uses now. */
export const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })

/** Starts `server/main.ts` and waits until it says that it is ready. Its output is shown when it ends before that. */
export async function startServer(env: Record<string, string>): Promise<ServerProcess> {
  const port = env.PORT ?? String(await freePort())
  const child = spawn(process.execPath, ['server/main.ts'], {
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
  await ready(child)
  const ended = () => (child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve())
  return {
    url: `http://127.0.0.1:${port}`,
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

function ready(child: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    const said: string[] = []
    const hear = (line: string) => {
      said.push(line)
      if (line.startsWith('Vermilion is ready at ')) done()
    }
    for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', hear)
    child.once('exit', (code) => fail(new Error(`the server ended (${code}):\n${said.join('\n')}`)))
  })
}
