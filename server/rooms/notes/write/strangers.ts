import { Buffer } from 'node:buffer'
import { LRUCache } from 'lru-cache'
import type { Context } from '#server/platform/context.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { accountStubs } from '#server/rooms/accounts/index.ts'
import type { AccountStub } from '#server/rooms/accounts/schema.ts'
import type { Core } from '../core/cache.ts'
import { visible } from '../core/visible.ts'
import type { Counts, Note } from '../schema.ts'
import { noteViews } from './view.ts'

/** What nobody tells us of (a better rendition of a picture, the name of a topic) may be this old. */
const FRESH_MS = 1000
const KEPT = 2000
/** A long note is some 60 KB. */
const KEPT_BYTES = 16_000_000

interface Ready {
  /** Of what it was made: another core is another wording, state or picture, since a core is read anew whenever one of them changes. */
  core: Core
  author: AccountStub | undefined
  note: Note
  counts: Counts
  bytes: Buffer
  /** By the clock of durations. */
  until: number
}

/**
 * A note as everybody signed out sees it, written out. Whether it may be seen is asked each time, from memory; texts and pictures are read again after a
 * second, and at once when the note or its author changed; counters are those of the moment. So nothing that was withdrawn is given out any longer than
 * without this.
 */
export async function noteForStrangers(ctx: Context, noteId: string): Promise<Result<Buffer>> {
  const seen = await visible(ctx, null, noteId)
  if (!seen || seen.core.rootId !== null) return fail(notFound)
  const { core } = seen
  const author = (await accountStubs(ctx, [core.authorId])).get(core.authorId)
  const kept = ctx.hold(
    'notes.strangers',
    () => new LRUCache<string, Ready>({ max: KEPT, maxSize: KEPT_BYTES, sizeCalculation: ({ bytes }) => bytes.length }),
  )
  const had = kept.get(noteId)
  const isFresh = had !== undefined && had.core === core && had.author === author && had.until > ctx.clock.monotonic()
  if (isFresh && isSame(had.counts, core.counts)) return ok(had.bytes)
  const until = isFresh ? had.until : ctx.clock.monotonic() + FRESH_MS
  const [read] = isFresh ? [had.note] : await noteViews(ctx, null, [noteId])
  if (!read) return fail(notFound)
  const counts = { ...core.counts }
  const note = { ...read, counts }
  const bytes = Buffer.from(JSON.stringify(note))
  kept.set(noteId, { core, author, note, counts, bytes, until })
  return ok(bytes)
}

const isSame = (a: Counts, b: Counts): boolean =>
  a.likes === b.likes && a.collects === b.collects && a.comments === b.comments && a.views === b.views
