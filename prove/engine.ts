import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startPostgres } from '#server/platform/embedded-postgres/index.ts'
import { lotOf } from './fuzz/lot.ts'
import type { Experiment } from './types.ts'

const KILLS = { short: 3, long: 40 }
/** Rows acknowledged between two kills, at least and beyond that by lot. */
const ROWS = 60
/** Longer than this without a row is a hang, ms: the experiment says so and ends. */
const SILENCE = 120_000
/** After a kill rows are written again within this, ms. The short form runs beside other tests, on whatever turns the machine gives it. */
const BACK = { short: 60_000, long: 10_000 }
const program = fileURLToPath(new URL('../tests/platform/embedded-owner.ts', import.meta.url))

/** Whom a kill hits: the engine under its owner, the owner, which leaves the engine running, or both. */
const victims = ['engine', 'owner', 'both'] as const
type Victim = (typeof victims)[number]

interface Owner {
  child: ChildProcess
  /** Process id of the engine. */
  engine(): number
  /** Calls back once so many rows more were acknowledged, with how long the first of them took, in ms. */
  after(rows: number): Promise<number>
}

/** A process that owns the engine and writes row after row; what was acknowledged is put into `kept`. */
function own(folder: string, kept: Set<number>): Owner {
  const child = spawn(process.execPath, [program, folder, 'write'], { stdio: ['ignore', 'pipe', 'inherit'] })
  let pid = 0
  let waiting: { left: number; since: number; done: (first: number) => void; alarm: NodeJS.Timeout } | undefined
  let first: number | undefined
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = JSON.parse(line) as { pid?: number; kept?: number }
    if (said.pid) pid = said.pid
    if (!said.kept) return
    kept.add(said.kept)
    if (!waiting) return
    first ??= performance.now() - waiting.since
    waiting.alarm.refresh()
    if (--waiting.left > 0) return
    clearTimeout(waiting.alarm)
    waiting.done(first)
    waiting = undefined
  })
  return {
    child,
    engine: () => pid,
    after: (rows) =>
      new Promise((done, fail) => {
        first = undefined
        const alarm = setTimeout(() => fail(new Error(`no row within ${SILENCE / 1000} s`)), SILENCE).unref()
        waiting = { left: rows, since: performance.now(), done, alarm }
        child.once('exit', () => fail(new Error('the owner ended by itself')))
      }),
  }
}

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended.
  }
}

export const experiment: Experiment = {
  name: 'engine',
  about: 'the embedded database killed, its owner killed, and both, while rows are written one after the other',
  async run({ short, seed, say }) {
    const base = fs.mkdtempSync(path.join(os.tmpdir(), `vermilion-prove-${process.pid}-`))
    // The engine may run as another user.
    fs.chmodSync(base, 0o755)
    const folder = path.join(base, 'postgres')
    const kept = new Set<number>()
    const kills = short ? KILLS.short : KILLS.long
    const hit: Record<Victim, number> = { engine: 0, owner: 0, both: 0 }
    let owner: Owner | undefined
    let [longest, after]: [number, Victim | 'none'] = [0, 'none']
    try {
      for (let i = 0; i < kills; i++) {
        owner ??= own(folder, kept)
        const took = await owner.after(ROWS + (lotOf(`kill ${i}`, seed) % ROWS))
        // What comes before the first kill is a new database.
        if (i > 0 && took > longest) [longest, after] = [took, victims[(i - 1 + seed) % victims.length] as Victim]
        const victim = victims[(i + seed) % victims.length] as Victim
        hit[victim]++
        // The owner first: one that lives a moment longer brings its engine back, and that is another experiment.
        const engine = owner.engine()
        if (victim !== 'engine') {
          const ended = once(owner.child, 'exit')
          owner.child.kill('SIGKILL')
          await ended
          owner = undefined
        }
        if (victim !== 'owner') kill(engine)
        if (i % 10 === 9) say(`${i + 1} of ${kills}: ${kept.size} rows`)
      }
      owner ??= own(folder, kept)
      await owner.after(1)
      const ended = once(owner.child, 'exit')
      owner.child.kill('SIGKILL')
      await ended
      const server = await startPostgres({ dataDir: folder, settings: { fsync: 'off' } })
      const client = new pg.Client({ host: server.host, user: server.user, database: server.database })
      await client.connect()
      const { rows } = await client.query<{ id: number }>('select id from kept')
      await client.end()
      await server.stop()
      const there = new Set(rows.map(({ id }) => id))
      const lost = [...kept].filter((id) => !there.has(id)).length
      const done = `${kills} kills (${hit.engine} of the engine, ${hit.owner} of its owner, ${hit.both} of both) while ${kept.size} rows were written, seed ${seed}`
      const back = short ? BACK.short : BACK.long
      return [
        { what: 'acknowledged rows lost', done, figure: lost, target: '0', met: lost === 0 && kept.size >= kills * ROWS },
        {
          what: 'the longest from a kill to the next row',
          done,
          figure: `${(longest / 1000).toFixed(1)} s (after a kill of ${after})`,
          target: `≤ ${back / 1000} s`,
          met: longest <= back,
        },
      ]
    } finally {
      owner?.child.kill('SIGKILL')
      // What a killed owner left running is adopted and stopped.
      if (fs.existsSync(path.join(folder, 'data')))
        await startPostgres({ dataDir: folder, settings: { fsync: 'off' } })
          .then((server) => server.stop())
          .catch(() => {})
      fs.rmSync(base, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    }
  },
}
