import { idsTopic, type Topic, tellAll } from '#server/platform/bus.ts'
import type { Context } from '#server/platform/context.ts'
import type { Queryable } from '#server/platform/db.ts'
import { heard } from '#server/platform/heard.ts'
import { NoteCache } from './cache.ts'
import type { CountRow } from './read.ts'
import { ReadyNotes } from './ready.ts'

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
const memory = (ctx: Context): { cache: NoteCache; ready: ReadyNotes } =>
  ctx.hold('notes.cache', () => {
    const both = { cache: new NoteCache(ctx), ready: new ReadyNotes(() => ctx.clock.monotonic()) }
    const missed = () => {
      both.cache.clear()
      both.ready.clear()
      heard(ctx).missed()
    }
    ctx.bus.hear(changedTopic, { heard: (ids) => forget(ctx, both, ids), missed })
    ctx.bus.hear(countedTopic, { heard: (rows) => count(ctx, both, rows), missed })
    return both
  })
type Memory = ReturnType<typeof memory>
// This room's memory first: whoever then makes anew what was made of these notes reads them again.
const forget = (ctx: Context, { cache, ready }: Memory, ids: readonly string[]) => {
  cache.forget(ids)
  ready.forget(ids)
  heard(ctx).changed(ids)
}
const count = (ctx: Context, { cache, ready }: Memory, rows: readonly CountRow[]) => {
  cache.count(rows)
  ready.count(rows)
  heard(ctx).counted(rows.map(({ id }) => id))
}

export const noteCache = (ctx: Context): NoteCache => memory(ctx).cache
/** Notes as strangers get them, written out. */
export const readyNotes = (ctx: Context): ReadyNotes => memory(ctx).ready

/** In the transaction that changes text, state, pictures or topics: every other process reads these notes again after the commit. */
export const tellChanged = (ctx: Context, tx: Queryable, ids: readonly string[]): Promise<void> => ctx.bus.tellOthers(tx, changedTopic, ids)

/** The same for event handlers, which have no moment after the commit: this process hears of it like the others. */
export const tellEveryone = (tx: Queryable, ids: readonly string[]): Promise<void> => tellAll(tx, changedTopic, ids)

/** After that commit, in this process at once. */
export const forgetNotes = (ctx: Context, ids: readonly string[]): void => forget(ctx, memory(ctx), ids)

/** After a commit that changed counters: exact here at once, in other processes within a second. What is lost on the way is caught up by the age of entries. */
export function countersChanged(ctx: Context, rows: readonly CountRow[]): void {
  count(ctx, memory(ctx), rows)
  ctx.bus.soon(countedTopic, rows)
}
