import type { Buffer } from 'node:buffer'
import { LRUCache } from 'lru-cache'
import type { Context } from '#server/platform/context.ts'
import { people } from '#server/rooms/accounts/index.ts'
import type { Core } from '../core/cache.ts'
import { noteCache } from '../core/changes.ts'
import type { Card } from '../schema.ts'

/** What came under the topic, and counters, may be so old on top of what the list itself may be. */
const FRESH_MS = 500
const MAX_ENTRIES = 500
/** A page of a hundred cards is some 100 KB. */
const MAX_BYTES = 4_000_000

interface Ready {
  bytes: Buffer
  until: number
  /** What it was made of. Whatever decides over a card makes a new object when it changes, so the page stands as long as these are there. */
  of: readonly { core: Core; author: object }[]
}

const kept = (ctx: Context) =>
  ctx.hold(
    'notes.ready-topics',
    () => new LRUCache<string, Ready>({ max: MAX_ENTRIES, maxSize: MAX_BYTES, sizeCalculation: ({ bytes }) => bytes.length }),
  )

/** Keeps a written page of a topic as strangers get it, under what stands in its address. */
export function keepTopic(ctx: Context, address: string, cards: readonly Card[], bytes: Buffer): void {
  const of: { core: Core; author: object }[] = []
  for (const { id } of cards) {
    const core = noteCache(ctx).now(id)
    const author = core && people.now(ctx, core.authorId)
    if (!author) return
    of.push({ core, author })
  }
  // An empty page hears of nothing.
  if (of.length > 0) kept(ctx).set(address, { bytes, of, until: ctx.clock.monotonic() + FRESH_MS })
}

/** Such a page, if nothing on it changed since it was written; null: it has to be asked for. */
export function topicAtOnce(ctx: Context, address: string): Buffer | null {
  const ready = kept(ctx).get(address)
  if (!ready || ready.until <= ctx.clock.monotonic()) return null
  const notes = noteCache(ctx)
  for (const { core, author } of ready.of) if (notes.now(core.id) !== core || people.now(ctx, core.authorId) !== author) return null
  return ready.bytes
}
