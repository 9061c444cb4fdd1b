import { attempt, refuse } from '#server/platform/attempt.ts'
import type { Context } from '#server/platform/context.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, type Result } from '#server/platform/result.ts'
import { countersChanged } from '../core/changes.ts'
import { bumpCounters } from '../core/counters.ts'
import { attachPictures } from '../core/pictures.ts'
import { idsByHandles } from '../core/read-accounts.ts'
import { visible } from '../core/visible.ts'
import { commentEmpty, commentsFollowers, commentsOff } from '../errors.ts'
import { emit } from '../events.ts'
import { canComment } from '../policy.ts'
import type { MakeComment } from '../schema.ts'
import { refuseMentions } from '../write/mentions.ts'
import { parseWritten } from '../write/parse.ts'
import { idFor } from '../write/schedule.ts'

export interface HowCommented {
  /** The call's Idempotency-Key. */
  key?: string | null
  /** For what was said long ago (demo, moving in). */
  at?: Date
}

interface Answered {
  id: string
  author_id: string
  thread_id: string | null
  thread_author_id: string | null
}

/** Comments on a note, or answers a comment under it; its id. */
export async function makeComment(
  ctx: Context,
  viewer: Pick<Viewer, 'accountId' | 'role'>,
  noteId: string,
  input: MakeComment,
  how: HowCommented = {},
): Promise<Result<string>> {
  const seen = await visible(ctx, viewer, noteId)
  if (!seen || seen.core.rootId !== null || seen.core.state !== 'published') return fail(notFound)
  if (!canComment(seen.core, seen.relations)) return fail(seen.core.whoComments === 'off' ? commentsOff : commentsFollowers)
  const written = await parseWritten({ title: '', text: input.text })
  const tooMany = await refuseMentions(ctx, viewer, written.mentions)
  if (tooMany) return tooMany
  const media = [...new Set(input.media ?? [])]
  if (!written.text && media.length === 0) return fail(commentEmpty)
  const answered = input.replyTo ? await answeredComment(ctx, viewer, noteId, input.replyTo) : null
  if (answered === undefined) return fail(notFound, { fields: { replyTo: 'not-found' } })
  const id = idFor(ctx, how.at ?? null)
  const threadId = answered ? (answered.thread_id ?? answered.id) : null
  const done = await attempt(ctx, async (tx) => {
    // The note decides once more: it may have closed, or gone, since it was looked at.
    const made = await tx.one(sql`
      with made as (
        insert into note (id, author_id, client_key, root_id, thread_id, reply_to_id, text, spans, language, published_at)
        select ${id}::bigint, ${viewer.accountId}::bigint, ${how.key ?? null}::text, root.id, ${threadId}::bigint, ${answered?.id ?? null}::bigint,
          ${written.text}::text, ${JSON.stringify(written.spans)}::jsonb, ${written.language}::text, coalesce(${how.at ?? null}::timestamptz, now())
        from (select id from note where id = ${noteId} and state = 'published' and comments <> 'off' for share) as root
        on conflict (author_id, client_key) where client_key is not null do nothing
        returning id)
      insert into note_counter (note_id) select id from made returning note_id`)
    if (!made) return { id: (how.key && (await byKey(tx, viewer.accountId, how.key))) || refuse(fail(notFound)), counts: [] }
    const attached = await attachPictures(tx, viewer.accountId, id, media)
    if (!attached.ok) refuse(attached)
    const mentions = (await idsByHandles(tx, written.mentions)).map((a) => a.id)
    await emit(ctx, tx, 'comment.made', {
      commentId: id,
      noteId,
      noteAuthorId: seen.core.authorId,
      threadId,
      threadAuthorId: answered ? (answered.thread_author_id ?? answered.author_id) : null,
      replyToAuthorId: answered?.author_id ?? null,
      authorId: viewer.accountId,
      mentions,
    })
    const counts = await bumpCounters(tx, [{ noteId, comments: 1 }, ...(threadId ? [{ noteId: threadId, comments: 1 }] : [])])
    return { id, counts }
  })
  if (!done.ok) return done
  countersChanged(ctx, done.value.counts)
  return { ok: true, value: done.value.id }
}

const byKey = async (tx: Tx, accountId: string, key: string): Promise<string | undefined> =>
  (await tx.one<{ id: string }>(sql`select id from note where author_id = ${accountId} and client_key = ${key} and root_id is not null`))
    ?.id

/** The comment that is answered, if it stands under this note and the reader may see it. */
async function answeredComment(
  ctx: Context,
  viewer: Pick<Viewer, 'accountId' | 'role'>,
  noteId: string,
  id: string,
): Promise<Answered | undefined> {
  const seen = await visible(ctx, viewer, id)
  if (seen?.core.rootId !== noteId || seen.core.state !== 'published') return undefined
  return ctx.db.one<Answered>(sql`
    select n.id, n.author_id, n.thread_id, t.author_id as thread_author_id from note as n left join note as t on t.id = n.thread_id where n.id = ${id}`)
}
