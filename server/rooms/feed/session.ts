import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Context } from '#server/platform/context.ts'
import { decodeCursor, encodeCursor } from '#server/platform/cursor.ts'
import { isEngines } from '#server/platform/db.ts'
import { FEED_LENGTH } from './pipeline.ts'
import { storedSession, storeSession } from './session-store.ts'
import type { Audience, MadeFeed, Moment, Reason } from './types.ts'

/** Some ten KB each. */
const MAX_ENTRIES = 2000
const TTL_MS = 20 * 60_000
/** What a cursor can carry. */
const TURNS = 2 ** 31
/** Characters of a session's name: 72 bits of chance, so that nobody can name one that is still to come. */
const NAME = 12
/** So many notes fit into a cursor by their ids. */
const MOST_PASSED = 28
/** Most people look at one page: a feed begins this long and is made whole only for who reads on. */
const BEGINNING = 60

/**
 * A place in a feed that was made once: turning pages reads on in it, whatever arrives meanwhile, so nothing comes twice and nothing is left out.
 * After the first page the place carries what that page showed, and nothing is stored; whoever reads on from there begins the session, and
 * later places name it.
 */
export interface Place {
  name: string
  /** See `Audience`. */
  turn: number
  made: Moment
  /** Ids of the notes of the first page, or the position to go on from in the stored feed. */
  at: readonly string[] | number
}

export function cursorOf({ name, turn, made, at }: Place): string {
  if (typeof at === 'number') return encodeCursor([name, at, turn, made.at, made.newest])
  const bytes = Buffer.alloc(at.length * 8)
  for (const [n, id] of at.entries()) bytes.writeBigInt64BE(BigInt(id), n * 8)
  return encodeCursor([name, turn, made.at, made.newest, bytes.toString('base64url')])
}

export function placeOf(cursor: string | undefined): Place | null {
  const [later, early] = [decodeCursor(cursor, ['s', 'i', 'i', 'n', 'n']), decodeCursor(cursor, ['s', 'i', 'n', 'n', 's'])]
  const place = later ? laterPlace(later as LaterParts) : early && earlyPlace(early as EarlyParts)
  if (!place || place.name.length !== NAME) return null
  return [place.made.at, place.made.newest].every((n) => Number.isSafeInteger(n) && n >= 0) ? place : null
}

type LaterParts = [string, number, number, number, number]
type EarlyParts = [string, number, number, number, string]

const laterPlace = ([name, offset, turn, at, newest]: LaterParts): Place | null =>
  offset > 0 && offset <= FEED_LENGTH + MOST_PASSED ? { name, turn, made: { at, newest }, at: offset } : null

function earlyPlace([name, turn, at, newest, packed]: EarlyParts): Place | null {
  const bytes = Buffer.from(packed, 'base64url')
  if (bytes.length === 0 || bytes.length % 8 !== 0) return null
  const passed = Array.from({ length: bytes.length / 8 }, (_, n) => bytes.readBigInt64BE(n * 8).toString())
  return { name, turn, made: { at, newest }, at: passed }
}

interface Home {
  sessions: LRUCache<string, Promise<MadeFeed>>
  /** Feeds made so far: each begins one further in the queue of unseen notes. */
  made: number
}
const home = (ctx: Context): Home =>
  ctx.hold('feed.sessions', () => ({
    sessions: new LRUCache({ max: MAX_ENTRIES, ttl: TTL_MS, ttlResolution: 1000 }),
    made: 0,
  }))

type Make = (how: Pick<Audience, 'turn' | 'made' | 'passed'>, most: number) => Promise<MadeFeed>

/** A feed at a place in it. */
export interface Opened {
  feed: MadeFeed
  /** Position of the next note. */
  offset: number
  /** As long as feeds get; what was there stays where it was. */
  whole(): Promise<MadeFeed>
  /** The cursor for going on from a position, having shown these notes of `feed` on this page. */
  goOn(feed: MadeFeed, offset: number, shown: readonly string[]): string | Promise<string>
}

/** Opens a feed at a cursor, or a new one. `owner` is whose it is: nobody reads on in another person's. */
export const open = (ctx: Context, owner: string, cursor: string | undefined, make: Make): Promise<Opened> => {
  const place = placeOf(cursor)
  return place ? goneOn(ctx, owner, place, make) : begun(ctx, owner, make)
}

async function begun(ctx: Context, owner: string, make: Make): Promise<Opened> {
  const turn = home(ctx).made++ % TURNS
  const name = randomBytes((NAME * 3) / 4).toString('base64url')
  const feed = await make({ turn }, BEGINNING)
  const { made } = feed
  const whole = async (had = feed) => (had.complete ? had : continued(had, await make({ turn, made }, FEED_LENGTH)))
  return {
    feed,
    offset: 0,
    whole,
    async goOn(had, offset, shown) {
      if (shown.length > 0 && shown.length <= MOST_PASSED) return cursorOf({ name, turn, made, at: shown })
      await sessionOf(ctx, owner, name, async () => whole(had))
      return cursorOf({ name, turn, made, at: offset })
    },
  }
}

async function goneOn(ctx: Context, owner: string, place: Place, make: Make): Promise<Opened> {
  const { name, turn, made, at } = place
  const passed = typeof at === 'number' ? [] : at
  // Also where a session was lost (it is older than sessions are kept, or the engine crashed): it is made again as of its moment. The order by
  // warmth does not change with time, so only responses and views that came meanwhile can move a note.
  const feed = await sessionOf(ctx, owner, name, async () => after(passed, await make({ turn, made, passed }, FEED_LENGTH)))
  return {
    feed,
    offset: typeof at === 'number' ? at : passed.length,
    whole: async () => feed,
    goOn: (_feed, offset) => cursorOf({ name, turn, made, at: offset }),
  }
}

/** A session as this process knows it, as another one has stored it, or as it is made now and stored: all processes have the same. */
function sessionOf(ctx: Context, owner: string, name: string, make: () => Promise<MadeFeed>): Promise<MadeFeed> {
  const { sessions } = home(ctx)
  const key = `${owner} ${name}`
  const had = sessions.get(key)
  if (had) return had
  const found = (async () => {
    try {
      return (await storedSession(ctx, owner, name)) ?? (await storeSession(ctx, owner, name, await make()))
    } catch (err) {
      if (!isEngines(err)) throw err
      // Whatever else the page needs may be in memory.
      ctx.log.warn({ err }, 'a feed is gone on with in this process alone')
      return make()
    }
  })()
  sessions.set(key, found)
  found.catch(() => sessions.delete(key))
  return found
}

const UNSAID: Reason = { code: 'popular' }

/** What the first page showed, and then the feed. */
function after(passed: readonly string[], feed: MadeFeed): MadeFeed {
  return { ...feed, ids: [...passed, ...feed.ids], why: [...passed.map(() => UNSAID), ...feed.why], complete: true }
}

function continued(had: MadeFeed, whole: MadeFeed): MadeFeed {
  const seen = new Set(had.ids)
  const more = whole.ids.flatMap((id, i) => (seen.has(id) ? [] : [i]))
  return {
    ids: [...had.ids, ...more.map((i) => whole.ids[i] as string)],
    why: [...had.why, ...more.map((i) => whole.why[i] as Reason)],
    topicKeys: whole.topicKeys,
    made: had.made,
    complete: true,
  }
}
