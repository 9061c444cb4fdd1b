import type { Context } from '#server/platform/context.ts'
import type { Relations } from '#server/rooms/graph/index.ts'
import type { Numbering } from './numbering.ts'
import type { Why } from './schema.ts'

/**
 * What the feed knows of the notes it may show, at one moment: columns, so that thousands are scored in microseconds. Notes are named by their ids;
 * within a snapshot each has a place, 0 to size-1. A snapshot only ever grows, by notes that a source names and it does not hold (see pool.ts): none
 * of its orders names those.
 */
export interface Snapshot {
  /** When it was read (ms since 1970). */
  readonly at: number
  size: number
  readonly ids: string[]
  /** Where each note lies. */
  readonly places: Map<string, number>
  /** Small numbers for authors, languages and topics, the same within a snapshot. */
  readonly authors: Int32Array
  readonly languages: Int16Array
  /** Language of the author's second layer; -1: none. */
  readonly layers: Int16Array
  readonly topics: Int32Array[]
  readonly languageNames: readonly string[]
  /** Ids of topics by their numbers, and keys by their ids. */
  readonly topicIds: readonly string[]
  readonly topicKeys: Map<string, string>
  readonly published: Float64Array
  /** Weighed response, and warmth (see steps/warmth.ts) with the zero moved near `at`. */
  readonly response: Float64Array
  readonly warmth: Float64Array
  /** Orders: all by warmth; by warmth within each language name (first part of the tag); newest first; those still to find an audience. */
  readonly byWarmth: Int32Array
  readonly byLanguage: ReadonlyMap<string, readonly number[]>
  readonly byTime: Int32Array
  readonly unseen: Int32Array
  readonly byAuthor: ReadonlyMap<string, readonly number[]>
  /** The numbers of `authors` by account id. */
  readonly authorNumbers: ReadonlyMap<string, number>
  /** Topics that many of the warmest notes share: what is going on. */
  readonly busyTopics: ReadonlySet<number>
  /** What sources said that say the same to many. */
  readonly answers: Map<string, Int32Array | Promise<Int32Array>>
  /** The numbers given so far. */
  readonly numbers: { authors: Numbering; languages: Numbering; topics: Numbering }
  readonly scratch: Scratch
}

/**
 * Room to work in, one for each snapshot: a feed is made in one go, without waiting, so the next one may use the same. Fresh arrays for every request
 * would cost more than what is done in them.
 */
export interface Scratch {
  /** Counts the feeds made; a note is marked with it instead of clearing the marks each time. */
  round: number
  readonly seen: Int32Array
  readonly admitted: Int32Array
  readonly taken: Int32Array
  readonly notes: Int32Array
  readonly sources: Uint8Array
  readonly authorMarks: Uint8Array
  readonly keys: Float64Array
  readonly order: Int32Array
  readonly spread: Int32Array
  readonly queue: Int32Array
}

/** For whom a feed is made. */
export interface Audience {
  readonly relations: Relations
  /** First parts of the language tags the reader reads ("zh", "en"); empty: unknown. */
  readonly languages: readonly string[]
  /** Where in the queue of unseen notes this feed begins, so that feeds made one after the other show different ones. */
  readonly turn: number
  /** When a feed that is made again was first made. Absent: it is made now. */
  readonly made?: Moment
  /** Notes of this feed that were shown before: they do not come again. */
  readonly passed?: readonly string[]
}

/** What makes a feed the same when it is made again (both in ms since 1970). */
export interface Moment {
  /** When it was made: ages are counted from here. */
  readonly at: number
  /** When the newest note it knew of was published: nothing newer is in it. */
  readonly newest: number
}

/**
 * Says which notes could be shown, by their ids: any notes; those that the pool does not hold are read into it. One that only chooses among the pool's
 * may answer their places in it (an Int32Array), which costs nothing to look up. Sources overlap freely; the first one that names a note is remembered. One that
 * asks the database or another room answers a promise, and has a budget of time.
 */
export interface Source {
  readonly name: string
  /** What its answer depends on besides the pool; sources that have this are asked once for all readers of whom it is the same. */
  readonly same?: (audience: Audience) => string
  /** Milliseconds that a feed waits for it; 50 unless it says otherwise. */
  readonly budgetMs?: number
  /** What a card from here says where nothing else speaks for it; else: it is popular. */
  readonly reason?: ReasonCode
  find(ctx: Context, audience: Audience, pool: Snapshot): Named | Promise<Named>
}

/** Ids of notes, or places in the pool that was asked about. */
export type Named = readonly string[] | Int32Array

/** Candidates with what the following steps need, side by side. */
export interface Candidates {
  readonly pool: Snapshot
  /** Index in the pool; the first `size` count. */
  readonly notes: Int32Array
  /** Index in the list of sources. */
  readonly sources: Uint8Array
  /** What the reader has to do with each author, by the pool's numbers (see steps/hydrate.ts). */
  readonly authorMarks: Uint8Array
  size: number
}

export type ReasonCode = Exclude<Why['code'], 'topic'>
/** Why a note is in a feed: as the card says it, but with the topic's id, since this is stored. */
export type Reason = { code: ReasonCode; topic?: undefined } | { code: 'topic'; topic: string }

/** A feed as it was made for someone: ids in order, each with its reason. */
export interface MadeFeed {
  readonly ids: readonly string[]
  readonly why: readonly Reason[]
  /** Keys of topics by their ids. */
  readonly topicKeys: ReadonlyMap<string, string>
  readonly made: Moment
  /** Nothing would follow if it were made longer. */
  readonly complete: boolean
}
