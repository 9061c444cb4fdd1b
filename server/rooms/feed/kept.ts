import { randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Context } from '#server/platform/context.ts'
import { decodeCursor, encodeCursor } from '#server/platform/cursor.ts'
import { idAt } from '#server/platform/ids.ts'
import type { MadeFeed } from './types.ts'

/** About 8 KB each; who comes back to a page after that long begins anew anyway. */
const KEPT = 3000
const KEPT_MS = 20 * 60_000

interface Home {
  lists: LRUCache<string, MadeFeed>
  /** Tells lists of this process from those of another. */
  tag: string
  made: number
}
const home = (ctx: Context): Home =>
  ctx.hold('feed.kept', () => ({
    lists: new LRUCache({ max: KEPT, ttl: KEPT_MS, ttlResolution: 1000 }),
    tag: randomBytes(5).toString('base64url'),
    made: 0,
  }))

/** How many feeds were made so far: each begins at another place in the queue of unseen notes. */
export const turn = (ctx: Context): number => home(ctx).made

/** A place in a feed that was made once: turning pages reads on in it, whatever arrives meanwhile, so nothing comes twice and nothing is left out. */
export interface Place {
  list: string
  /** Position of the page's first note. */
  offset: number
  /** When the list was made (ms since 1970). */
  asOf: number
}

export function placeOf(cursor: string | undefined): Place | null {
  const parts = decodeCursor(cursor, ['s', 'n', 'n'])
  if (!parts) return null
  const [list, offset, asOf] = parts as [string, number, number]
  return Number.isInteger(offset) && offset > 0 && asOf > 0 && asOf < 8e15 ? { list, offset, asOf } : null
}
export const cursorOf = ({ list, offset, asOf }: Place): string => encodeCursor([list, offset, asOf])

/** Keeps a feed for its later pages; answers its name. */
export function keep(ctx: Context, feed: MadeFeed): string {
  const it = home(ctx)
  const name = `${it.tag}${(it.made++).toString(36)}`
  it.lists.set(name, feed)
  return name
}

/**
 * The feed a place lies in. One that was forgotten (a restart, another process) is made again with `make`, without what is newer than it: the order by
 * warmth does not change with time, so only responses that came meanwhile can move a note.
 */
export async function reopen(ctx: Context, place: Place, make: () => Promise<MadeFeed>): Promise<MadeFeed> {
  const it = home(ctx)
  const had = it.lists.get(place.list)
  if (had) return had
  const { ids, why } = await make()
  const end = BigInt(idAt(Math.floor(place.asOf)))
  const old = ids.map((id) => BigInt(id) <= end)
  const feed = { ids: ids.filter((_, i) => old[i]), why: why.filter((_, i) => old[i]) }
  it.lists.set(place.list, feed)
  return feed
}
