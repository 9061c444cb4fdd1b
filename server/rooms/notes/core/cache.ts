import { LRUCache } from 'lru-cache'
import type { Context } from '#server/platform/context.ts'
import type { Seen } from '../policy.ts'
import type { Card, Counts } from '../schema.ts'
import { covers } from './pictures.ts'
import { type CoreRow, type CountRow, coreRows, countRows } from './read.ts'

/** What a card needs of a note (or a comment), apart from its author and its reader. Shared between requests: never change or hand it out. */
export interface Core extends Seen {
  readonly id: string
  /** The note a comment stands under; null for a note. */
  readonly rootId: string | null
  readonly threadId: string | null
  readonly title: string
  readonly language: string
  readonly layer: Card['layer']
  readonly cover: Card['cover'] | null
  readonly pictures: number
  readonly notice: string | null
  /** Keys. */
  readonly topics: readonly string[]
  /** ISO 8601. */
  readonly at: string
  readonly counts: Counts
}

interface Kept extends Core {
  /** Another process changed the counters: read them again before use. */
  stale: boolean
}

/** Some kilobytes each as objects; half as many again as the pool of the feed. */
const KEPT = 6_000
/** What a lost notice, or a picture that got better renditions, may cost. */
const FRESH_MS = 60_000

/**
 * Cores of notes in this process' memory. Reads that miss are gathered: while one is under way the next ones wait together, so that a cold
 * burst costs a few statements instead of thousands.
 */
export class NoteCache {
  #ctx: Context
  #kept: LRUCache<string, Kept>
  #last: Promise<unknown> = Promise.resolve()
  #next: { ids: Set<string>; done: Promise<Map<string, Core>> } | null = null
  // What changed while a read was under way: its answer may be older than that.
  #flying = false
  #forgotten = new Set<string>()
  #counted = new Set<string>()

  constructor(ctx: Context) {
    this.#ctx = ctx
    this.#kept = new LRUCache({ max: KEPT, ttl: FRESH_MS, ttlResolution: 50 })
  }

  /** Those of the ids that exist and are not deleted. Whether the reader may see them is for the policy. */
  async load(ids: readonly string[]): Promise<Map<string, Core>> {
    const found = new Map<string, Core>()
    let missing: string[] | null = null
    for (const id of ids) {
      const core = this.#kept.get(id)
      if (core && !core.stale) found.set(id, core)
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

  /** The text, state or pictures changed. */
  forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.#kept.delete(id)
      if (this.#flying) this.#forgotten.add(id)
    }
  }

  /** Counters as this process just committed them. */
  count(rows: readonly CountRow[]): void {
    for (const row of rows) {
      const core = this.#kept.peek(row.id)
      if (core) apply(core, row)
      if (this.#flying) this.#counted.add(row.id)
    }
  }

  /** Counters that another process changed. */
  distrust(ids: readonly string[]): void {
    for (const id of ids) {
      const core = this.#kept.peek(id)
      if (core) core.stale = true
      if (this.#flying) this.#counted.add(id)
    }
  }

  clear(): void {
    this.forget([...this.#kept.keys()])
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
    try {
      const stale = ids.filter((id) => this.#kept.peek(id))
      const absent = ids.filter((id) => !this.#kept.peek(id))
      const [counts, rows] = await Promise.all([
        stale.length ? countRows(this.#ctx.db, stale) : [],
        absent.length ? coreRows(this.#ctx.db, absent) : ([] as CoreRow[]),
      ])
      const recounted = counts.flatMap((row) => {
        const core = this.#kept.peek(row.id)
        return core ? [{ core, row }] : []
      })
      // What was forgotten, or grew too old, while only its counters were read is read whole: it is no less there.
      const lost = stale.filter((id) => !this.#kept.peek(id))
      if (lost.length > 0) rows.push(...(await coreRows(this.#ctx.db, lost)))
      const pictures = await covers(this.#ctx, rows)
      const found = new Map<string, Core>()
      for (const row of rows) {
        const core = asCore(row, pictures)
        core.stale = this.#counted.has(row.id)
        if (!this.#forgotten.has(row.id)) this.#kept.set(row.id, core)
        found.set(row.id, core)
      }
      for (const { core, row } of recounted) {
        if (!this.#counted.has(row.id)) apply(core, row)
        found.set(row.id, core)
      }
      return found
    } finally {
      this.#flying = false
    }
  }
}

function apply(core: Kept, row: CountRow): void {
  const { counts } = core
  counts.likes = row.likes
  counts.collects = row.collects
  counts.comments = row.comments
  counts.views = row.views
  core.stale = false
}

function asCore(row: CoreRow, pictures: Map<string, Card['cover']>): Kept {
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
    pictures: row.pictures,
    notice: row.notice,
    topics: row.topics,
    at: row.at.toISOString(),
    counts: { likes: row.likes, collects: row.collects, comments: row.comments, views: row.views },
    stale: false,
  }
}
