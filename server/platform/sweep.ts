import type { Context } from './context.ts'

/** A cache whose entries end by themselves, as `LRUCache` is. */
export interface Ending {
  /** Lets go of what has ended. */
  purgeStale(): unknown
}

/** Looking through a cache of some thousand entries takes a fraction of a millisecond. */
const SWEEP_MS = 10_000

const sweptBy = (ctx: Context): Set<Ending> =>
  ctx.hold('platform.sweep', () => {
    const timer = setInterval(() => sweepNow(ctx), SWEEP_MS).unref()
    ctx.onStop(async () => clearInterval(timer))
    return new Set()
  })

/**
 * What has ended in this cache is let go of within ten seconds, by a timer of the process. Without it an entry that nobody asks for again stays until
 * the cache is full: half a minute of reading then holds memory for the whole life of the process.
 */
export function sweep<C extends Ending>(ctx: Context, cache: C): C {
  sweptBy(ctx).add(cache)
  return cache
}

/** What the timer does. */
export function sweepNow(ctx: Context): void {
  for (const cache of sweptBy(ctx)) cache.purgeStale()
}
