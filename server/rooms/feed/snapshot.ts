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

class Names {
  readonly list: string[] = []
  readonly numbers = new Map<string, number>()
  of(name: string): number {
    let n = this.numbers.get(name)
    if (n === undefined) {
      n = this.list.push(name) - 1
      this.numbers.set(name, n)
    }
    return n
  }
}

/** Turns rows into columns and the orders that sources read from. A few milliseconds for a few thousand notes. */
export function snapshotOf(rows: readonly PoolRow[], at: number): Snapshot {
  const size = rows.length
  const authorNames = new Names()
  const languageNames = new Names()
  const topicNames = new Names()
  const authors = new Int32Array(size)
  const languages = new Int16Array(size)
  const layers = new Int16Array(size)
  const published = new Float64Array(size)
  const response = new Float64Array(size)
  const warm = new Float64Array(size)
  const topics: Int32Array[] = []
  const byAuthor = new Map<string, number[]>()
  rows.forEach((row, i) => {
    authors[i] = authorNames.of(row.author_id)
    languages[i] = languageNames.of(baseOf(row.language))
    layers[i] = row.layer_language === null ? -1 : languageNames.of(baseOf(row.layer_language))
    topics.push(Int32Array.from(row.topics, (key) => topicNames.of(key)))
    published[i] = row.published
    response[i] = weigh(row)
    warm[i] = warmth(response[i] as number, row.published - at)
  })
  const positions = positionsFor(size)
  const order = (values: Float64Array, step: number, zero: number) =>
    greatestFirst(
      values.map((value, i) => sortKey(value - zero, step, i, positions)),
      new Int32Array(size),
      positions,
    )
  const byWarmth = order(warm, 1e-6, 0)
  const byTime = order(published, 1, at)
  for (const i of byTime) push(byAuthor, rows[i]?.author_id ?? '', i)
  const byLanguage = new Map<string, number[]>()
  for (const i of byWarmth) {
    const [own, layer] = [languages[i] as number, layers[i] as number]
    push(byLanguage, languageNames.list[own] as string, i)
    if (layer >= 0 && layer !== own) push(byLanguage, languageNames.list[layer] as string, i)
  }
  return {
    at,
    size,
    ids: rows.map((r) => r.id),
    authorIds: rows.map((r) => r.author_id),
    authors,
    languages,
    layers,
    topics,
    languageNames: languageNames.list,
    topicKeys: topicNames.list,
    published,
    response,
    warmth: warm,
    byWarmth,
    byLanguage,
    byTime,
    unseen: unseenFirst(rows, byTime, at),
    byAuthor,
    authorNumbers: authorNames.numbers,
    busyTopics: busyOf(topics, byWarmth),
    scratch: scratchOf(size, authorNames.list.length),
  }
}

function scratchOf(size: number, authors: number): Scratch {
  return {
    round: 0,
    seen: new Int32Array(size),
    admitted: new Int32Array(size),
    taken: new Int32Array(size),
    notes: new Int32Array(size),
    sources: new Uint8Array(size),
    authorMarks: new Uint8Array(authors),
    keys: new Float64Array(size),
    order: new Int32Array(size),
    spread: new Int32Array(size),
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
