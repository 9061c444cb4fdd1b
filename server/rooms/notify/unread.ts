import { idsTopic, tellAll } from '#server/platform/bus.ts'
import type { Cached } from '#server/platform/cached.ts'
import type { Context } from '#server/platform/context.ts'
import type { Queryable } from '#server/platform/db.ts'
import { countUnread } from './read.ts'
import { kinds } from './schema.ts'

/** A lost notice may be believed this long. */
const FRESH_MS = 30_000
const MAX_ENTRIES = 20_000

const topic = idsTopic('notify.unread')

const cacheOf = (ctx: Context): Cached<number> =>
  ctx.cached({ topic, max: MAX_ENTRIES, ttl: FRESH_MS, load: (accountId) => countUnread(ctx.db, accountId, kinds) })

/** How many notifications a person has not read. Asked with every page, so it is kept until something happens. */
export const unread = (ctx: Context, accountId: string): Promise<number> => cacheOf(ctx).get(accountId)

/** Tells every process, at commit, that these people have more or less to read. */
export const unreadChanged = (tx: Queryable, ids: readonly string[]): Promise<void> => tellAll(tx, topic, ids)

/** The same at once in this process. */
export const forgetUnread = (ctx: Context, accountId: string): void => cacheOf(ctx).forget([accountId])
