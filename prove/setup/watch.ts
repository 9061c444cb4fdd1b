import { once } from 'node:events'
import * as fs from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Figure } from '../types.ts'

export interface Watched {
  asked: number
  /** Answers that were not 200, or did not come. */
  bad: number
  /** ms. */
  worst: number
  p99: number
  /** The most that the first thread of the watched process worked while one answer was waited for, ms of CPU time; 0 where none is watched. */
  work: number
  /** The same of a bare server asked at the same moments: what the machine itself stood still. */
  machine: { worst: number; p99: number }
}

export interface Watch {
  stop(): Promise<Watched>
}

const at = (sorted: readonly number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Begins to ask `url` every so many ms, until stopped. `pid`: the process that answers, whose work is measured beside. */
export async function watch(
  url: string,
  { every = 20, headers = {}, pid }: { every?: number; headers?: Record<string, string>; pid?: number } = {},
): Promise<Watch> {
  const worker = new Worker(new URL('health-worker.ts', import.meta.url), { workerData: { url, every, headers, pid } })
  await once(worker, 'message')
  return {
    async stop() {
      worker.postMessage('stop')
      const [{ times, bare, bad, work }] = (await once(worker, 'message')) as [
        { times: number[]; bare: number[]; bad: number; work: number },
      ]
      await worker.terminate()
      const up = (a: number, b: number) => a - b
      times.sort(up)
      bare.sort(up)
      return {
        asked: times.length,
        bad,
        work,
        worst: at(times, 1),
        p99: at(times, 0.99),
        machine: { worst: at(bare, 1), p99: at(bare, 0.99) },
      }
    },
  }
}

/**
 * What `/healthz` may take whatever is sent, in ms. Where it took longer, but the site's first thread worked less than that meanwhile, the machine gave it no
 * turn: both are in the figure, and what counts is the work.
 */
const HEALTH = 200

/**
 * And in the short form, which runs beside other tests on whatever machine there is: what the site's first thread may work, in ms of CPU time, before
 * it answers. A machine that gives it no turn takes none of that; beside others the same work is dearer.
 */
const HEALTH_WORK = 1000

/** The figure of a watched `/healthz`. */
export function healthFigure({ worst, machine, bad, asked, work }: Watched, done: string, short: boolean): Figure {
  return {
    what: '/healthz at its slowest',
    done,
    figure: `${Math.round(worst)} ms, of which ${work} ms work, ${bad} of ${asked} not well (a bare server beside it: ${Math.round(machine.worst)} ms)`,
    target: `≤ ${short ? HEALTH_WORK : HEALTH} ms${short ? ' work' : ' (work, where the machine gave no turn)'}, 0 not well`,
    met: asked > 0 && bad === 0 && (short ? work <= HEALTH_WORK : Math.min(worst, work) <= HEALTH),
  }
}

/** Children of children, too. */
export function familyOf(pid: number): number[] {
  const parents = new Map<number, number>()
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8')
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // It has just ended.
    }
  }
  const family = [pid]
  for (const one of family) for (const [child, parent] of parents) if (parent === one) family.push(child)
  return family
}

/** Memory of a process in MB, of pages that several have its share (PSS), so that a sum counts each page once; 0 when it has ended. */
const memoryOf = (pid: number): number => {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/**
 * The sum over a server and all that it started, leaving out its database (named by its postmaster), at its highest, in MB. Looked at every
 * 50 ms: what is shorter is not seen.
 */
export function watchMemory(pid: number, postmaster: number): { stop(): number } {
  let peak = 0
  const look = () => {
    const without = new Set(familyOf(postmaster))
    const family = familyOf(pid).filter((one) => !without.has(one))
    peak = Math.max(
      peak,
      family.map(memoryOf).reduce((a, b) => a + b, 0),
    )
  }
  look()
  const timer = setInterval(look, 50)
  return {
    stop() {
      look()
      clearInterval(timer)
      return Math.round(peak)
    },
  }
}

/** CPU time in ms that a process's first thread has used: what one call holds everybody else's for. 10 ms is the finest step. */
export function mainThreadCpu(pid: number): number {
  const stat = fs.readFileSync(`/proc/${pid}/task/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}
