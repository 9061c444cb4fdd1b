import { Numbering } from './numbering.ts'
import { greatestFirst, positionsFor, sortKey } from './order.ts'
import type { PoolRow } from './read.ts'
import { warmth, weigh } from './steps/warmth.ts'
import type { Scratch, Snapshot } from './types.ts'

/** Notes this young may still look for a first audience: an hour longer than steps/select.ts lets them, for feeds that are made again. */
const UNSEEN_MS = 49 * 3_600_000
/** A note has found its audience when so many have seen it. */
const AUDIENCE = 100
const MOST_UNSEEN = 300
/** A topic is busy when it stands on so many of the warmest. */
const WARMEST = 300
const BUSY = 5

/** First part of a language tag: scripts and regions of a language are read by the same people more often than not. */
export const baseOf = (tag: string): string => tag.split('-', 1)[0] as string

/** So many notes of others can be taken in before the snapshot is read anew. */
const ROOM = 1000

/**
 * Turns rows into columns and the orders that sources read from. A few milliseconds for a few thousand notes. Only the first `own` rows stand in the orders;
 * the rest is there because sources named it.
 */
export function snapshotOf(rows: readonly PoolRow[], at: number, own: number = rows.length): Snapshot {
  const most = rows.length + ROOM
  const numbers = { authors: new Numbering(), languages: new Numbering(), topics: new Numbering() }
  const busyTopics = new Set<number>()
  const pool: Snapshot = {
    at,
    size: 0,
    ids: [],
    places: new Map(),
    authors: new Int32Array(most),
    languages: new Int16Array(most),
    layers: new Int16Array(most),
    topics: [],
    languageNames: numbers.languages.list,
    topicIds: numbers.topics.list,
    topicKeys: new Map(),
    published: new Float64Array(most),
    response: new Float64Array(most),
    warmth: new Float64Array(most),
    byWarmth: new Int32Array(own),
    byLanguage: new Map(),
    byTime: new Int32Array(own),
    unseen: new Int32Array(0),
    byAuthor: new Map(),
    authorNumbers: numbers.authors.numbers,
    busyTopics,
    answers: new Map(),
    numbers,
    scratch: scratchOf(most),
  }
  admit(pool, rows)
  const positions = positionsFor(own)
  const order = (values: Float64Array, out: Int32Array, step: number, zero: number) =>
    greatestFirst(
      values.slice(0, own).map((value, i) => sortKey(value - zero, step, i, positions)),
      out,
      positions,
    )
  order(pool.warmth, pool.byWarmth, 1e-6, 0)
  order(pool.published, pool.byTime, 1, at)
  const byAuthor = new Map<string, number[]>()
  for (const i of pool.byTime) push(byAuthor, rows[i]?.author_id ?? '', i)
  const byLanguage = new Map<string, number[]>()
  for (const i of pool.byWarmth) {
    const [own, layer] = [pool.languages[i] as number, pool.layers[i] as number]
    push(byLanguage, pool.languageNames[own] as string, i)
    if (layer >= 0 && layer !== own) push(byLanguage, pool.languageNames[layer] as string, i)
  }
  for (const t of busyOf(pool.topics, pool.byWarmth)) busyTopics.add(t)
  return { ...pool, byAuthor, byLanguage, unseen: unseenFirst(rows, pool.byTime, at) }
}

/** Takes notes into a snapshot, as many as there is room for; none that it holds already. */
export function admit(pool: Snapshot, rows: readonly PoolRow[]): void {
  const { numbers, topicKeys } = pool
  for (const row of rows) {
    const i = pool.size
    if (i === pool.authors.length) return
    pool.ids.push(row.id)
    pool.places.set(row.id, i)
    pool.authors[i] = numbers.authors.of(row.author_id)
    pool.languages[i] = numbers.languages.of(baseOf(row.language))
    pool.layers[i] = row.layer_language === null ? -1 : numbers.languages.of(baseOf(row.layer_language))
    for (const [n, id] of row.topic_ids.entries()) topicKeys.set(id, row.topics[n] as string)
    pool.topics.push(Int32Array.from(row.topic_ids, (id) => numbers.topics.of(id)))
    pool.published[i] = row.published
    pool.response[i] = weigh(row)
    pool.warmth[i] = warmth(pool.response[i] as number, row.published - pool.at)
    pool.size++
  }
}

function scratchOf(most: number): Scratch {
  return {
    round: 0,
    seen: new Int32Array(most),
    admitted: new Int32Array(most),
    taken: new Int32Array(most),
    notes: new Int32Array(most),
    sources: new Uint8Array(most),
    authorMarks: new Uint8Array(most),
    keys: new Float64Array(most),
    order: new Int32Array(most),
    spread: new Int32Array(most),
    queue: new Int32Array(MOST_UNSEEN),
  }
}

function push<K>(map: Map<K, number[]>, key: K, n: number): void {
  const list = map.get(key)
  if (list) list.push(n)
  else map.set(key, [n])
}

/** Young notes that too few have seen: least seen first, the newest of equals. */
function unseenFirst(rows: readonly PoolRow[], byTime: Int32Array, at: number): Int32Array {
  const tens = (i: number) => Math.floor((rows[i]?.views ?? 0) / 10)
  return byTime
    .filter((i) => at - (rows[i]?.published ?? 0) < UNSEEN_MS && tens(i) * 10 < AUDIENCE)
    .sort((a, b) => tens(a) - tens(b))
    .slice(0, MOST_UNSEEN)
}

function busyOf(topics: readonly Int32Array[], byWarmth: Int32Array): Set<number> {
  const counts = new Map<number, number>()
  for (const i of byWarmth.subarray(0, WARMEST)) for (const t of topics[i] ?? []) counts.set(t, (counts.get(t) ?? 0) + 1)
  return new Set([...counts].filter(([, n]) => n >= BUSY).map(([t]) => t))
}
