import type { Context } from '#server/platform/context.ts'
import { accountStubs } from '#server/rooms/accounts/index.ts'
import { mayMeet, type Relations } from '#server/rooms/graph/index.ts'
import { mineOf } from '../core/mine.ts'
import { pictures } from '../core/pictures.ts'
import type { Comment } from '../schema.ts'
import type { CommentRow } from './read.ts'

/** Rows as views, in order; `replies` by thread. `noteAuthorId` gets the author's badge. Nobody is named to whom they blocked, or who blocked them. */
export async function commentViews(
  ctx: Context,
  theirs: Relations,
  noteAuthorId: string,
  rows: readonly CommentRow[],
  replies: readonly CommentRow[] = [],
): Promise<Comment[]> {
  const all = [...rows, ...replies]
  const me = theirs.accountId
  const answered = (r: CommentRow) => (r.reply_author_id && mayMeet(theirs, r.reply_author_id) ? r.reply_author_id : null)
  const people = new Set(all.flatMap((r) => [r.author_id, answered(r) ?? r.author_id]))
  const [stubs, mine, media] = await Promise.all([
    accountStubs(ctx, [...people]),
    mineOf(
      ctx,
      me,
      all.map((r) => r.id),
    ),
    pictures(
      ctx,
      all.flatMap((r) => (r.gone ? [] : r.media_ids)),
    ),
  ])
  const byThread = Map.groupBy(replies, (r) => r.thread_id)
  const view = (row: CommentRow): Comment[] => {
    const author = row.gone ? null : stubs.get(row.author_id)
    if (author === undefined) return []
    return [
      {
        id: row.id,
        note: row.root_id,
        thread: row.thread_id,
        replyTo: stubs.get(answered(row) ?? '') ?? null,
        author,
        byAuthor: !row.gone && row.author_id === noteAuthorId,
        text: row.gone ? '' : row.text,
        spans: row.gone ? [] : row.spans,
        language: row.gone ? 'und' : row.language,
        media: row.gone ? [] : row.media_ids.flatMap((id) => media.get(id) ?? []),
        pinned: row.pinned && !row.gone,
        counts: { likes: row.gone ? 0 : row.likes, replies: row.replies },
        mine: { liked: !row.gone && mine.liked.has(row.id) },
        createdAt: row.created_at.toISOString(),
        gone: row.gone,
        replies: (byThread.get(row.id) ?? []).flatMap(view),
      },
    ]
  }
  return rows.flatMap(view)
}
