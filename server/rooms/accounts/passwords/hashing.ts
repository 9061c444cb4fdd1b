import { randomBytes, timingSafeEqual } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { Context } from '#server/platform/context.ts'
import { type Fail, fail, unavailable } from '#server/platform/result.ts'
import { Crew } from './argon2-crew.ts'

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const NOW = { memory: 19_456, passes: 2, parallelism: 1 } as const
const TAG = 32

/** Seconds after which a caller who found the queue full may try again. */
export const BUSY_SECONDS = 3
/** About a second and a half of work: who would wait longer is told to come back. */
const WAITING = 48

/** How many passwords are worked on at once: readers need the cores, so a half of them, two at most. */
const atOnce = () => Math.max(1, Math.min(2, Math.floor(availableParallelism() / 2)))

interface Hashing {
  crew: Crew
  /** The form of a hash that no password has, so that an unknown account costs the same work. */
  dummy: string
  /** Calls to argon2 so far; the metrics and the tests of sameness read it. */
  done: number
}

export const hashing = (ctx: Context): Hashing =>
  ctx.hold('accounts.hashing', () => {
    const crew = new Crew(ctx, { most: atOnce(), room: WAITING })
    return { crew, dummy: written(randomBytes(16), randomBytes(TAG)), done: 0 }
  })

/** Full-width digits and letters of an input method, and composed or decomposed accents, are the same password. */
const plain = (password: string) => Buffer.from(password.normalize('NFKC'))
const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

const written = (nonce: Buffer, tag: Buffer): string =>
  `$argon2id$v=19$m=${NOW.memory},t=${NOW.passes},p=${NOW.parallelism}$${base64(nonce)}$${base64(tag)}`

async function makeHash(crew: Crew, password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await crew.run({ message: plain(password), nonce, tagLength: TAG, ...NOW })
  return written(nonce, tag)
}

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/

async function fits(crew: Crew, password: string, stored: string): Promise<boolean> {
  const [, m, t, p, salt, tag] = phc.exec(stored) ?? []
  if (!tag || !salt) throw new Error('a stored password is not a PHC string of argon2id')
  const expected = Buffer.from(tag, 'base64')
  const parameters = { memory: Number(m), passes: Number(t), parallelism: Number(p), tagLength: expected.length }
  const found = await crew.run({ message: plain(password), nonce: Buffer.from(salt, 'base64'), ...parameters })
  return timingSafeEqual(found, expected)
}

const busy = (): Fail => fail(unavailable, { params: { seconds: BUSY_SECONDS } })

/** Hashes a password as a PHC string; refuses when too many wait already. */
export async function hashPassword(ctx: Context, password: string): Promise<{ ok: true; value: string } | Fail> {
  const pool = hashing(ctx)
  if (pool.crew.full) return busy()
  pool.done++
  return { ok: true, value: await makeHash(pool.crew, password) }
}

/** Whether a password fits. Where nothing is stored (no such account, no password) the same work is done for nothing. */
export async function verifyPassword(ctx: Context, password: string, stored: string | null): Promise<{ ok: true; value: boolean } | Fail> {
  const pool = hashing(ctx)
  if (pool.crew.full) return busy()
  pool.done++
  const good = await fits(pool.crew, password, stored ?? pool.dummy)
  return { ok: true, value: good && stored !== null }
}

/** True for a hash made with other parameters than today's: it is made anew when its owner next signs in. */
export const isOutdated = (stored: string): boolean =>
  !stored.startsWith(`$argon2id$v=19$m=${NOW.memory},t=${NOW.passes},p=${NOW.parallelism}$`)
