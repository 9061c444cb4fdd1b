import type { Context } from '#server/platform/context.ts'
import { decodeCursor, encodeCursor } from '#server/platform/cursor.ts'
import { sql } from '#server/platform/db.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import type { List, Page } from '#server/platform/schema.ts'
import { hides, type Relations } from '#server/rooms/graph/index.ts'
import type { Reader } from '../core/cards.ts'
import { visible } from '../core/visible.ts'
import type { Comment } from '../schema.ts'
import { type CommentRow, commentRow, replyRows, type Sort, threadRows } from './read.ts'
import { commentViews } from './view.ts'

/** Replies that come along with their thread. */
const EMBEDDED = 2

const unwanted = (theirs: Relations): string[] => [...new Set([...theirs.blocked, ...theirs.muted])]
const wanted = (theirs: Relations, rows: readonly CommentRow[]): CommentRow[] =>
  rows.filter((r) => r.gone || !hides(theirs, { authorId: r.author_id, text: r.text }))

// As the statement orders them to cut the page.
const latest = (a: CommentRow, b: CommentRow): number => Number(BigInt(b.id) > BigInt(a.id)) - Number(BigInt(b.id) < BigInt(a.id))
const byLikes = (a: CommentRow, b: CommentRow): number => b.likes - a.likes || latest(a, b)

/** First-level comments with their first replies; the pinned one leads the first page. */
export async function listComments(
  ctx: Context,
  reader: Reader,
  noteId: string,
  { cursor, limit, sort }: Page & { sort: Sort },
): Promise<Result<List<Comment>>> {
  const seen = await visible(ctx, reader, noteId)
  if (!seen || seen.core.rootId !== null) return fail(notFound)
  const hidden = unwanted(seen.relations)
  const [likes, id] = decodeCursor(cursor, ['i', 'id']) ?? []
  const after = typeof likes === 'number' && typeof id === 'string' ? { likes, id } : null
  const all = await threadRows(ctx.db, noteId, sort, after, hidden, limit + 1, EMBEDDED)
  const isPinned = (r: CommentRow) => r.pinned && !r.gone && r.thread_id === null
  const found = all.filter((r) => r.thread_id === null && !isPinned(r)).sort(sort === 'top' ? byLikes : latest)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const rows = wanted(seen.relations, [...all.filter(isPinned), ...page])
  const replies = wanted(
    seen.relations,
    all.filter((r) => r.thread_id !== null).sort((a, b) => -latest(a, b)),
  )
  const items = await commentViews(ctx, seen.relations, seen.root.authorId, rows, replies)
  return ok({ items, next: found.length > limit && last ? encodeCursor([last.likes, last.id]) : null })
}

/** All replies of a thread, oldest first; the thread's own comment may be gone. */
export async function listReplies(ctx: Context, reader: Reader, threadId: string, { cursor, limit }: Page): Promise<Result<List<Comment>>> {
  const thread = await ctx.db.one<{ root_id: string }>(
    sql`select root_id from note where id = ${threadId} and root_id is not null and thread_id is null`,
  )
  const seen = thread && (await visible(ctx, reader, thread.root_id))
  if (!seen) return fail(notFound)
  const [after] = decodeCursor(cursor, ['id']) ?? []
  const found = await replyRows(ctx.db, threadId, after ? String(after) : null, unwanted(seen.relations), limit + 1)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const items = await commentViews(ctx, seen.relations, seen.root.authorId, wanted(seen.relations, page))
  return ok({ items, next: found.length > limit && last ? encodeCursor([last.id]) : null })
}

/** One comment, for whoever may see it. */
export async function readComment(ctx: Context, reader: Reader, id: string): Promise<Result<Comment>> {
  const seen = await visible(ctx, reader, id)
  const row = seen?.core.rootId ? await commentRow(ctx.db, id) : undefined
  const [view] = seen && row ? await commentViews(ctx, seen.relations, seen.root.authorId, [row]) : []
  return view ? ok(view) : fail(notFound)
}
