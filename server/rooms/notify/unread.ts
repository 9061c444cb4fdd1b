import { LRUCache } from 'lru-cache'
import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql } from '#server/platform/db.ts'
import { countUnread } from './read.ts'
import { kinds } from './schema.ts'

const CHANNEL = 'notify_unread'
/** A lost notice may be believed this long. */
const FRESH_MS = 30_000
const KEPT = 20_000
/** NOTIFY carries less than 8,000 bytes. */
const IDS_A_NOTICE = 300

type Kept = LRUCache<string, Promise<number>>

const kept = (ctx: Context): Kept =>
  ctx.hold('notify.unread', () => {
    const cache: Kept = new LRUCache({ max: KEPT, ttl: FRESH_MS })
    const stop = ctx.db.listen(
      CHANNEL,
      (ids) => {
        for (const id of ids.split(',')) cache.delete(id)
      },
      () => cache.clear(),
    )
    ctx.onStop(stop)
    return cache
  })

/** How many notifications a person has not read. Asked with every page, so it is kept until something happens. */
export function unread(ctx: Context, accountId: string): Promise<number> {
  const cache = kept(ctx)
  const had = cache.get(accountId)
  if (had) return had
  const reading = countUnread(ctx.db, accountId, kinds)
  cache.set(accountId, reading)
  reading.catch(() => {
    if (cache.peek(accountId) === reading) cache.delete(accountId)
  })
  return reading
}

/** Tells every process, at commit, that these people have more or less to read. */
export async function unreadChanged(tx: Queryable, ids: readonly string[]): Promise<void> {
  for (let i = 0; i < ids.length; i += IDS_A_NOTICE)
    await tx.run(sql`select pg_notify(${CHANNEL}, ${ids.slice(i, i + IDS_A_NOTICE).join(',')})`)
}

/** The same at once in this process. */
export const forgetUnread = (ctx: Context, accountId: string): void => {
  kept(ctx).delete(accountId)
}
