import { LRUCache } from 'lru-cache'
import type { Context } from '#server/platform/context.ts'
import { noRelations, type Relations, relations } from '#server/rooms/graph/index.ts'
import { canSee, type Role } from '../policy.ts'
import type { Reader } from './cards.ts'
import { type UseRow, useRows } from './read-pictures.ts'

/** Who may look at a picture. */
export interface PictureSight {
  ownerId: string
  /** Keys of the files it is shown by now; those of an older crop are not among them. */
  files: ReadonlySet<string>
  /** Something shows it to everybody. */
  open: boolean
  /** Nothing has ever shown it: whoever was told its address, which nobody can guess, may look. */
  fresh: boolean
  /** Whether this reader may see it where `open` does not say so already. */
  allows(reader: Reader): Promise<boolean>
}

/** A second is promised from withdrawing to gone; half of it is left for a slow machine. */
const FRESH_MS = 500
const MAX_ENTRIES = 4_000

/**
 * What shows a picture, at most half a second old. Requests of one moment are answered by one statement: while it is under way, the next
 * ones wait together.
 */
class Sights {
  readonly #ctx: Context
  readonly #entries = new LRUCache<string, { sight: PictureSight | null }>({ max: MAX_ENTRIES, ttl: FRESH_MS, ttlResolution: 20 })
  #last: Promise<unknown> = Promise.resolve()
  #next: { ids: Set<string>; done: Promise<Map<string, PictureSight>> } | null = null

  constructor(ctx: Context) {
    this.#ctx = ctx
  }

  of(id: string): PictureSight | null | Promise<PictureSight | null> {
    const entry = this.#entries.get(id)
    return entry ? entry.sight : this.#fetch(id)
  }

  async #fetch(id: string): Promise<PictureSight | null> {
    if (!this.#next) {
      const ids = new Set<string>()
      const done = this.#last
        .catch(() => {})
        .then(() => {
          this.#next = null
          return this.#read([...ids])
        })
      this.#last = done
      this.#next = { ids, done }
    }
    this.#next.ids.add(id)
    return (await this.#next.done).get(id) ?? null
  }

  async #read(ids: readonly string[]): Promise<Map<string, PictureSight>> {
    // As old as its question, not as its answer.
    const start = performance.now()
    const uses = Map.groupBy(await useRows(this.#ctx.db, ids), (row) => row.id)
    const found = new Map([...uses].map(([id, rows]) => [id, sightOf(this.#ctx, rows)]))
    for (const id of ids) this.#entries.set(id, { sight: found.get(id) ?? null }, { start })
    return found
  }
}

function sightOf(ctx: Context, rows: readonly UseRow[]): PictureSight {
  const [{ owner_id: ownerId, owner_state: state, worn, fresh, files } = rows[0] as UseRow] = rows
  const shownTo = (theirs: Relations, role: Role) => rows.some((row) => row.note_id !== null && shows(row, theirs, role))
  return {
    ownerId,
    files: new Set(files),
    fresh: fresh && !worn && state === 'active' && rows.every((row) => row.note_id === null),
    open: (worn && state === 'active') || shownTo(noRelations, 'person'),
    async allows(reader) {
      if (reader === null || state === 'deleted') return false
      if (reader.accountId === ownerId) return true
      if (reader.role !== 'person' && worn) return true
      return shownTo(await relations(ctx, reader.accountId), reader.role)
    },
  }
}

/** THE rule of notes, asked about the note that shows the picture; for a comment about the note it stands under and its writer. */
function shows(row: UseRow, theirs: Relations, role: Role): boolean {
  const root = { authorId: row.root_author_id, state: row.root_state, visibility: row.root_visibility, whoComments: 'open' as const }
  if (!canSee(root, { state: row.root_author_state, private: row.root_author_private }, theirs, role)) return false
  const own = { authorId: row.author_id, state: row.state, visibility: 'public' as const, whoComments: 'open' as const }
  return canSee(own, { state: row.writer_state, private: false }, theirs, role)
}

/** Who may look at this picture; null when there is none. Without a promise where it was asked for in the last half second. */
export const pictureSight = (ctx: Context, mediaId: string): PictureSight | null | Promise<PictureSight | null> =>
  ctx.hold('notes.sights', () => new Sights(ctx)).of(mediaId)
