import type { Context } from '#server/platform/context.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import { idAt } from '#server/platform/ids.ts'
import type { Job } from '#server/platform/jobs.ts'
import type { Span } from '#server/rooms/language/schema.ts'
import { forgetNotes, tellChanged } from '../core/changes.ts'
import { idsByHandles, noteAuthorOpen } from '../core/read-accounts.ts'
import { emit } from '../events.ts'
import { countsIn } from '../policy.ts'
import type { Layer, Visibility } from '../schema.ts'
import { settleTopics, topicsOf } from '../topics/settle.ts'
import { mentionsIn } from './parse.ts'

const PROCESS_BITS = ((1n << 10n) - 1n) << 12n
/** Upper half of an id's count: fresh ids begin at its bottom, so the two hardly ever meet (and the primary key watches). */
const UPPER_HALF = 1 << 11

/** An id for now, or one that says another time: lists read by id are then lists by time of publication. */
export function idFor(ctx: Context, at: Date | null): string {
  const fresh = ctx.ids.next()
  if (!at) return fresh
  // Much that is brought in has the same minute: count on, whatever the time.
  const count = ctx.hold('notes.dated', () => ({ last: 0 }))
  count.last = (count.last + 1) % UPPER_HALF
  return (BigInt(idAt(at)) | (BigInt(fresh) & PROCESS_BITS) | BigInt(UPPER_HALF + count.last)).toString()
}

const YEAR_MS = 366 * 86_400_000

/** Whether a note can be put on the clock for then: in the future, and within a year. */
export function isAhead(ctx: Context, due: Date): boolean {
  const ahead = due.getTime() - ctx.clock.now().getTime()
  return ahead > 0 && ahead <= YEAR_MS
}

const keyOf = (noteId: string): string => `note.due:${noteId}`

/** Puts the note on the clock; a new time takes the place of the old one. */
export const schedule = (ctx: Context, tx: Tx, noteId: string, due: Date): Promise<void> =>
  ctx.jobs.add(tx, 'notes.publish-due', { noteId }, { runAt: due, key: keyOf(noteId) })

export const unschedule = (ctx: Context, tx: Tx, noteId: string): Promise<void> => ctx.jobs.cancel(tx, keyOf(noteId))

interface Due {
  author_id: string
  visibility: Visibility
  language: string
  spans: Span[]
  layer: Layer | null
}

/** A note whose hour has come; nothing if it is out already, gone, or was put off. */
export const publishDue: Job = async (ctx, { noteId }: { noteId: string }) => {
  const done = await ctx.db.tx(async (tx) => {
    const open = await noteAuthorOpen(tx, noteId)
    if (open === undefined) return false
    const note = await tx.one<Due>(sql`
      update note set state = 'published', published_at = now()
      where id = ${noteId} and state = 'scheduled' and publish_at <= now()
      returning author_id, visibility, language, spans, layer`)
    if (!note) return false
    const topics = (await topicsOf(tx, noteId)).map(({ id, key }) => ({ id, key }))
    await settleTopics(tx, noteId, topics, topics, { before: false, now: countsIn('published', note.visibility, open) })
    const named = mentionsIn([...note.spans, ...(note.layer?.spans ?? [])])
    const mentions = (await idsByHandles(tx, named)).map((a) => a.id)
    const { author_id: authorId, language, visibility } = note
    await emit(ctx, tx, 'note.published', {
      ...{ noteId, authorId, mentions, language, visibility },
      topics: topics.map(({ id }) => ({ id })),
    })
    await tellChanged(ctx, tx, [noteId])
    return true
  })
  if (done) forgetNotes(ctx, [noteId])
}
