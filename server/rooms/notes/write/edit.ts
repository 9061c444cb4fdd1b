import { attempt, refuse } from '#server/platform/attempt.ts'
import type { Context } from '#server/platform/context.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { topicKey } from '#server/rooms/language/index.ts'
import { dropMediaLater } from '#server/rooms/media/index.ts'
import { forgetNotes, tellChanged } from '../core/changes.ts'
import { attachPictures, isTextCard, textCardFor } from '../core/pictures.ts'
import { authorOpen, idsByHandles } from '../core/read-accounts.ts'
import { noteEmpty, noteRemoved, notScheduled, publishTime } from '../errors.ts'
import { emit } from '../events.ts'
import { countsIn } from '../policy.ts'
import type { EditNote } from '../schema.ts'
import { dropUnused } from '../topics/drop.ts'
import { ensureTopics, settleTopics, topicsOf } from '../topics/settle.ts'
import { refuseMentions } from './mentions.ts'
import { mentionsIn, noticeOf, parseWritten, topicsIn, type Written } from './parse.ts'
import type { Author } from './publish.ts'
import { type FullNote, fullNotes, ownNote } from './read.ts'
import { isAhead, schedule } from './schedule.ts'

/** Changes one's own note: what is not named stays as it is. The old wording goes into its history when title or text changed. */
export async function editNote(ctx: Context, author: Author, noteId: string, input: EditNote): Promise<Result<undefined>> {
  for (;;) {
    const done = await editOnce(ctx, author, noteId, input)
    if (!done.ok || done.value === 'edited') return done.ok ? ok() : done
  }
}

/** `overtaken`: somebody edited between our reading and our writing; what this edit does not name has to be read again. */
async function editOnce(ctx: Context, author: Author, noteId: string, input: EditNote): Promise<Result<'edited' | 'overtaken'>> {
  const [before] = await fullNotes(ctx.db, [noteId])
  if (!before || before.author_id !== author.accountId) return fail(notFound)
  const due = input.publishAt ? new Date(input.publishAt) : null
  if (due && !isAhead(ctx, due)) return fail(publishTime, { fields: { publishAt: 'publish-time' } })
  const written = await reread(before, input)
  const tooMany = await refuseMentions(ctx, author, written.mentions, namedIn(before))
  if (tooMany) return tooMany
  const redrawn = await redraw(ctx, author, before, input, written)
  if (redrawn && !redrawn.ok) return redrawn
  const drawn = before.media_ids.length === 1 && (await isTextCard(ctx, before.media_ids[0] ?? '')) !== null
  const media = redrawn ? [redrawn.value] : input.media ? [...new Set(input.media)] : null
  const done = await attempt(ctx, async (tx) => {
    const open = await authorOpen(tx, author.accountId)
    const note = await ownNote(tx, noteId, author.accountId)
    if (!note) refuse(fail(notFound))
    if (wording(note) !== wording(before)) return 'overtaken'
    if (note.state === 'removed') refuse(fail(noteRemoved))
    if (due && note.state !== 'scheduled') refuse(fail(notScheduled))
    const reworded = written.title !== note.title || written.text !== note.text
    if (reworded && note.state === 'published')
      await tx.run(sql`
        insert into note_revision (note_id, at, title, text, reach, reach_until)
        values (${noteId}, clock_timestamp(), ${note.title}, ${note.text}, ${note.reach}, ${note.reach_until})`)
    const reshown = media !== null && media.join() !== note.media_ids.join()
    await update(tx, note, written, input, due, reworded || reshown)
    if (media && reshown) {
      const attached = await attachPictures(tx, author.accountId, noteId, media, note.media_ids)
      if (!attached.ok) refuse(attached)
      // A card that was drawn of the old words goes with them; pictures stay for a while, they may be wanted again.
      if (drawn) await dropMediaLater(ctx, tx, note.media_ids)
    }
    await follow(ctx, tx, note, written, input, open)
    if (due) await schedule(ctx, tx, noteId, due)
    await tellChanged(ctx, tx, [noteId])
    return 'edited'
  })
  if (done.ok) forgetNotes(ctx, [noteId])
  return done
}

/** Whom a note names as it stands. */
const namedIn = (note: FullNote): Set<string> => new Set(mentionsIn([...note.spans, ...(note.layer?.spans ?? [])]))

const wording = ({ title, text, language, layer, media_ids, topic_names }: FullNote): string =>
  JSON.stringify([title, text, language, layer, media_ids, topic_names])

/** The words as they will be. Topics added by hand stay unless new ones are given. */
function reread(before: FullNote, input: EditNote): Promise<Written> {
  const own = new Set([...topicsIn(before.spans), ...topicsIn(before.layer?.spans ?? [])].map(topicKey))
  const title = input.title ?? before.title
  const text = input.text ?? before.text
  const same = title === before.title && text === before.text
  return parseWritten({
    title,
    text,
    language: input.language ?? (same ? before.language : undefined),
    layer: input.layer === undefined ? before.layer : input.layer,
    topics: input.topics ?? before.topic_names.filter((name) => !own.has(topicKey(name))),
  })
}

/** A text card shows the text: new words want a new card, and so does a note whose pictures were all taken away. null: pictures stay as asked. */
async function redraw(ctx: Context, author: Author, before: FullNote, input: EditNote, written: Written): Promise<Result<string> | null> {
  const emptied = input.media?.length === 0
  const [only] = before.media_ids
  const reworded = written.title !== before.title || written.text !== before.text
  const template = before.media_ids.length === 1 && only ? await isTextCard(ctx, only) : null
  const kept = !input.media || input.media.join() === before.media_ids.join()
  if (!emptied && !(kept && template && reworded)) return null
  if (!written.title && !written.text) return fail(noteEmpty)
  return textCardFor(ctx, author, written, template ?? undefined)
}

async function update(tx: Tx, note: FullNote, written: Written, input: EditNote, due: Date | null, marked: boolean): Promise<void> {
  await tx.run(sql`
    update note set title = ${written.title}, text = ${written.text}, spans = ${JSON.stringify(written.spans)}::jsonb, language = ${written.language},
      layer = ${written.layer ? JSON.stringify(written.layer) : null}::jsonb,
      visibility = ${input.visibility ?? note.visibility}, comments = ${input.comments ?? note.comments},
      notice = ${input.notice === undefined ? note.notice : noticeOf(input.notice)}, ai_made = ${input.aiMade ?? note.ai_made},
      publish_at = coalesce(${due}::timestamptz, publish_at),
      edited_at = case when ${marked && note.state === 'published'} then now() else edited_at end,
      edited_open_at = case when ${marked && note.state === 'published' && note.reach !== 'none'} then now() else edited_open_at end
    where id = ${note.id}`)
}

/** What follows from the new words: topics and their counters, who is named for the first time, the event. */
async function follow(ctx: Context, tx: Tx, note: FullNote, written: Written, input: EditNote, open: boolean): Promise<void> {
  const visibility = input.visibility ?? note.visibility
  const had = await topicsOf(tx, note.id)
  const counted = { before: countsIn(note.state, note.visibility, open), now: countsIn(note.state, visibility, open) }
  const topics = await ensureTopics(ctx, tx, written.topics, counted.now)
  await dropUnused(ctx, tx, await settleTopics(tx, note.id, had, topics, counted))
  if (note.state !== 'published') return
  const named = namedIn(note)
  const mentions = (
    await idsByHandles(
      tx,
      written.mentions.filter((handle) => !named.has(handle)),
    )
  ).map((a) => a.id)
  const { id: noteId, author_id: authorId, visibility: was } = note
  await emit(ctx, tx, 'note.edited', {
    ...{ noteId, authorId, mentions, language: written.language, visibility, was },
    topics: topics.map(({ id }) => ({ id })),
  })
}
