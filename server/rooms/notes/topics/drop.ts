import type { Context } from '#server/platform/context.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import type { Job } from '#server/platform/jobs.ts'
import { emit } from '../events.ts'

/** Has topics looked at that may have lost their last note: a name that nothing carries any more is somebody's erased word. */
export async function dropUnused(ctx: Context, tx: Tx, topicIds: readonly string[]): Promise<void> {
  const ids = [...new Set(topicIds)]
  if (ids.length > 0) await ctx.jobs.add(tx, 'notes.drop-topics', { ids })
}

/**
 * Deletes those of the topics that no note has. In a transaction of its own: whoever publishes takes a topic first and its counter then, and
 * here the rows are held before they are looked at, so that a note that takes one up at this moment keeps it.
 */
export const dropTopics: Job = async (ctx, { ids }: { ids: string[] }) => {
  await ctx.db.tx(async (tx) => {
    await tx.run(sql`select 1 from topic where id = any(${ids}::bigint[]) order by id for update`)
    const gone = await tx.rows<{ id: string }>(sql`
      delete from topic as t where t.id = any(${ids}::bigint[]) and not exists (select 1 from note_topic as x where x.topic_id = t.id) returning t.id`)
    if (gone.length > 0) await emit(ctx, tx, 'topic.dropped', { topics: gone.map((t) => t.id) })
  })
}
