import { randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Context } from '#server/platform/context.ts'
import { decodeCursor, encodeCursor } from '#server/platform/cursor.ts'
import type { Audience, MadeFeed } from './types.ts'

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

/** A place in a feed that was made once: turning pages reads on in it, whatever arrives meanwhile, so nothing comes twice and nothing is left out. */
export interface Place {
  list: string
  /** See `Audience`. */
  turn: number
  /** Position of the page's first note. */
  offset: number
  /** The newest note the list knew of (ms since 1970). */
  asOf: number
}

export function placeOf(cursor: string | undefined): Place | null {
  const parts = decodeCursor(cursor, ['s', 'n', 'n', 'n'])
  if (!parts) return null
  const [list, turn, offset, asOf] = parts as [string, number, number, number]
  const whole = [turn, offset, asOf].every((n) => Number.isSafeInteger(n) && n >= 0)
  return whole && offset > 0 ? { list, turn, offset, asOf } : null
}
export const cursorOf = ({ list, turn, offset, asOf }: Place): string => encodeCursor([list, turn, offset, asOf])

type Make = (how: Pick<Audience, 'turn' | 'asOf'>) => Promise<MadeFeed>

/** Makes a feed and keeps it for its later pages. Answers it with the place of its first page. */
export async function begin(ctx: Context, make: Make): Promise<[MadeFeed, Place]> {
  const it = home(ctx)
  const turn = it.made++
  const list = `${it.tag}${turn.toString(36)}`
  const feed = await make({ turn })
  it.lists.set(list, feed)
  return [feed, { list, turn, offset: 0, asOf: feed.newest }]
}

/**
 * The feed a place lies in. One that was forgotten (a restart, another process) is made again as of its moment: the order by warmth does not change
 * with time, so only responses and views that came meanwhile can move a note.
 */
export async function reopen(ctx: Context, { list, turn, asOf }: Place, make: Make): Promise<MadeFeed> {
  const { lists } = home(ctx)
  const had = lists.get(list)
  if (had) return had
  const feed = await make({ turn, asOf })
  lists.set(list, feed)
  return feed
}
