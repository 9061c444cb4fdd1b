import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { type CronItem, Logger, parseCronItems, type Runner, run, runMigrations, runOnce, type WorkerEvents } from 'graphile-worker'
import type { Context } from './context.ts'
import { type Queryable, sql } from './db.ts'

// biome-ignore lint/suspicious/noExplicitAny: payloads are parsed by the job that knows them.
export type Job = (ctx: Context, payload: any) => Promise<void>
export type JobTable = Record<string, Job>

/** A job that comes round: `match` as in crontab(5), UTC. */
export type ByTheClock = Pick<CronItem, 'task' | 'match'>

export interface Jobs {
  /**
   * Puts a job into the caller's transaction. The same `key` replaces a waiting job. A job may run twice: it must be idempotent.
   * `priority: 'low'`: slow work that nobody waits for; it lets all others go first.
   */
  add(tx: Queryable, name: string, payload: Record<string, unknown>, how?: { runAt?: Date; key?: string; priority?: 'low' }): Promise<void>
  /** Takes back a waiting job by its key. */
  cancel(tx: Queryable, key: string): Promise<void>
  /** Takes back waiting and failed jobs whose payload says this (`{account: '7'}`): letters of people who are erased. */
  forget(tx: Queryable, payload: Record<string, unknown>): Promise<void>
  /** Works on jobs until the context stops, those by the clock too. It goes on by itself after the database was away. */
  start(table: JobTable, clock?: readonly ByTheClock[]): Promise<void>
  /** Throws away whatever waits, also what a killed process had in hand. Nobody may be at work. */
  empty(): Promise<void>
  /** Works off all that is due now, then returns (tests, tools). */
  runDue(table: JobTable): Promise<void>
}

/** Creates or updates the queue's own tables. */
export const prepareJobs = (pool: Context['db']['pool']): Promise<void> => runMigrations({ pgPool: pool })

/** A worker not seen for so long is gone. */
const GONE_SECONDS = 60
const PULSE_MS = 10_000
const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 5000
/** Work in hand when the site stops has so long to end; what does not is done again after the next start. */
const STOP_MS = 10_000

export function openJobs(ctx: () => Context): Jobs {
  const tasks = (table: JobTable) =>
    Object.fromEntries(Object.entries(table).map(([name, job]) => [name, (payload: unknown) => job(ctx(), payload)]))
  // The queue talks a lot while nothing is wrong, and quotes errors and payloads: of its words only the trouble itself joins our log.
  const logger = new Logger((scope) => (level, _message, meta) => {
    if (level !== 'error' && level !== 'warning') return
    ctx().log.warn({ task: scope.taskIdentifier, err: meta?.error ?? meta?.fatalError }, 'the job queue has trouble')
  })
  return {
    async add(tx, name, payload, how = {}) {
      await tx.run(sql`select graphile_worker.add_job(${name}::text, payload := ${JSON.stringify(payload)}::json,
        run_at := ${how.runAt ?? null}::timestamptz, max_attempts := 12, job_key := ${how.key ?? null}::text,
        priority := ${how.priority === 'low' ? 10 : 0}::int)`)
    },
    async cancel(tx, key) {
      await tx.run(sql`select graphile_worker.remove_job(${key}::text)`)
    },
    async forget(tx, payload) {
      await tx.run(sql`
        select graphile_worker.complete_jobs(array(
          select id from graphile_worker._private_jobs where locked_at is null and payload::jsonb @> ${JSON.stringify(payload)}::jsonb))`)
    },
    start: (table, clock = []) => supervise(ctx(), logger, tasks(table), clock),
    async empty() {
      const { db } = ctx()
      // Done by what the queue offers, not by its tables, whose form is its own; a job in somebody's hand would be left alone by it.
      await db.run(sql`select graphile_worker.force_unlock_workers(array(
        select distinct locked_by from graphile_worker.jobs where locked_by is not null))`)
      await db.run(sql`select count(*) from graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`)
    },
    async runDue(table) {
      await runOnce({ pgPool: ctx().db.pool, logger, taskList: tasks(table), noHandleSignals: true, concurrency: 1 })
    },
  }
}

/** Keeps one runner running until the context stops. One that ends by itself (it could not write down how a job went) is followed by another. */
async function supervise(ctx: Context, logger: Logger, taskList: Parameters<typeof run>[0]['taskList'] & {}, clock: readonly ByTheClock[]) {
  const workers = new Workers(ctx)
  let stopped = false
  const leave = new AbortController()
  const open = async (): Promise<Runner> => {
    await workers.giveBack()
    const events = new EventEmitter() as WorkerEvents
    events.on('pool:create', ({ workerPool }) => workers.begin((workerPool as { id?: string }).id ?? ''))
    events.on('job:error', ({ job, error }) => ctx.log.error({ err: error, job: job.task_identifier }, 'job failed'))
    return run({
      pgPool: ctx.db.pool,
      logger,
      events,
      taskList,
      noHandleSignals: true,
      parsedCronItems: parseCronItems([...clock]),
      // How a job went is written down in batches of what there is: without them its failure is a promise that nobody holds, and ends the process.
      preset: { worker: { concurrentJobs: 2, pollInterval: 2000, completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    })
  }
  let runner = await open()
  const keep = async () => {
    for (let wait = FIRST_WAIT_MS; !stopped; ) {
      const since = performance.now()
      await runner.promise.catch((e) => ctx.log.warn({ err: e }, 'the job runner ended'))
      workers.end()
      if (performance.now() - since > LONGEST_WAIT_MS) wait = FIRST_WAIT_MS
      for (let again = true; again && !stopped; ) {
        await pause(wait, undefined, { signal: leave.signal }).catch(() => {})
        wait = Math.min(LONGEST_WAIT_MS, wait * 2)
        if (stopped) return
        try {
          runner = await open()
          again = false
        } catch (e) {
          ctx.log.warn({ err: e }, 'jobs wait')
        }
      }
    }
  }
  const keeping = keep()
  const pulse = setInterval(() => void workers.pulse().catch((e) => ctx.log.warn({ err: e }, 'jobs wait')), PULSE_MS)
  pulse.unref()
  ctx.onStop(async () => {
    stopped = true
    leave.abort()
    clearInterval(pulse)
    // It refuses when it has ended already.
    const ended = runner.stop().catch(() => {})
    await Promise.race([Promise.all([ended, keeping]), pause(STOP_MS, undefined, { ref: false })])
  })
}

/** Whose jobs are whose: a job belongs to the worker that took it, and comes back when that one is gone, not four hours later. */
class Workers {
  readonly #ctx: Context
  #mine = ''
  /** Ended in this process, their jobs not yet given back. */
  readonly #ended = new Set<string>()

  constructor(ctx: Context) {
    this.#ctx = ctx
  }

  begin(id: string): void {
    this.#mine = id
    void this.pulse().catch(() => {})
  }

  end(): void {
    if (this.#mine) this.#ended.add(this.#mine)
    this.#mine = ''
  }

  async pulse(): Promise<void> {
    const id = this.#mine
    if (id)
      await this.#ctx.db.run(
        sql`insert into job_worker (id) values (${id}) on conflict (id) do update set seen_at = now() where job_worker.id = excluded.id`,
      )
    await this.giveBack()
  }

  /**
   * Gives back the jobs of workers that are gone. Those of this process get their attempt back: it was the database that left, not the job that
   * failed. Those of a process that died do not, since it may have died of the job. On the embedded database nobody else can be at work.
   */
  async giveBack(): Promise<void> {
    const { db, config } = this.#ctx
    const ended = [...this.#ended]
    const alone = config.databaseUrl === null && this.#mine === ''
    await db.run(sql`
      with held as (
        select j.id, j.locked_by = any(${ended}::text[]) as ours from graphile_worker._private_jobs as j
        where j.locked_by is not null and j.locked_by <> ${this.#mine} and (
          j.locked_by = any(${ended}::text[]) or ${alone} or (
            j.locked_at < now() - make_interval(secs => ${GONE_SECONDS})
            and not exists (select 1 from job_worker as w where w.id = j.locked_by and w.seen_at > now() - make_interval(secs => ${GONE_SECONDS}))))
        for update of j skip locked)
      update graphile_worker._private_jobs as j
      set locked_at = null, locked_by = null, attempts = case when held.ours then greatest(j.attempts - 1, 0) else j.attempts end, updated_at = now()
      from held where j.id = held.id`)
    await db.run(sql`delete from job_worker where seen_at < now() - interval '1 day' or id = any(${ended}::text[])`)
    for (const id of ended) this.#ended.delete(id)
  }
}
