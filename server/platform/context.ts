import type { PoolConfig } from 'pg'
import { type Bus, databaseBus } from './bus.ts'
import { type Cached, type CacheOf, openCache } from './cached.ts'
import type { Config } from './config.ts'
import { type Db, openDb, sql } from './db.ts'
import { type Events, openEvents } from './events.ts'
import { type Fetcher, openFetch } from './fetch/index.ts'
import { type Ids, idMaker } from './ids.ts'
import { type Jobs, openJobs } from './jobs.ts'
import type { Limits } from './limits.ts'
import { type Log, openLog } from './log.ts'
import { type Mail, openMail } from './mail.ts'
import { openSeal, type Seal } from './seal.ts'
import { sharedLimits } from './shared-limits.ts'
import { localStorage, type Storage } from './storage.ts'

/** The one clock; tests may turn it. */
export interface Clock {
  /** What the calendar says, for facts: when something was written, when a letter's link ends. It steps when somebody sets the machine's time. */
  now(): Date
  /** Milliseconds since some moment, for durations in this process (limits, waits, what is kept for seconds): goes on evenly whatever is set. */
  monotonic(): number
  /** By what durations are measured that processes share: null for the database's clock; a moment where a test turns `monotonic`. */
  shared(): Date | null
}

/** Everything a room may use. It comes in as the first argument; rooms keep no state of their own at module level. */
export interface Context {
  readonly config: Config
  readonly db: Db
  readonly log: Log
  readonly ids: Ids
  readonly clock: Clock
  readonly events: Events
  readonly jobs: Jobs
  readonly storage: Storage
  /** What the processes of this site tell each other. */
  readonly bus: Bus
  readonly limits: Limits
  readonly mail: Mail
  /** The one way out to other servers. */
  readonly out: Fetcher
  /** Knows again what this site gave out. */
  readonly seal: Seal
  /** State of this process (a cache, a buffer): made once under its name. */
  hold<T>(name: string, make: () => T): T
  /** A cache that every process forgets from when things change: made once under its name, by the first call. */
  cached<V>(of: CacheOf<V>): Cached<V>
  /** Runs when the process stops cleanly, last added first. */
  onStop(work: () => Promise<unknown>): void
  /** Stops everything and closes the database. */
  stop(): Promise<void>
}

export interface Parts {
  connection: PoolConfig
  /** Called when an idle connection breaks. */
  onTrouble?: (e: Error) => void
  /** Without a `monotonic` of its own, durations are measured by the machine's. */
  clock?: Pick<Clock, 'now'> & Partial<Pick<Clock, 'monotonic'>>
  mail?: Mail
  /** Another place for files than this machine's DATA_DIR. */
  storage?: Storage
  /** Throws when the pool is asked from inside an open transaction (tests, development). */
  guarded?: boolean
}

/** Opens a context on a database that is migrated already. */
export async function createContext(config: Config, parts: Parts): Promise<Context> {
  const log = openLog(config)
  const db = openDb(
    { max: config.poolSize, ...parts.connection },
    parts.onTrouble ?? ((e) => log.warn({ err: e }, 'a database connection broke')),
    parts.guarded,
  )
  const node = await db.one<{ n: number }>(sql`select (nextval('process_node') % 1024)::int as n`)
  const seal = await openSeal(db)
  const held = new Map<string, unknown>()
  const stops: (() => Promise<unknown>)[] = []
  const clock: Clock = {
    now: () => parts.clock?.now() ?? new Date(),
    monotonic: () => parts.clock?.monotonic?.() ?? performance.now(),
    shared: () => (parts.clock?.monotonic ? new Date(parts.clock.monotonic()) : null),
  }
  const bus = databaseBus(db, log)
  const limits = sharedLimits(() => ctx)
  let ending: Promise<void> | undefined
  const end = async () => {
    for (const work of stops.splice(0).reverse()) await work().catch((e) => log.error({ err: e }, 'while stopping'))
    await limits.stop()
    await ctx.out.stop()
    await bus.stop()
    await db.close()
  }
  const ctx: Context = {
    config,
    db,
    log,
    ids: idMaker(node?.n ?? 0),
    clock,
    events: openEvents(() => ctx),
    jobs: openJobs(() => ctx),
    storage: parts.storage ?? localStorage(config),
    bus,
    limits,
    mail: parts.mail ?? openMail(config, log),
    out: openFetch(config),
    seal,
    hold<T>(name: string, make: () => T): T {
      if (!held.has(name)) held.set(name, make())
      return held.get(name) as T
    },
    cached: (of) => ctx.hold(`cached ${of.topic.name}`, () => openCache(ctx, of)),
    onStop(work) {
      stops.push(work)
    },
    stop() {
      ending ??= end()
      return ending
    },
  }
  return ctx
}
