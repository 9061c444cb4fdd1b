import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import pg from 'pg'
import { type Ear, openEar } from './ear.ts'
import { openPulse } from './pulse.ts'

/** A piece of SQL with its values; pieces nest. */
export class Sql {
  readonly parts: readonly string[]
  readonly values: readonly unknown[]
  constructor(parts: readonly string[], values: readonly unknown[]) {
    this.parts = parts
    this.values = values
  }
}

/** SQL as a tagged template: values become parameters, nested pieces are spliced in. Text never comes from a value. */
export function sql(parts: TemplateStringsArray, ...values: unknown[]): Sql {
  return new Sql(parts, values)
}
/** Pieces joined, by default with a comma. */
sql.join = (pieces: readonly Sql[], by = ', '): Sql => {
  if (pieces.length === 0) return new Sql([''], [])
  return new Sql(['', ...Array(pieces.length - 1).fill(by), ''], pieces)
}
/** Trusted text as it is: table and column names of our own, never input. */
sql.raw = (text: string): Sql => new Sql([text], [])

function flatten(q: Sql, text: string[], values: unknown[]): void {
  q.parts.forEach((part, i) => {
    text.push(part)
    if (i >= q.values.length) return
    const value = q.values[i]
    if (value instanceof Sql) flatten(value, text, values)
    else {
      values.push(value ?? null)
      text.push(`$${values.length}`)
    }
  })
}

// Named statements are parsed and planned once a connection; unnamed ones cost twice the engine's CPU.
const names = new Map<string, string>()
function prepared(q: Sql): pg.QueryConfig {
  const parts: string[] = []
  const values: unknown[] = []
  flatten(q, parts, values)
  const text = parts.join('')
  let name = names.get(text)
  if (!name) {
    name = createHash('sha1').update(text).digest('base64url').slice(0, 20)
    // A text that varies without end would fill the server's memory: beyond this many, later ones stay unnamed.
    if (names.size < 2000) names.set(text, name)
    else return { text, values }
  }
  return { name, text, values }
}

/** What both the pool and a transaction can do. bigint comes as a decimal string, float8 and int as numbers, timestamptz as Date. */
export interface Queryable {
  rows<T = Record<string, unknown>>(q: Sql): Promise<T[]>
  /** The first row, if any. */
  one<T = Record<string, unknown>>(q: Sql): Promise<T | undefined>
  /** Number of rows touched. */
  run(q: Sql): Promise<number>
}
export interface Tx extends Queryable {
  readonly inTransaction: true
}
export interface Db extends Queryable {
  /** Everything in `work` or nothing; a deadlock or serialization failure is tried again, so `work` must have no effect outside the database. */
  tx<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Hears a NOTIFY channel, all of them on one connection: see `Ear`. For the bus. */
  readonly listen: Ear['listen']
  /** Whether the database answered within the last two seconds; asks nobody. */
  alive(): Promise<boolean>
  readonly pool: pg.Pool
  close(): Promise<void>
}

const over = (ask: (q: pg.QueryConfig) => Promise<pg.QueryResult>): Queryable => ({
  rows: async <T>(q: Sql) => (await ask(prepared(q))).rows as T[],
  one: async <T>(q: Sql) => (await ask(prepared(q))).rows[0] as T | undefined,
  run: async (q) => (await ask(prepared(q))).rowCount ?? 0,
})

/**
 * Whoever holds a connection and asks the pool for another one waits for others who do the same: with as many as the pool has, for ever.
 * Where tests and developers run, asking from inside an open transaction throws; `null` leaves out the check, which costs a little on every call.
 */
interface Guard {
  run<T>(work: () => Promise<T>): Promise<T>
  check(): void
}
function transactionGuard(): Guard {
  const inside = new AsyncLocalStorage<{ open: boolean }>()
  return {
    async run(work) {
      const mark = { open: true }
      try {
        return await inside.run(mark, work)
      } finally {
        // What was started in it and goes on after it is free.
        mark.open = false
      }
    },
    check() {
      if (inside.getStore()?.open)
        throw new Error('the pool was asked from inside an open transaction: use its `tx`, another connection may never come')
    },
  }
}

/** Deadlock, serialization failure: nothing happened, trying again is right. */
export const isDeadlock = (e: unknown): boolean => ['40P01', '40001'].includes((e as { code?: string } | null)?.code ?? '')

/** What the driver says when a connection is gone, or never came. */
const GONE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Query read timeout|timeout expired|Cannot use a pool after calling end|The client is closed|Connection ended)/i
/** How the system says the same of a socket; EMFILE and ENFILE: no socket to be had. */
const SOCKET = new Set([
  'ECONNRESET',
  'EPIPE',
  'ECONNREFUSED',
  'ECONNABORTED',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
])

/** The engine is away (stopped, restarting, read-only, out of reach): nobody's mistake here, and it passes. */
export function isAway(error: unknown): boolean {
  const { code = '', syscall, message = '' } = (error ?? {}) as { code?: string; syscall?: string; message?: string }
  return (
    syscall === 'connect' ||
    (SOCKET.has(code) && syscall !== 'open') ||
    // Connection failures, shutdown and recovery, too many connections, a standby or a read-only moment, files of the engine's that cannot be read.
    /^(08|57P0[1-5]|53300|25006|58)/.test(code) ||
    GONE.test(message)
  )
}

/** No room left, on the database's disk or on ours. */
export const isFull = (error: unknown): boolean =>
  ['53100', 'ENOSPC', 'EDQUOT'].includes(String((error as { code?: unknown } | null)?.code ?? ''))

/** Nothing is wrong with what was asked: the engine is away, or has no room, no memory, no connections left. */
export const isEngines = (error: unknown): boolean => isAway(error) || /^53/.test(String((error as { code?: unknown } | null)?.code ?? ''))

/** Opens a pool. `onTrouble` is called when an idle connection breaks (the engine died): the embedded server is mended there. */
export function openDb(config: pg.PoolConfig, onTrouble: (e: Error) => void = () => {}, guarded = false): Db {
  const pool = new pg.Pool({ max: 10, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 60_000, ...config })
  pool.on('error', onTrouble)
  const clients = new Set<pg.PoolClient>()
  pool.on('connect', (client) => {
    clients.add(client)
    client.on('error', onTrouble)
    client.on('end', () => clients.delete(client))
  })
  pool.on('remove', (client) => clients.delete(client))
  const ear = openEar(config)
  const pulse = openPulse(config, () => {
    ear.cut()
    for (const client of clients) (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
  })
  const guard = guarded ? transactionGuard() : null
  return {
    ...over(async (q) => {
      guard?.check()
      return pool.query(q)
    }),
    pool,
    async tx(work) {
      guard?.check()
      for (let attempt = 1; ; attempt++) {
        const client = await pool.connect()
        let broken: Error | undefined
        try {
          await client.query('begin')
          const tx: Tx = { ...over((q) => client.query(q)), inTransaction: true }
          const value = await (guard ? guard.run(() => work(tx)) : work(tx))
          await client.query('commit')
          return value
        } catch (e) {
          await client.query('rollback').catch((r: Error) => {
            broken = r
          })
          if (!isDeadlock(e) || attempt === 5) throw e
        } finally {
          client.release(broken)
        }
      }
    },
    listen: ear.listen,
    alive: () => pulse.alive(),
    async close() {
      await pulse.stop()
      await ear.stop()
      await pool.end()
    },
  }
}
