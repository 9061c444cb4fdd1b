import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql, type Tx } from '#server/platform/db.ts'
import { ok, type Result } from '#server/platform/result.ts'
import { cutText } from '#server/platform/text.ts'
import { attachMedia, dropMediaLater, makeTextCard, mediaByIds, releaseMedia } from '#server/rooms/media/index.ts'
import type { Media } from '#server/rooms/media/schema.ts'
import type { Cover } from '../schema.ts'

/** As much of a long text as a card can carry. */
const CARD_TEXT = 2000

export const pictures = (db: { db: Queryable }, ids: readonly string[]): Promise<Map<string, Media>> => mediaByIds(db, ids)

/** The covers of these notes as a card shows them, by media id. */
export async function covers(ctx: Context, rows: readonly { cover_id: string | null }[]): Promise<Map<string, Cover>> {
  const ids = [...new Set(rows.map((r) => r.cover_id).filter((id) => id !== null))]
  const views = await mediaByIds(ctx, ids)
  return new Map([...views].map(([id, media]) => [id, coverOf(media)]))
}

function coverOf(media: Media): Cover {
  switch (media.kind) {
    case 'image': {
      const { kind, width, height, thumbhash, color, alt, textCard, variants } = media
      return { kind, width, height, thumbhash, color, alt, textCard, variants }
    }
    case 'video': {
      const { kind, width, height, duration, poster, alt } = media
      return { kind, width, height, duration, poster, alt }
    }
    case 'audio': {
      const { kind, duration, alt } = media
      return { kind, duration, alt }
    }
    default:
      return media satisfies never
  }
}

/**
 * Shows these pictures (one's own, ready) under a note or comment, in this order, in place of those it had; what is no longer shown is let
 * go. A refusal has to end the transaction.
 */
export async function attachPictures(
  tx: Tx,
  accountId: string,
  noteId: string,
  ids: readonly string[],
  had: readonly string[] = [],
): Promise<Result<unknown>> {
  const attached = await attachMedia(tx, ids, accountId)
  if (!attached.ok) return attached
  if (had.length) await tx.run(sql`delete from note_media where note_id = ${noteId}`)
  if (ids.length)
    await tx.run(sql`
      insert into note_media (note_id, position, media_id)
      select ${noteId}, t.position - 1, t.id from unnest(${ids}::bigint[]) with ordinality as t(id, position)`)
  await releasePictures(
    tx,
    accountId,
    had.filter((id) => !ids.includes(id)),
  )
  return ok()
}

/** Stops showing pictures under a note that is deleted; those that nothing else shows go with it: a text card is its words. */
export async function detachPictures(ctx: Context, tx: Tx, accountId: string, noteId: string): Promise<void> {
  const gone = await tx.rows<{ media_id: string }>(sql`delete from note_media where note_id = ${noteId} returning media_id`)
  const ids = gone.map((g) => g.media_id)
  await releasePictures(tx, accountId, ids)
  await dropMediaLater(ctx, tx, ids)
}

/** Lets pictures go unless something else shows them. */
export const releasePictures = (tx: Tx, accountId: string, ids: readonly string[]): Promise<void> => releaseMedia(tx, ids, accountId)

/** Keeps pictures of a draft from being swept; those that are not one's own (or not ready) are passed over. */
export async function keepPictures(tx: Tx, accountId: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) await attachMedia(tx, [id], accountId)
}

/** Draws the words as a picture of their author's; its id. To be done before the transaction: it takes some milliseconds. */
export async function textCardFor(
  ctx: Context,
  author: { accountId: string },
  words: { title: string; text: string },
  template?: string,
): Promise<Result<string>> {
  const made = await makeTextCard(ctx, author, {
    title: words.title,
    text: cutText(words.text, CARD_TEXT),
    ...(template ? { template } : {}),
  })
  return made.ok ? ok(made.value.id) : made
}

/** The template if this picture is a text card. */
export const isTextCard = async (ctx: Context, mediaId: string): Promise<string | null> =>
  templateOf((await mediaByIds(ctx, [mediaId])).get(mediaId))

const templateOf = (media: Media | undefined): string | null => (media?.kind === 'image' ? media.textCard : null)
