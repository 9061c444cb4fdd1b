import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import type { Context } from '#server/platform/context.ts'
import { type Fail, fail, unavailable } from '#server/platform/result.ts'

const derive = promisify(argon2) as (kind: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const NOW = { memory: 19_456, passes: 2, parallelism: 1 } as const
const TAG = 32

/** Seconds after which a caller who found the queue full may try again. */
export const BUSY_SECONDS = 3
/** About a second and a half of work: who would wait longer is told to come back. */
const WAITING = 48

/**
 * How many passwords may be worked on at once. The work runs on libuv's four threads, which also read files and look up names,
 * and on cores that readers need: so a half of the cores, two at most.
 */
const atOnce = () => Math.max(1, Math.min(2, Math.floor(availableParallelism() / 2)))

/** Lets few through at a time; refuses when the queue is full, so that a wave of sign-ups never starves readers. */
class Gate {
  #free: number
  readonly #queue: (() => void)[] = []
  readonly #room: number
  constructor(free: number, room: number) {
    this.#free = free
    this.#room = room
  }
  get full(): boolean {
    return this.#free === 0 && this.#queue.length >= this.#room
  }
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--
    else await new Promise<void>((go) => this.#queue.push(go))
    try {
      return await work()
    } finally {
      const next = this.#queue.shift()
      if (next) next()
      else this.#free++
    }
  }
}

interface Hashing {
  gate: Gate
  /** A hash of a password nobody has, so that an unknown account costs the same work. */
  dummy: Promise<string>
  /** Calls to argon2 so far; the metrics and the tests of sameness read it. */
  done: number
}

export const hashing = (ctx: Context): Hashing =>
  ctx.hold('accounts.hashing', () => {
    const gate = new Gate(atOnce(), WAITING)
    return { gate, dummy: gate.run(() => makeHash(randomBytes(16).toString('hex'))), done: 0 }
  })

/** Full-width digits and letters of an input method, and composed or decomposed accents, are the same password. */
const plain = (password: string) => Buffer.from(password.normalize('NFKC'))
const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

async function makeHash(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive('argon2id', { message: plain(password), nonce, tagLength: TAG, ...NOW })
  return `$argon2id$v=19$m=${NOW.memory},t=${NOW.passes},p=${NOW.parallelism}$${base64(nonce)}$${base64(tag)}`
}

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/

async function fits(password: string, stored: string): Promise<boolean> {
  const [, m, t, p, salt, tag] = phc.exec(stored) ?? []
  if (!tag || !salt) throw new Error('a stored password is not a PHC string of argon2id')
  const expected = Buffer.from(tag, 'base64')
  const parameters = { memory: Number(m), passes: Number(t), parallelism: Number(p), tagLength: expected.length }
  const found = await derive('argon2id', { message: plain(password), nonce: Buffer.from(salt, 'base64'), ...parameters })
  return timingSafeEqual(found, expected)
}

const busy = (): Fail => fail(unavailable, { params: { seconds: BUSY_SECONDS } })

/** Hashes a password as a PHC string; refuses when too many wait already. */
export async function hashPassword(ctx: Context, password: string): Promise<{ ok: true; value: string } | Fail> {
  const pool = hashing(ctx)
  if (pool.gate.full) return busy()
  pool.done++
  return { ok: true, value: await pool.gate.run(() => makeHash(password)) }
}

/** Whether a password fits. Where nothing is stored (no such account, no password) the same work is done for nothing. */
export async function verifyPassword(ctx: Context, password: string, stored: string | null): Promise<{ ok: true; value: boolean } | Fail> {
  const pool = hashing(ctx)
  if (pool.gate.full) return busy()
  pool.done++
  // The queue is joined at once, not after a wait for the dummy: the check above must count everyone before us.
  const good = await pool.gate.run(async () => fits(password, stored ?? (await pool.dummy)))
  return { ok: true, value: good && stored !== null }
}

/** True for a hash made with other parameters than today's: it is made anew when its owner next signs in. */
export const isOutdated = (stored: string): boolean =>
  !stored.startsWith(`$argon2id$v=19$m=${NOW.memory},t=${NOW.passes},p=${NOW.parallelism}$`)
