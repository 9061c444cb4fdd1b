import { LRUCache } from 'lru-cache'
import type { Context } from '#server/platform/context.ts'

const FREE = 5
const LONGEST_MS = 15 * 60_000
/** Guesses at one account from everywhere together; then they trickle. */
const EVERYWHERE = { burst: 40, seconds: 1200 } as const

interface Tries {
  count: number
  /** Milliseconds since 1970 before which nothing is looked at. */
  until: number
}

/**
 * Slows guessing down. What counts is the account *and* the network it is tried from, so that a stranger cannot lock anyone out:
 * after five wrong tries each further one doubles the wait, up to a quarter of an hour. Guesses at one account from many networks
 * share a bucket besides, which does not touch networks that account has signed in from.
 */
export class Throttle {
  readonly #tries = new LRUCache<string, Tries>({ max: 50_000, ttl: 24 * 3_600_000 })
  readonly #home = new LRUCache<string, true>({ max: 50_000 })

  /** Counts a try before it is looked at, so that many at once get no further than one after the other. Returns seconds to wait, 0 to go on. */
  begin(ctx: Context, name: string, who: string, network: string): number {
    if (!ctx.config.rateLimits) return 0
    const now = ctx.clock.now().getTime()
    const key = `${name} ${who} ${network}`
    const had = this.#tries.get(key) ?? { count: 0, until: 0 }
    if (had.until > now) return Math.ceil((had.until - now) / 1000)
    if (!this.#home.has(key)) {
      const wait = ctx.limits.take(`${name} everywhere`, who, EVERYWHERE)
      if (wait > 0) return wait
    }
    const count = had.count + 1
    this.#tries.set(key, { count, until: count < FREE ? 0 : now + Math.min(LONGEST_MS, 1000 * 2 ** (count - FREE)) })
    return 0
  }

  /** It was the right one: forget the wrong ones and remember the place. */
  good(name: string, who: string, network: string): void {
    const key = `${name} ${who} ${network}`
    this.#tries.delete(key)
    this.#home.set(key, true)
  }
}

export const throttle = (ctx: Context): Throttle => ctx.hold('accounts.throttle', () => new Throttle())
