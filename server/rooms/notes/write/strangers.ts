import type { Buffer } from 'node:buffer'
import type { Context } from '#server/platform/context.ts'
import { type Gathered, gather } from '#server/platform/gather.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { people } from '#server/rooms/accounts/index.ts'
import type { AccountStub } from '#server/rooms/accounts/schema.ts'
import { noRelations } from '#server/rooms/graph/index.ts'
import { readyNotes } from '../core/changes.ts'
import { visible } from '../core/visible.ts'
import { canSee } from '../policy.ts'
import type { Note } from '../schema.ts'
import { noteViews } from './view.ts'

/**
 * A note as everybody signed out sees it, written out, at once; null: it has to be asked for. Whether it may be seen is decided now, by what its author is now. What
 * changed meanwhile (words, state, pictures, author) is not there any more in the process that changed it, and a notice later not in the others; counters
 * are those of the moment.
 */
export function noteAtOnce(ctx: Context, noteId: string): Buffer | null {
  const notes = readyNotes(ctx)
  const ready = notes.get(noteId)
  if (!ready) return null
  const author = people.now(ctx, ready.seen.authorId)
  if (!author?.stub || !isSame(author.stub, ready.author) || !canSee(ready.seen, author.standing, noRelations)) return null
  return notes.bytesOf(ready)
}

/** The same, read and written out where need be; many at once are read together. */
export async function noteForStrangers(ctx: Context, noteId: string): Promise<Result<Buffer>> {
  const notes = readyNotes(ctx)
  const had = notes.get(noteId)
  if (had) {
    await people.byId(ctx, [had.seen.authorId])
    const bytes = noteAtOnce(ctx, noteId)
    if (bytes) return ok(bytes)
  }
  const since = notes.changes.now
  const seen = await visible(ctx, null, noteId)
  if (!seen || seen.core.rootId !== null) return fail(notFound)
  const note = (await reading(ctx)([noteId])).get(noteId)
  const { core } = seen
  // Counters and their version as they are at this moment: the object hears of every change.
  return note ? ok(notes.keep(since, core, { ...note, counts: { ...core.counts } }, core.version)) : fail(notFound)
}

const reading = (ctx: Context): Gathered<Note> =>
  ctx.hold('notes.strangers', () => gather(async (ids) => new Map((await noteViews(ctx, null, ids)).map((note) => [note.id, note]))))

const isSame = (a: AccountStub, b: AccountStub): boolean =>
  a === b || (a.handle === b.handle && a.displayName === b.displayName && a.avatar === b.avatar)
