import * as fs from 'node:fs'
import * as net from 'node:net'
import * as path from 'node:path'
import type { TestProject } from 'vitest/node'
import { makeRunFolder, startTestServer } from './database-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of this run; `ask` in it is where a worker asks for the database server. */
    testRun: string
  }
}

/**
 * Once a run, in vitest's main process. PostgreSQL starts when the first test file asks for it, so that a run without
 * a database does not wait for one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = makeRunFolder()
  let started: ReturnType<typeof startTestServer> | undefined
  const door = net.createServer((worker) => {
    worker.on('error', () => {})
    started ??= startTestServer(folder)
    started.then(
      ({ server }) => worker.end(JSON.stringify(server)),
      (error) => worker.end(JSON.stringify({ problem: String(error?.message ?? error) })),
    )
  })
  await new Promise<void>((done) => door.listen(path.join(folder, 'ask'), done))
  project.provide('testRun', folder)
  return async () => {
    door.close()
    await started?.then(({ stop }) => stop()).catch(() => {})
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
