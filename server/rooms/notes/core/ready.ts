import { Buffer } from 'node:buffer'
import { LRUCache } from 'lru-cache'
import { Changes } from '#server/platform/changes.ts'
import type { AccountStub } from '#server/rooms/accounts/schema.ts'
import type { Seen } from '../policy.ts'
import type { Counts, Note } from '../schema.ts'
import type { CountRow } from './read.ts'

/** What a lost notice, and what nobody tells (how a topic is written), may cost. */
const FRESH_MS = 60_000
/** A long note is some 60 KB, most are less than two. */
const MAX_BYTES = 10_000_000
/** What an entry takes besides its bytes. */
const ENTRY_BYTES = 600

export interface Ready {
  /** What decides whether it may be shown. */
  readonly seen: Seen
  /** As its author is named in it. */
  readonly author: AccountStub
  readonly until: number
  bytes: Buffer
  counts: Counts
  /** Of the counters. */
  version: number
  /** Where in the bytes the counters stand; they change without the rest. */
  from: number
  to: number
  /** The bytes have older counters. */
  stale: boolean
}

/**
 * Notes written out as everybody signed out gets them, in this process' memory. They hear what the cache of notes hears and outlive its entries; whether
 * one may be shown is for whoever hands it out.
 */
export class ReadyNotes {
  readonly changes = new Changes()
  readonly #kept = new LRUCache<string, Ready>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ bytes }) => bytes.length + ENTRY_BYTES,
  })
  readonly #monotonic: () => number

  constructor(monotonic: () => number) {
    this.#monotonic = monotonic
  }

  get(id: string): Ready | undefined {
    const had = this.#kept.get(id)
    return had && had.until > this.#monotonic() ? had : undefined
  }

  /** Its bytes with the counters of the moment. */
  bytesOf(ready: Ready): Buffer {
    if (ready.stale) {
      const { bytes, from, to } = ready
      const counts = JSON.stringify(ready.counts)
      ready.bytes = joined(bytes.toString('utf8', 0, from), counts, bytes.toString('utf8', to))
      ready.to = from + counts.length
      ready.stale = false
    }
    return ready.bytes
  }

  /** Writes a note out, and keeps it if it did not change `since` it was asked for. */
  keep(since: number, seen: Seen, note: Note, version: number): Buffer {
    const text = JSON.stringify({ ...note, counts: null })
    const counts = JSON.stringify(note.counts)
    // Quotes in what people wrote are escaped, so this stands nowhere but at the counters.
    const at = text.indexOf('"counts":null') + '"counts":'.length
    const head = text.slice(0, at)
    const bytes = joined(head, counts, text.slice(at + 'null'.length))
    const from = Buffer.byteLength(head)
    const { authorId, state, visibility, whoComments } = seen
    if (!this.changes.since(since, note.id))
      this.#kept.set(note.id, {
        seen: { authorId, state, visibility, whoComments },
        author: note.author,
        until: this.#monotonic() + FRESH_MS,
        bytes,
        counts: { ...note.counts },
        version,
        from,
        to: from + counts.length,
        stale: false,
      })
    return bytes
  }

  forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.changes.of(id)
      this.#kept.delete(id)
    }
  }

  count(rows: readonly CountRow[]): void {
    for (const { id, likes, collects, comments, views, version } of rows) {
      const ready = this.#kept.peek(id)
      if (!ready || version < ready.version) continue
      ready.counts = { likes, collects, comments, views }
      ready.version = version
      ready.stale = true
    }
  }

  clear(): void {
    this.changes.ofAll()
    this.#kept.clear()
  }
}

/** In memory of its own: small buffers share a block that the longest-lived of them keeps alive. */
function joined(...parts: string[]): Buffer {
  const text = parts.join('')
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text))
  bytes.write(text)
  return bytes
}
