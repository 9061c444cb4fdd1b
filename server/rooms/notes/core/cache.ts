import { LRUCache } from 'lru-cache'
import type { Context } from '#server/platform/context.ts'
import { sweep } from '#server/platform/sweep.ts'
import { cutText } from '#server/platform/text.ts'
import type { Seen } from '../policy.ts'
import type { Card, Counts, Cover } from '../schema.ts'
import { covers } from './pictures.ts'
import { type CoreRow, type CountRow, coreRows } from './read.ts'

/** What a card needs of a note (or a comment), apart from its author and its reader. Shared between requests: never change or hand it out. */
export interface Core extends Seen {
  readonly id: string
  /** The note a comment stands under; null for a note. */
  readonly rootId: string | null
  readonly threadId: string | null
  readonly title: string
  readonly language: string
  readonly layer: Card['layer']
  readonly cover: Cover | null
  readonly excerpt: string
  readonly pictures: number
  readonly notice: string | null
  /** Keys. */
  readonly topics: readonly string[]
  /** ISO 8601. */
  readonly at: string
  readonly counts: Counts
  /** Of the counters: of two words about them the one with the higher version is true. */
  readonly version: number
}

interface Entry extends Core {
  version: number
}

/** First words of a note that a card shows, in UTF-16 units: what a wide one has room for. */
const EXCERPT = 320
/** Some kilobytes each as objects; half as many again as the pool of the feed. */
const MAX_ENTRIES = 6_000
/** What a lost notice, or a picture that got better renditions, may cost. */
const FRESH_MS = 60_000

/**
 * Cores of notes in this process' memory. Reads that miss are gathered: while one is under way the next ones wait together, so that a cold
 * burst costs a few statements instead of thousands.
 */
export class NoteCache {
  #ctx: Context
  #entries: LRUCache<string, Entry>
  #last: Promise<unknown> = Promise.resolve()
  #next: { ids: Set<string>; done: Promise<Map<string, Core>> } | null = null
  // What changed while a read was under way: its answer may be older than that.
  #flying = false
  #forgotten = new Set<string>()
  #cleared = false
  #counted = new Map<string, CountRow>()

  constructor(ctx: Context) {
    this.#ctx = ctx
    this.#entries = sweep(ctx, new LRUCache({ max: MAX_ENTRIES, ttl: FRESH_MS, ttlResolution: 50 }))
  }

  /** Those of the ids that exist and are not deleted. Whether the reader may see them is for the policy. */
  async load(ids: readonly string[]): Promise<Map<string, Core>> {
    const found = new Map<string, Core>()
    let missing: string[] | null = null
    for (const id of ids) {
      const core = this.#entries.get(id)
      if (core) found.set(id, core)
      else {
        missing ??= []
        missing.push(id)
      }
    }
    if (missing) {
      const read = await this.#fetch(missing)
      for (const id of missing) {
        const core = read.get(id)
        if (core) found.set(id, core)
      }
    }
    return found
  }

  /** As it is in memory, at once; undefined: it has to be loaded. */
  now(id: string): Core | undefined {
    return this.#entries.get(id)
  }

  /** The text, state or pictures changed. */
  forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.#entries.delete(id)
      if (this.#flying) this.#forgotten.add(id)
    }
  }

  /** Counters as a process, this or another, has just committed them: in whatever order that is heard, the last ones stay. */
  count(rows: readonly CountRow[]): void {
    for (const row of rows) {
      const core = this.#entries.peek(row.id)
      if (core) apply(core, row)
      else if (this.#flying && row.version >= (this.#counted.get(row.id)?.version ?? 0)) this.#counted.set(row.id, row)
    }
  }

  clear(): void {
    this.#entries.clear()
    this.#cleared = true
  }

  #fetch(ids: readonly string[]): Promise<Map<string, Core>> {
    if (!this.#next) {
      const wanted = new Set<string>()
      const done = this.#last
        .catch(() => {})
        .then(() => {
          this.#next = null
          return this.#read([...wanted])
        })
      this.#last = done
      this.#next = { ids: wanted, done }
    }
    for (const id of ids) this.#next.ids.add(id)
    return this.#next.done
  }

  async #read(ids: readonly string[]): Promise<Map<string, Core>> {
    this.#flying = true
    this.#forgotten.clear()
    this.#counted.clear()
    this.#cleared = false
    try {
      const rows = await coreRows(this.#ctx.db, ids)
      const pictures = await covers(this.#ctx, rows)
      const found = new Map<string, Core>()
      for (const row of rows) {
        const core = asCore(row, pictures)
        const counted = this.#counted.get(row.id)
        if (counted) apply(core, counted)
        if (!this.#cleared && !this.#forgotten.has(row.id)) this.#entries.set(row.id, core)
        found.set(row.id, core)
      }
      return found
    } finally {
      this.#flying = false
    }
  }
}

function apply(core: Entry, row: CountRow): void {
  if (row.version < core.version) return
  const { counts } = core
  counts.likes = row.likes
  counts.collects = row.collects
  counts.comments = row.comments
  counts.views = row.views
  core.version = row.version
}

function asCore(row: CoreRow, pictures: Map<string, Cover>): Entry {
  return {
    id: row.id,
    authorId: row.author_id,
    rootId: row.root_id,
    threadId: row.thread_id,
    state: row.state,
    visibility: row.visibility,
    whoComments: row.who_comments,
    title: row.title,
    language: row.language,
    layer: row.layer_language === null ? null : { language: row.layer_language, title: row.layer_title ?? '' },
    cover: (row.cover_id && pictures.get(row.cover_id)) || null,
    excerpt: cutText(row.excerpt.replace(/\s+/g, ' ').trim(), EXCERPT, '…'),
    pictures: row.pictures,
    notice: row.notice,
    topics: row.topics,
    at: row.at.toISOString(),
    counts: { likes: row.likes, collects: row.collects, comments: row.comments, views: row.views },
    version: row.version,
  }
}
