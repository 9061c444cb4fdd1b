import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql } from '#server/platform/db.ts'
import { deleteLoose } from './delete-media.ts'

const STEP = 200

/** Deletes everything somebody ever uploaded, with its files, once nothing shows it any more: for people who are erased. */
export async function eraseMedia(ctx: Context, accountId: string): Promise<void> {
  for (let after = '0'; ; ) {
    const rows = await ctx.db.rows<{ id: string }>(sql`
      update media set attached_at = null, released_at = now()
      where id in (select id from media where account_id = ${accountId} and id > ${after} order by id limit ${STEP}) returning id`)
    for (const { id } of rows) {
      await deleteLoose(ctx, id)
      if (BigInt(id) > BigInt(after)) after = id
    }
    if (rows.length < STEP) return
  }
}

/** After the transaction: deletes those of these pictures that were let go and that nothing shows, instead of waiting for the sweep. */
export const dropMediaLater = async (ctx: Context, tx: Queryable, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0) await ctx.jobs.add(tx, 'media.drop', { ids })
}

export const dropMedia = async (ctx: Context, { ids }: { ids: string[] }): Promise<void> => {
  for (const id of ids) await deleteLoose(ctx, id)
}
