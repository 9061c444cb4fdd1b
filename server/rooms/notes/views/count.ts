import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { countersChanged } from '../core/changes.ts'
import type { CountRow } from '../core/read.ts'
import { openNotes } from '../read-sight.ts'
import { type Look, settleLooks } from './settle.ts'

const FLUSH_MS = 2_000
/** Different notes, and looks, kept between two flushes; beyond, the flush comes early. */
const MOST = 20_000
/** Looks settled at once: between two such portions others are answered. */
const LOOKS = 2_000
/** Notes of one transaction: whoever likes or comments on one of them waits for as long as it lasts, with a connection in hand. */
const PORTION = 400

/** Who looks. `key` tells lookers apart; a stranger has a network and no account. */
export interface Looker {
  key: string
  accountId: string | null
  network: string | null
}

interface Buffer {
  /** Looks that may count, by their marks. */
  looks: Map<string, Look>
  counts: Map<string, number>
  timer: NodeJS.Timeout | undefined
  /** The flush under way. */
  running: Promise<void> | null
}

const buffer = (ctx: Context): Buffer =>
  ctx.hold('notes.views', () => {
    const it: Buffer = { looks: new Map(), counts: new Map(), timer: undefined, running: null }
    ctx.onStop(async () => {
      clearTimeout(it.timer)
      await flushViews(ctx)
    })
    return it
  })

/** Keeps a look until the next flush, which finds out whether it counts. The same one twice is one. */
export function noteLook(ctx: Context, mark: string, look: Look): void {
  const it = buffer(ctx)
  hold(it, mark, look)
  soon(ctx, it, it.looks.size >= MOST)
}

/** While the database is away, the buffer holds what it can; what is new to a full one is let go. */
function hold(it: Buffer, mark: string, look: Look): void {
  if (it.looks.size < MOST && !it.looks.has(mark)) it.looks.set(mark, look)
}
function add(it: Buffer, id: string, n: number): void {
  const had = it.counts.get(id)
  if (had !== undefined || it.counts.size < MOST) it.counts.set(id, (had ?? 0) + n)
}

/** Counts views in memory; they reach the database within two seconds and at a clean stop. Ids of nothing count nothing. */
export function countViews(ctx: Context, noteIds: readonly string[]): void {
  const it = buffer(ctx)
  for (const id of noteIds) add(it, id, 1)
  soon(ctx, it, it.counts.size >= MOST)
}

function soon(ctx: Context, it: Buffer, isFull: boolean): void {
  if (isFull && !it.running) void flushViews(ctx)
  it.timer ??= setTimeout(() => {
    it.timer = undefined
    void flushViews(ctx)
  }, FLUSH_MS).unref()
}

/** Settles the looks and writes what was counted; one flush at a time. */
export async function flushViews(ctx: Context): Promise<void> {
  const it = buffer(ctx)
  while (it.running) await it.running
  if (it.looks.size === 0 && it.counts.size === 0) return
  it.running = flush(ctx, it).finally(() => {
    it.running = null
  })
  await it.running
}

async function flush(ctx: Context, it: Buffer): Promise<void> {
  const looks = it.looks
  it.looks = new Map()
  const counts = new Map<string, number>()
  try {
    const marks = [...looks.keys()]
    for (let from = 0; from < marks.length; from += LOOKS) {
      const portion = marks.slice(from, from + LOOKS)
      for (const id of await settleLooks(ctx, new Map(portion.map((mark) => [mark, looks.get(mark) as Look])))) add(it, id, 1)
      // Once settled they are counted, also if what comes after them fails.
      for (const mark of portion) looks.delete(mark)
    }
    for (const [id, n] of it.counts) counts.set(id, n)
    it.counts = new Map()
    const ids = [...counts.keys()]
    for (let from = 0; from < ids.length; from += PORTION) {
      const portion = ids.slice(from, from + PORTION)
      await write(
        ctx,
        portion,
        portion.map((id) => counts.get(id) ?? 0),
      )
      for (const id of portion) counts.delete(id)
    }
  } catch (e) {
    ctx.log.warn({ err: e }, 'views wait for the next flush')
    for (const [mark, look] of looks) hold(it, mark, look)
    for (const [id, n] of counts) add(it, id, n)
    soon(ctx, it, false)
  }
}

/** One statement: the notes' views, and those of their topics as far as everybody may come across the note. Only published notes (no comments) are viewed. */
async function write(ctx: Context, ids: readonly string[], counts: readonly number[]): Promise<void> {
  const rows = await ctx.db.tx((tx) =>
    tx.rows<CountRow>(sql`
      with seen as (
        select v.id, v.n from unnest(${ids}::bigint[], ${counts}::bigint[]) as v(id, n)
        join note on note.id = v.id and note.state = 'published' and note.root_id is null),
      locked as materialized (select note_id from note_counter where note_id in (select id from seen) order by note_id for update),
      topics as (
        select x.topic_id as id, sum(seen.n)::bigint as n from seen join note_topic as x on x.note_id = seen.id
        where seen.id in (${openNotes(ids)}) group by x.topic_id),
      locked_topics as materialized (select topic_id from topic_counter where topic_id in (select id from topics) order by topic_id for update),
      by_topic as (
        update topic_counter as c set views = c.views + topics.n from topics
        where c.topic_id = topics.id and c.topic_id in (select topic_id from locked_topics))
      update note_counter as c set views = c.views + seen.n, version = c.version + 1 from seen
      where c.note_id = seen.id and c.note_id in (select note_id from locked)
      returning c.note_id as id, c.likes, c.collects, c.comments, c.views::float8 as views, c.version::float8 as version`),
  )
  countersChanged(ctx, rows)
}
