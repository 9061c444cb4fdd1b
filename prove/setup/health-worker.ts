import * as http from 'node:http'
import { performance } from 'node:perf_hooks'
import { parentPort, workerData } from 'node:worker_threads'
import { mainThreadCpu } from './watch.ts'

/**
 * Asks an address again and again on a thread of its own, so that whatever keeps its maker busy is not counted as the server's.
 * Beside it asks a bare server of this thread: what that takes is the machine's own standstill, not the site's.
 */
const { url, every, headers, pid } = workerData as { url: string; every: number; headers: Record<string, string>; pid?: number }
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })
const times: number[] = []
const bare: number[] = []
let bad = 0
let work = 0
const worked = () => {
  try {
    return pid === undefined ? 0 : mainThreadCpu(pid)
  } catch {
    // It has ended.
    return 0
  }
}
let running = true

const ask = (where: string, of: number[], isSite: boolean): Promise<void> =>
  new Promise((done) => {
    const since = performance.now()
    const before = isSite ? worked() : 0
    const end = (well: boolean) => {
      of.push(performance.now() - since)
      if (isSite) work = Math.max(work, worked() - before)
      if (isSite && !well) bad++
      done()
    }
    const request = http.get(where, { agent, headers }, (answer) => {
      answer.resume()
      answer.once('end', () => end(answer.statusCode === 200))
    })
    request.setTimeout(120_000, () => request.destroy())
    request.once('error', () => end(false))
  })

const control = http.createServer((_, answer) => answer.end('ok'))
control.listen(0, '127.0.0.1', async () => {
  const { port } = control.address() as { port: number }
  const near = `http://127.0.0.1:${port}/`
  parentPort?.postMessage('watching')
  // On time whether or not the one before was answered: a server that stands still is not asked less often for it.
  const open = new Set<Promise<unknown>>()
  let due = performance.now()
  while (running) {
    if (open.size < 32) {
      const pair = Promise.all([ask(url, times, true), ask(near, bare, false)]).finally(() => open.delete(pair))
      open.add(pair)
    }
    due = Math.max(due + every, performance.now() - every)
    await new Promise((done) => setTimeout(done, Math.max(0, due - performance.now())))
  }
  await Promise.all(open)
  parentPort?.postMessage({ times, bare, bad, work })
  control.close()
  agent.destroy()
})
parentPort?.once('message', () => {
  running = false
})
