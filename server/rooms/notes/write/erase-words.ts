import type { Context } from '#server/platform/context.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import { dropUnused } from '../topics/drop.ts'

/** Takes the words out of notes or comments that are deleted, with their past wordings and their topics; bare rows stay for what hangs on them. */
export async function eraseWords(ctx: Context, tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.run(sql`
    update note set title = '', text = '', spans = '[]', language = 'und', layer = null, notice = null, removal = null, pinned = false
    where id = any(${ids}::bigint[]) and state = 'deleted'`)
  await tx.run(sql`delete from note_revision where note_id = any(${ids}::bigint[])`)
  const topics = await tx.rows<{ id: string }>(sql`delete from note_topic where note_id = any(${ids}::bigint[]) returning topic_id as id`)
  await dropUnused(
    ctx,
    tx,
    topics.map((t) => t.id),
  )
}
