import { LRUCache } from 'lru-cache'
import type { Topic } from './bus.ts'
import type { Context } from './context.ts'
import { sweep } from './sweep.ts'

export interface CacheOf<V> {
  /** Whose name it has, `room.thing`, and by which processes hear of keys that changed (`tellAll`, in the transaction of the change). */
  topic: Topic<string>
  /** Entries kept; those not asked for longest go first. */
  max: number
  /** How long an entry may be believed, ms: what a notice that got lost may cost. */
  ttl: number
  load(key: string): Promise<V>
}

/** Values in this process' memory that every process forgets when they change. */
export interface Cached<V> {
  /** The value, loaded if need be; whoever asks meanwhile waits for the same load. What began to load before a change is kept for nobody after it. */
  get(key: string): Promise<V>
  /** At once in this process, for after the commit: the notice is on its way, and the next answer must not wait for it. */
  forget(keys: readonly string[]): void
}

/** A key that means all. */
export const everything = '*'

/** Durations are measured by `monotonic`, the clock that never steps. */
export function openCache<V>(ctx: Context, of: CacheOf<V>): Cached<V> {
  // Promises are kept, not values: one that is forgotten while it loads is never put back.
  const perf = { now: () => ctx.clock.monotonic() }
  const kept = sweep(ctx, new LRUCache<string, Promise<V>>({ max: of.max, ttl: of.ttl, ttlResolution: 0, perf }))
  const forget = (keys: readonly string[]) => {
    if (keys.includes(everything)) kept.clear()
    else for (const key of keys) kept.delete(key)
  }
  ctx.bus.hear(of.topic, { heard: forget, missed: () => kept.clear() })
  return {
    get(key) {
      const had = kept.get(key)
      if (had) return had
      const loading = of.load(key)
      kept.set(key, loading)
      loading.catch(() => {
        if (kept.peek(key) === loading) kept.delete(key)
      })
      return loading
    },
    forget,
  }
}
