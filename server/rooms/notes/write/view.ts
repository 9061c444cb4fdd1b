import type { Context } from '#server/platform/context.ts'
import { page, timed } from '#server/platform/cursor.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import type { List, Page } from '#server/platform/schema.ts'
import { accountStubs } from '#server/rooms/accounts/index.ts'
import { type Relations, relations } from '#server/rooms/graph/index.ts'
import type { Media } from '#server/rooms/media/schema.ts'
import type { Reader } from '../core/cards.ts'
import { noteCache } from '../core/changes.ts'
import { type Mine, mineOf } from '../core/mine.ts'
import { pictures } from '../core/pictures.ts'
import { visible } from '../core/visible.ts'
import { canComment } from '../policy.ts'
import { readableRevisions } from '../read-sight.ts'
import type { Counts, Note, Revision } from '../schema.ts'
import { type FullNote, fullNotes, revisionRows } from './read.ts'

/** A note as its own page shows it; not found for all that the reader may not see. */
export async function readNote(ctx: Context, reader: Reader, noteId: string): Promise<Result<Note>> {
  const seen = await visible(ctx, reader, noteId)
  if (!seen || seen.core.rootId !== null) return fail(notFound)
  const [note] = await noteViews(ctx, reader, [noteId])
  return note ? ok(note) : fail(notFound)
}

/** Full views of notes that the reader is known to be allowed to see, in the given order. */
export async function noteViews(ctx: Context, reader: Reader, ids: readonly string[]): Promise<Note[]> {
  const me = reader?.accountId ?? null
  const [rows, cores, mine, theirs] = await Promise.all([
    fullNotes(ctx.db, ids),
    noteCache(ctx).load(ids),
    mineOf(ctx, me, ids),
    relations(ctx, me),
  ])
  const [stubs, media] = await Promise.all([
    accountStubs(ctx, [...new Set(rows.map((r) => r.author_id))]),
    pictures(
      ctx,
      rows.flatMap((r) => r.media_ids),
    ),
  ])
  const byId = new Map(rows.map((r) => [r.id, r]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    const counts = cores.get(id)?.counts
    const author = row && stubs.get(row.author_id)
    return row && author && counts ? [noteView(row, { author, counts, mine, theirs, media, me })] : []
  })
}

interface Around {
  author: Note['author']
  counts: Counts
  mine: Mine
  theirs: Relations
  media: Map<string, Media>
  me: string | null
}

function noteView(row: FullNote, { author, counts, mine, theirs, media, me }: Around): Note {
  const seen = { authorId: row.author_id, state: row.state, visibility: row.visibility, whoComments: row.comments }
  return {
    id: row.id,
    author,
    title: row.title,
    text: row.text,
    spans: row.spans,
    language: row.language,
    layer: row.layer,
    media: row.media_ids.flatMap((id) => media.get(id) ?? []),
    topics: row.topic_names,
    visibility: row.visibility,
    comments: row.comments,
    canComment: canComment(seen, theirs),
    notice: row.notice,
    aiMade: row.ai_made,
    counts: { ...counts },
    mine: { liked: mine.liked.has(row.id), collected: mine.collected.has(row.id) },
    following: theirs.following.has(row.author_id),
    createdAt: (row.published_at ?? row.created_at).toISOString(),
    editedAt: (row.author_id === me ? row.edited_at : row.edited_open_at)?.toISOString() ?? null,
    state: row.state,
    publishAt: row.state === 'scheduled' ? (row.publish_at?.toISOString() ?? null) : null,
    removal: row.author_id === me ? row.removal : null,
  }
}

/** Past wordings, latest first, for whoever may see the note: those that this reader could have read while they stood. */
export async function history(ctx: Context, reader: Reader, noteId: string, { cursor, limit }: Page): Promise<Result<List<Revision>>> {
  const seen = await visible(ctx, reader, noteId)
  if (!seen || seen.core.rootId !== null) return fail(notFound)
  const readable = readableRevisions(seen.core.authorId, seen.relations, reader?.role)
  const rows = await revisionRows(ctx.db, noteId, readable, timed(cursor)?.us ?? null, limit)
  const { items, next } = page(rows, limit, (last) => [last.us, noteId])
  return ok({ items: items.map(({ title, text, at }) => ({ title, text, at })), next })
}
