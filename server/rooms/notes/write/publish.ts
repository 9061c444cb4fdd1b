import { attempt, refuse } from '#server/platform/attempt.ts'
import type { Context } from '#server/platform/context.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, type Result } from '#server/platform/result.ts'
import { attachPictures, textCardFor } from '../core/pictures.ts'
import { authorOpen, idsByHandles } from '../core/read-accounts.ts'
import { dropDraft } from '../drafts/change.ts'
import { noteEmpty, publishTime } from '../errors.ts'
import { emit } from '../events.ts'
import { countsIn } from '../policy.ts'
import type { PublishNote } from '../schema.ts'
import { ensureTopics, settleTopics } from '../topics/settle.ts'
import { refuseMentions } from './mentions.ts'
import { noticeOf, parseWritten, type Written } from './parse.ts'
import { idFor, isAhead, schedule } from './schedule.ts'

export type Author = Pick<Viewer, 'accountId' | 'locale'>

export interface HowPublished {
  /** The call's Idempotency-Key: the same one never makes two notes. */
  key?: string | null
  /** For what was written elsewhere or long ago (moving in, demo): the time it carries. */
  at?: Date
}

/** Publishes a note, or schedules it; its id. All of it happens in one transaction, or none. */
export async function publishNote(ctx: Context, author: Author, input: PublishNote, how: HowPublished = {}): Promise<Result<string>> {
  const written = await parseWritten({ ...input, title: input.title ?? '', text: input.text ?? '' })
  const chosen = [...new Set(input.media ?? [])]
  if (chosen.length === 0 && !written.title && !written.text) return fail(noteEmpty)
  const due = input.publishAt ? new Date(input.publishAt) : null
  if (due && !isAhead(ctx, due)) return fail(publishTime, { fields: { publishAt: 'publish-time' } })
  const again = how.key ? await byKey(ctx, author.accountId, how.key) : undefined
  if (again) return { ok: true, value: again }
  const tooMany = await refuseMentions(ctx, author, written.mentions)
  if (tooMany) return tooMany
  const card = chosen.length === 0 ? await textCardFor(ctx, author, written, input.textCard) : null
  if (card && !card.ok) return card
  const media = card ? [card.value] : chosen
  const id = idFor(ctx, due ?? how.at ?? null)
  return attempt(ctx, async (tx) => {
    const open = await authorOpen(tx, author.accountId)
    const made = await insert(tx, { id, author, written, input, due, how })
    // Somebody else's answer to the same key came first: it is this call's answer too.
    if (!made) return (await byKey(ctx, author.accountId, how.key ?? '', tx)) ?? refuse(fail(noteEmpty))
    const attached = await attachPictures(tx, author.accountId, id, media)
    if (!attached.ok) refuse(attached)
    const visibility = input.visibility ?? 'public'
    const counted = countsIn(due ? 'scheduled' : 'published', visibility, open)
    const topics = await ensureTopics(ctx, tx, written.topics, counted)
    await settleTopics(tx, id, [], topics, { before: false, now: counted })
    if (input.draft) await dropDraft(tx, author.accountId, input.draft)
    if (due) await schedule(ctx, tx, id, due)
    else {
      const mentions = (await idsByHandles(tx, written.mentions)).map((a) => a.id)
      await emit(ctx, tx, 'note.published', {
        noteId: id,
        authorId: author.accountId,
        mentions,
        topics: topics.map(({ id: topic }) => ({ id: topic })),
        language: written.language,
        visibility,
      })
    }
    return id
  })
}

const byKey = async (ctx: Context, accountId: string, key: string, tx: Pick<Tx, 'one'> = ctx.db): Promise<string | undefined> =>
  (await tx.one<{ id: string }>(sql`select id from note where author_id = ${accountId} and client_key = ${key}`))?.id

interface Parts {
  id: string
  author: Author
  written: Written
  input: PublishNote
  due: Date | null
  how: HowPublished
}

async function insert(tx: Tx, { id, author, written, input, due, how }: Parts): Promise<boolean> {
  const made = await tx.one(sql`
    with made as (
      insert into note (id, author_id, client_key, state, title, text, spans, language, layer, visibility, comments, notice, ai_made, publish_at, published_at)
      values (${id}, ${author.accountId}, ${how.key ?? null}, ${due ? 'scheduled' : 'published'}, ${written.title}, ${written.text},
        ${JSON.stringify(written.spans)}::jsonb, ${written.language}, ${written.layer ? JSON.stringify(written.layer) : null}::jsonb,
        ${input.visibility ?? 'public'}, ${input.comments ?? 'open'}, ${noticeOf(input.notice)}, ${input.aiMade ?? false}, ${due},
        case when ${due === null} then coalesce(${how.at ?? null}::timestamptz, now()) end)
      on conflict (author_id, client_key) where client_key is not null do nothing
      returning id)
    insert into note_counter (note_id) select id from made returning note_id`)
  return made !== undefined
}
