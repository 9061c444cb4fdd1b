import { type CronItem, Logger, parseCronItems, type Runner, run, runMigrations, runOnce } from 'graphile-worker'
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
   * `patient`: slow work that nobody waits for; it lets all others go first.
   */
  add(tx: Queryable, name: string, payload: Record<string, unknown>, how?: { runAt?: Date; key?: string; patient?: boolean }): Promise<void>
  /** Takes back a waiting job by its key. */
  cancel(tx: Queryable, key: string): Promise<void>
  /** Takes back waiting and failed jobs whose payload says this (`{account: '7'}`): letters of people who are erased. */
  forget(tx: Queryable, payload: Record<string, unknown>): Promise<void>
  /** Works on jobs until the context stops, those by the clock too. */
  start(table: JobTable, clock?: readonly ByTheClock[]): Promise<void>
  /** Throws away whatever waits, also what a killed process had in hand. Nobody may be at work. */
  empty(): Promise<void>
  /** Works off all that is due now, then returns (tests, tools). */
  runDue(table: JobTable): Promise<void>
}

/** Creates or updates the queue's own tables. */
export const prepareJobs = (pool: Context['db']['pool']): Promise<void> => runMigrations({ pgPool: pool })

export function openJobs(ctx: () => Context): Jobs {
  const tasks = (table: JobTable) =>
    Object.fromEntries(Object.entries(table).map(([name, job]) => [name, (payload: unknown) => job(ctx(), payload)]))
  // The queue talks a lot while nothing is wrong; its words join our own log.
  const logger = new Logger((scope) => (level, message) => {
    const at = level === 'error' || level === 'warning' ? 'warn' : 'debug'
    ctx().log[at]({ task: scope.taskIdentifier }, message)
  })
  return {
    async add(tx, name, payload, how = {}) {
      await tx.run(sql`select graphile_worker.add_job(${name}::text, payload := ${JSON.stringify(payload)}::json,
        run_at := ${how.runAt ?? null}::timestamptz, max_attempts := 12, job_key := ${how.key ?? null}::text,
        priority := ${how.patient ? 10 : 0}::int)`)
    },
    async cancel(tx, key) {
      await tx.run(sql`select graphile_worker.remove_job(${key}::text)`)
    },
    async forget(tx, payload) {
      await tx.run(sql`
        select graphile_worker.complete_jobs(array(
          select id from graphile_worker._private_jobs where locked_at is null and payload::jsonb @> ${JSON.stringify(payload)}::jsonb))`)
    },
    async start(table, clock = []) {
      const runner: Runner = await run({
        pgPool: ctx().db.pool,
        logger,
        taskList: tasks(table),
        concurrency: 2,
        noHandleSignals: true,
        pollInterval: 2000,
        parsedCronItems: parseCronItems([...clock]),
      })
      runner.events.on('job:error', ({ job, error }) => ctx().log.error({ err: error, job: job.task_identifier }, 'job failed'))
      ctx().onStop(() => runner.stop())
    },
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
