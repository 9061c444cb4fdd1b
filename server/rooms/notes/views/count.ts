import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { countersChanged } from '../core/notices.ts'
import type { CountRow } from '../core/read.ts'
import { openNotes } from '../read-sight.ts'

const FLUSH_MS = 2_000
/** Different notes kept between two flushes; beyond, the flush comes early. */
const MOST = 20_000

interface Buffer {
  counts: Map<string, number>
  timer: NodeJS.Timeout | undefined
  /** The flush under way. */
  running: Promise<void> | null
}

const buffer = (ctx: Context): Buffer =>
  ctx.hold('notes.views', () => {
    const it: Buffer = { counts: new Map(), timer: undefined, running: null }
    ctx.onStop(async () => {
      clearTimeout(it.timer)
      await flushViews(ctx)
    })
    return it
  })

/** Counts views in memory; they reach the database within two seconds and at a clean stop. Ids of nothing count nothing. */
export function countViews(ctx: Context, noteIds: readonly string[]): void {
  const it = buffer(ctx)
  for (const id of noteIds) {
    // While the database is away, the buffer holds what it can; notes new to a full one are let go.
    if (it.counts.size >= MOST && !it.counts.has(id)) continue
    it.counts.set(id, (it.counts.get(id) ?? 0) + 1)
  }
  if (it.counts.size >= MOST && !it.running) void flushViews(ctx)
  it.timer ??= setTimeout(() => {
    it.timer = undefined
    void flushViews(ctx)
  }, FLUSH_MS).unref()
}

/** Writes what was counted; one flush at a time. */
export async function flushViews(ctx: Context): Promise<void> {
  const it = buffer(ctx)
  while (it.running) await it.running
  if (it.counts.size === 0) return
  const counts = it.counts
  it.counts = new Map()
  it.running = write(ctx, counts)
    .catch((e) => {
      ctx.log.warn({ err: e }, 'views wait for the next flush')
      for (const [id, n] of counts) it.counts.set(id, (it.counts.get(id) ?? 0) + n)
      it.timer ??= setTimeout(() => {
        it.timer = undefined
        void flushViews(ctx)
      }, FLUSH_MS).unref()
    })
    .finally(() => {
      it.running = null
    })
  await it.running
}

/** One statement: the notes' views, and those of their topics as far as everybody may come across the note. Only published notes (no comments) are viewed. */
async function write(ctx: Context, counts: ReadonlyMap<string, number>): Promise<void> {
  const ids = [...counts.keys()]
  const rows = await ctx.db.tx((tx) =>
    tx.rows<CountRow>(sql`
      with seen as (
        select v.id, v.n from unnest(${ids}::bigint[], ${[...counts.values()]}::bigint[]) as v(id, n)
        join note on note.id = v.id and note.state = 'published' and note.root_id is null),
      locked as materialized (select note_id from note_counter where note_id in (select id from seen) order by note_id for update),
      topics as (
        select x.topic_id as id, sum(seen.n)::bigint as n from seen join note_topic as x on x.note_id = seen.id
        where seen.id in (${openNotes(ids)}) group by x.topic_id),
      locked_topics as materialized (select topic_id from topic_counter where topic_id in (select id from topics) order by topic_id for update),
      by_topic as (
        update topic_counter as c set views = c.views + topics.n from topics
        where c.topic_id = topics.id and c.topic_id in (select topic_id from locked_topics))
      update note_counter as c set views = c.views + seen.n from seen
      where c.note_id = seen.id and c.note_id in (select note_id from locked)
      returning c.note_id as id, c.likes, c.collects, c.comments, c.views::float8 as views`),
  )
  countersChanged(ctx, rows)
}
