import { type Queryable, sql } from '#server/platform/db.ts'
import { fail, ok, type Result } from '#server/platform/result.ts'
import { mediaUnusable } from './errors.ts'
import { mediaColumns } from './read.ts'
import type { Media } from './schema.ts'
import type { MediaRow } from './tables.ts'
import { mediaView } from './view.ts'

/**
 * Takes pictures into use, inside the transaction of whatever shows them (a note, a draft, a comment); they are no longer swept.
 * Answers them in the order asked. Refuses unless all are the account's own and ready; the transaction then has to end without a trace.
 */
export const attachMedia = async (tx: Queryable, ids: readonly string[], accountId: string): Promise<Result<Media[]>> => {
  if (ids.length === 0) return ok([])
  const rows = await tx.rows<MediaRow>(sql`
    update media set attached_at = coalesce(attached_at, now()), released_at = null
    where id = any(${ids}::bigint[]) and account_id = ${accountId} and state = 'ready'
    returning ${mediaColumns}`)
  const byId = new Map(rows.map((row) => [row.id, mediaView(row)]))
  const found = ids.map((id) => byId.get(id)).filter((media) => media !== undefined)
  return found.length === ids.length ? ok(found) : fail(mediaUnusable, { fields: { media: 'media-unusable' } })
}

/** One picture of one's own, taken into use as an avatar or a banner. */
export const ownPicture = async (ctx: { db: Queryable }, viewer: { accountId: string }, id: string): Promise<Media | undefined> => {
  const result = await attachMedia(ctx.db, [id], viewer.accountId)
  return result.ok && result.value[0]?.kind === 'image' ? result.value[0] : undefined
}

/**
 * Lets pictures go, inside the transaction that stops showing them (and after it has done so); those that something else still shows stay.
 * What nobody takes up again is swept after two hours.
 */
export const releaseMedia = async (tx: Queryable, ids: readonly string[], accountId: string): Promise<void> => {
  if (ids.length === 0) return
  await tx.run(sql`
    update media set attached_at = null, released_at = now()
    where id = any(${ids}::bigint[]) and account_id = ${accountId} and attached_at is not null and not media_shown(id, account_id)`)
}
