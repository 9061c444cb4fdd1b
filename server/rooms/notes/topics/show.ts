import { LRUCache } from 'lru-cache'
import type { Context } from '#server/platform/context.ts'
import { decodeCursor } from '#server/platform/cursor.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import type { List, Page } from '#server/platform/schema.ts'
import { type Relations, relations } from '#server/rooms/graph/index.ts'
import { topicKey } from '#server/rooms/language/index.ts'
import type { Reader } from '../core/cards.ts'
import { fill } from '../lists/fill.ts'
import type { Place } from '../lists/place.ts'
import type { Card, Topic } from '../schema.ts'
import { openTopics, ownUnderTopic, type TopicRow, topicNoteRows, topicRow, topTopicNotes, trendingRows } from './read.ts'

const TREND_MS = 30_000
const TREND_KEPT = 60
/** "Live", and yet one statement a second however many look. */
const TOPIC_MS = 500

interface Caches {
  trend: LRUCache<'trend', Promise<TopicRow[]>>
  /** The trend's topics as they are now: its order may be half a minute old, its names may not. */
  open: LRUCache<'trend', Promise<Map<string, TopicRow>>>
  topics: LRUCache<string, Promise<TopicRow | undefined>>
  top: LRUCache<string, Promise<{ id: string }[]>>
  /** What strangers find under a topic, newest first: which of it they may still see is asked each time, where cards are made. */
  newest: LRUCache<string, Promise<{ id: string }[]>>
}
const cachesOf = (ctx: Context): Caches =>
  ctx.hold('notes.topics', () => ({
    trend: new LRUCache({ max: 1, ttl: TREND_MS }),
    open: new LRUCache({ max: 1, ttl: TOPIC_MS }),
    topics: new LRUCache({ max: 2000, ttl: TOPIC_MS }),
    top: new LRUCache({ max: 200, ttl: TREND_MS }),
    newest: new LRUCache({ max: 1000, ttl: TOPIC_MS }),
  }))

/** Reads once for all who ask meanwhile; a failed read is not kept. */
function once<K extends {}, V>(cache: LRUCache<K, Promise<V>>, key: K, read: () => Promise<V>): Promise<V> {
  const had = cache.get(key)
  if (had) return had
  const reading = read()
  cache.set(key, reading)
  reading.catch(() => cache.delete(key))
  return reading
}

const find = (ctx: Context, name: string): Promise<TopicRow | undefined> => {
  const key = topicKey(name.trim())
  return once(cachesOf(ctx).topics, key, () => topicRow(ctx.db, key))
}

const viewOf = (row: TopicRow, muted: ReadonlySet<string>, reader: Reader): Topic => ({
  name: row.name,
  counts: { notes: row.notes, views: row.views },
  ...(reader ? { muted: muted.has(row.key) } : {}),
})

/** Topics that grow now, without those the reader mutes. */
export async function trending(ctx: Context, reader: Reader, limit: number): Promise<List<Topic>> {
  const { trend, open } = cachesOf(ctx)
  const [rows, mine] = await Promise.all([
    once(trend, 'trend', () => trendingRows(ctx.db, ctx.clock.now(), TREND_KEPT)),
    relations(ctx, reader?.accountId ?? null),
  ])
  const now = await once(open, 'trend', async () => {
    const ids = rows.map((r) => r.id)
    return new Map((await openTopics(ctx.db, ids)).map((row) => [row.id, row]))
  })
  const { topics } = mine.filters
  const items = rows
    .flatMap((r) => now.get(r.id) ?? [])
    .filter((r) => !topics.has(r.key))
    .slice(0, limit)
  return { items: items.map((r) => viewOf(r, topics, reader)), next: null }
}

/** A topic with its counters, by any of its spellings. */
export async function readTopic(ctx: Context, reader: Reader, name: string): Promise<Result<Topic>> {
  const [row, mine] = await Promise.all([find(ctx, name), relations(ctx, reader?.accountId ?? null)])
  return row && (await mayKnow(ctx, reader, row, mine)) ? ok(viewOf(row, mine.filters.topics, reader)) : fail(notFound)
}

/** A topic is there for whoever may come across a note of it: for all, for who follows its one author, or for that author. */
async function mayKnow(ctx: Context, reader: Reader, topic: TopicRow, mine: Relations): Promise<boolean> {
  if (topic.notes > 0) return true
  if (!reader) return false
  if (await ownUnderTopic(ctx.db, topic.id, reader.accountId)) return true
  return mine.following.size > 0 && (await newest(ctx, reader, topic, mine, null, 1)).items.length > 0
}

const newest = (ctx: Context, reader: Reader, topic: TopicRow, mine: Relations, start: Place, limit: number): Promise<List<Card>> => {
  const following = [...mine.following]
  const rows = (before: string | null, most: number) => {
    const reading = () => topicNoteRows(ctx.db, topic.id, following, before, most)
    return reader === null ? once(cachesOf(ctx).newest, `${topic.id} ${before} ${most}`, reading) : reading()
  }
  const read = async (after: Place, most: number) =>
    (await rows(after ? String(after[0]) : null, most)).map(({ id }) => ({ id, place: [id] }))
  return fill(ctx, reader, start, limit, read)
}

/** The notes of a topic: newest first, or best answered first. */
export async function topicNotes(
  ctx: Context,
  reader: Reader,
  name: string,
  { cursor, limit, sort }: Page & { sort: 'top' | 'new' },
): Promise<Result<List<Card>>> {
  const [topic, mine] = await Promise.all([find(ctx, name), relations(ctx, reader?.accountId ?? null)])
  if (!topic || !(await mayKnow(ctx, reader, topic, mine))) return fail(notFound)
  if (sort === 'new') {
    const start = decodeCursor(cursor, ['id']) as [string] | null
    return ok(await newest(ctx, reader, topic, mine, start, limit))
  }
  const best = await once(cachesOf(ctx).top, topic.id, () => topTopicNotes(ctx.db, topic.id))
  const start = decodeCursor(cursor, ['i']) as [number] | null
  const read = async (after: Place, most: number) => {
    const from = Math.max(0, Math.trunc(Number(after?.[0] ?? 0)))
    return best.slice(from, from + most).map(({ id }, i) => ({ id, place: [from + i + 1] }))
  }
  return ok(await fill(ctx, reader, start, limit, read))
}
