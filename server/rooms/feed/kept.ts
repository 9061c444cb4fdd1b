import { randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Context } from '#server/platform/context.ts'
import { decodeCursor, encodeCursor } from '#server/platform/cursor.ts'
import { FEED_LENGTH } from './pipeline.ts'
import type { Audience, MadeFeed, Moment, Why } from './types.ts'

/** One to eight KB each; who comes back to a page after that long begins anew anyway. */
const KEPT = 3000
const KEPT_MS = 20 * 60_000
/** What a cursor can carry. */
const TURNS = 2 ** 31

/** Characters of a feed's name: 72 bits of chance, so that nobody can name one that is still to come. */
const NAME = 12

interface Home {
  lists: LRUCache<string, MadeFeed>
  /** Feeds made so far: each begins one further in the queue of unseen notes. */
  made: number
}
const home = (ctx: Context): Home =>
  ctx.hold('feed.kept', () => ({
    lists: new LRUCache({ max: KEPT, ttl: KEPT_MS, ttlResolution: 1000 }),
    made: 0,
  }))

/** A place in a feed that was made once: turning pages reads on in it, whatever arrives meanwhile, so nothing comes twice and nothing is left out. */
export interface Place {
  list: string
  /** See `Audience`. */
  turn: number
  /** Position of the page's first note. */
  offset: number
  made: Moment
}

export function placeOf(cursor: string | undefined): Place | null {
  const parts = decodeCursor(cursor, ['s', 'i', 'i', 'n', 'n'])
  if (!parts) return null
  const [list, turn, offset, at, newest] = parts as [string, number, number, number, number]
  const whole = [at, newest].every((n) => Number.isSafeInteger(n) && n >= 0)
  return whole && offset > 0 && offset <= FEED_LENGTH && list.length === NAME ? { list, turn, offset, made: { at, newest } } : null
}
export const cursorOf = ({ list, turn, offset, made }: Place): string => encodeCursor([list, turn, offset, made.at, made.newest])

/** Most people look at a page or two: a feed begins this long and is made whole only for who reads on. */
const BEGINNING = 60

type Make = (how: Pick<Audience, 'turn' | 'made'>, most: number) => Promise<MadeFeed>

/** A feed at a place in it. `whole` makes it as long as feeds get; what was there stays where it was. */
export interface Opened {
  feed: MadeFeed
  place: Place
  whole(): Promise<MadeFeed>
}

/**
 * Opens a feed at a cursor, or a new one. `owner` is whose it is: nobody reads on in another person's. One that was forgotten (a restart, another
 * process) is made again as of its moment: the order by warmth does not change with time, so only responses and views that came meanwhile can
 * move a note. It is kept under all that its cursor says of it: whoever says something else has another feed.
 */
export async function open(ctx: Context, owner: string, cursor: string | undefined, make: Make): Promise<Opened> {
  const it = home(ctx)
  const place = placeOf(cursor)
  const turn = place?.turn ?? it.made++ % TURNS
  const list = place?.list ?? randomBytes(9).toString('base64url')
  const nameOf = ({ at, newest }: Moment): string => `${owner} ${list} ${turn} ${at} ${newest}`
  const keep = (made: MadeFeed): MadeFeed => {
    it.lists.set(nameOf(made.made), made)
    return made
  }
  const had = place && it.lists.get(nameOf(place.made))
  const feed = had ?? keep(await (place ? make({ turn, made: place.made }, FEED_LENGTH) : make({ turn }, BEGINNING)))
  return {
    feed,
    place: place ?? { list, turn, offset: 0, made: feed.made },
    whole: async () => keep(continued(feed, await make({ turn, made: place?.made ?? feed.made }, FEED_LENGTH))),
  }
}

function continued(had: MadeFeed, whole: MadeFeed): MadeFeed {
  const seen = new Set(had.ids)
  const more = whole.ids.flatMap((id, i) => (seen.has(id) ? [] : [i]))
  return {
    ids: [...had.ids, ...more.map((i) => whole.ids[i] as string)],
    why: [...had.why, ...more.map((i) => whole.why[i] as Why)],
    made: had.made,
    complete: true,
  }
}
