import { idsTopic, type Topic, tellAll } from '#server/platform/bus.ts'
import type { Context } from '#server/platform/context.ts'
import type { Queryable } from '#server/platform/db.ts'
import { NoteCache } from './cache.ts'
import type { CountRow } from './read.ts'

/** Notes whose text, state, pictures or topics changed. */
const changedTopic = idsTopic('notes.changed')

/** What a note's counters are now. */
const countedTopic: Topic<CountRow> = {
  name: 'notes.counted',
  write: ({ id, likes, collects, comments, views, version }) => `${id} ${likes} ${collects} ${comments} ${views} ${version}`,
  read: (line) => {
    const [id = '', ...numbers] = line.split(' ')
    const [likes = 0, collects = 0, comments = 0, views = 0, version = 0] = numbers.map(Number)
    return { id, likes, collects, comments, views, version }
  },
  about: ({ id }) => id,
}

/**
 * This process' cache of notes and its line to the others. Changes of text are told in the transaction; changed counters are collected and told
 * a few times a second with their values, so that nobody reads them again.
 */
export const noteCache = (ctx: Context): NoteCache =>
  ctx.hold('notes.cache', () => {
    const cache = new NoteCache(ctx)
    const missed = () => cache.clear()
    ctx.bus.hear(changedTopic, { heard: (ids) => cache.forget(ids), missed })
    ctx.bus.hear(countedTopic, { heard: (rows) => cache.count(rows), missed })
    return cache
  })

/** In the transaction that changes text, state, pictures or topics: every other process reads these notes again after the commit. */
export const tellChanged = (ctx: Context, tx: Queryable, ids: readonly string[]): Promise<void> => ctx.bus.tellOthers(tx, changedTopic, ids)

/** The same for event handlers, which have no moment after the commit: this process hears of it like the others. */
export const tellEveryone = (tx: Queryable, ids: readonly string[]): Promise<void> => tellAll(tx, changedTopic, ids)

/** After that commit, in this process at once. */
export const forgetNotes = (ctx: Context, ids: readonly string[]): void => noteCache(ctx).forget(ids)

/** After a commit that changed counters: exact here at once, in other processes within a second. What is lost on the way is caught up by the age of entries. */
export function countersChanged(ctx: Context, rows: readonly CountRow[]): void {
  noteCache(ctx).count(rows)
  ctx.bus.soon(countedTopic, rows)
}
