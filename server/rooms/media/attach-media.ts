import { type Queryable, type Sql, sql } from '#server/platform/db.ts'
import { fail, ok, type Result } from '#server/platform/result.ts'
import { mediaUnusable } from './errors.ts'
import { mediaColumns } from './read.ts'
import type { ImageMedia, Media } from './schema.ts'
import type { ImageRow, MediaRow } from './tables.ts'
import { mediaView } from './view.ts'

/**
 * Takes media into use, inside the transaction of whatever shows them (a note, a draft, a comment); they are no longer swept.
 * Answers them in the order asked. Refuses unless all are the account's own and ready; the transaction then has to end without a trace.
 */
export const attachMedia = async (tx: Queryable, ids: readonly string[], accountId: string): Promise<Result<Media[]>> => {
  if (ids.length === 0) return ok([])
  const byId = new Map((await attach(tx, ids, accountId, sql``)).map((row) => [row.id, mediaView(row)]))
  const found = ids.map((id) => byId.get(id)).filter((media) => media !== undefined)
  return found.length === ids.length ? ok(found) : fail(mediaUnusable, { fields: { media: 'media-unusable' } })
}

const attach = <T extends MediaRow>(tx: Queryable, ids: readonly string[], accountId: string, ofKind: Sql): Promise<T[]> =>
  tx.rows<T>(sql`
    update media set attached_at = coalesce(attached_at, now()), released_at = null
    where id = any(${ids}::bigint[]) and account_id = ${accountId} and state = 'ready' ${ofKind}
    returning ${mediaColumns}`)

/** One picture of one's own, taken into use as an avatar or a banner. */
export const ownPicture = async (ctx: { db: Queryable }, viewer: { accountId: string }, id: string): Promise<ImageMedia | undefined> => {
  const [row] = await attach<ImageRow>(ctx.db, [id], viewer.accountId, sql`and kind = 'image'`)
  return row && mediaView(row)
}

/**
 * Lets media go, inside the transaction that stops showing them (and after it has done so); those that something else still shows stay.
 * What nobody takes up again is swept after two hours.
 */
export const releaseMedia = async (tx: Queryable, ids: readonly string[], accountId: string): Promise<void> => {
  if (ids.length === 0) return
  await tx.run(sql`
    update media set attached_at = null, released_at = now()
    where id = any(${ids}::bigint[]) and account_id = ${accountId} and attached_at is not null and not media_shown(id, account_id)`)
}
