import type { Context } from '#server/platform/context.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, forbidden, notFound, ok, type Result } from '#server/platform/result.ts'
import { countersChanged, forgetNotes, noteCache, tellChanged, tellEveryone } from '../core/changes.ts'
import { bumpCounters } from '../core/counters.ts'
import { detachPictures } from '../core/pictures.ts'
import type { CountRow } from '../core/read.ts'
import { visible } from '../core/visible.ts'
import { emit } from '../events.ts'
import { eraseWords } from '../write/erase-words.ts'

type Who = Pick<Viewer, 'accountId' | 'role'>

interface Gone {
  id: string
  author_id: string
  root_id: string
  thread_id: string | null
}

/** Deletes a comment: its writer may, and whoever wrote the note. Replies below stay. */
export async function deleteComment(ctx: Context, viewer: Who, id: string): Promise<Result<undefined>> {
  // Blocked or not: one's own words, and what stands under one's own note, can always be taken away.
  const core = (await noteCache(ctx).load([id])).get(id)
  if (!core || core.rootId === null) return fail(notFound)
  const root = (await noteCache(ctx).load([core.rootId])).get(core.rootId)
  if (viewer.accountId !== core.authorId && viewer.accountId !== root?.authorId)
    return fail((await visible(ctx, viewer, id)) ? forbidden : notFound)
  const counts = await ctx.db.tx((tx) => dropComment(ctx, tx, id, null))
  forgetNotes(ctx, [id])
  countersChanged(ctx, counts)
  return ok()
}

/** Takes a comment out of sight and out of the counters, once; its words go with it. With a removal it was a decision: its writer may read it, and why. */
export async function dropComment(
  ctx: Context,
  tx: Tx,
  id: string,
  removal: { reason: string; words: string } | null,
): Promise<CountRow[]> {
  const gone = await tx.one<Gone>(sql`
    update note set state = ${removal ? 'removed' : 'deleted'}, removal = coalesce(${removal ? JSON.stringify(removal) : null}::jsonb, removal),
      pinned = false, deleted_at = now()
    where id = ${id} and root_id is not null and state = 'published' returning id, author_id, root_id, thread_id`)
  if (!gone) {
    // What a decision took down was out of the counters already.
    const erased = removal
      ? undefined
      : await tx.one<{ author_id: string }>(sql`
          update note set state = 'deleted', deleted_at = now() where id = ${id} and root_id is not null and state = 'removed' returning author_id`)
    if (erased) await erase(ctx, tx, id, erased.author_id)
    return []
  }
  if (!removal) await erase(ctx, tx, id, gone.author_id)
  await emit(ctx, tx, 'comment.deleted', { commentId: id, noteId: gone.root_id, authorId: gone.author_id })
  await tellEveryone(tx, [id])
  return bumpCounters(tx, [{ noteId: gone.root_id, comments: -1 }, ...(gone.thread_id ? [{ noteId: gone.thread_id, comments: -1 }] : [])])
}

async function erase(ctx: Context, tx: Tx, id: string, authorId: string): Promise<void> {
  await detachPictures(ctx, tx, authorId, id)
  await eraseWords(ctx, tx, [id])
  await emit(ctx, tx, 'note.erased', { noteId: id, comment: true })
}

/** The note's author puts one first-level comment on top, in place of the one before. */
export async function pinComment(ctx: Context, viewer: Who, id: string, on: boolean): Promise<Result<undefined>> {
  const seen = await visible(ctx, viewer, id)
  if (!seen || seen.core.rootId === null || seen.core.threadId !== null) return fail(notFound)
  if (viewer.accountId !== seen.root.authorId) return fail(forbidden)
  const rootId = seen.core.rootId
  await ctx.db.tx(async (tx) => {
    // The note's row keeps two pins apart.
    await tx.run(sql`select 1 from note where id = ${rootId} for no key update`)
    await tx.run(sql`update note set pinned = false where root_id = ${rootId} and pinned and (id <> ${id} or ${!on})`)
    if (on) await tx.run(sql`update note set pinned = true where id = ${id} and state = 'published'`)
    // Its comments stand in another order.
    await tellChanged(ctx, tx, [rootId])
  })
  forgetNotes(ctx, [rootId])
  return ok()
}
