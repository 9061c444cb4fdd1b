import type { Context } from '#server/platform/context.ts'
import { page, timed } from '#server/platform/cursor.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { Id, type List, type Page } from '#server/platform/schema.ts'
import { pictures } from '../core/pictures.ts'
import { type Draft, MAX_MEDIA } from '../schema.ts'
import type { DraftRow } from '../tables.ts'
import { draftRow, draftRows, ownPictures } from './read.ts'

/** Media ids that a draft names, whatever else stands in it. */
export function mediaIn(content: Record<string, unknown>): string[] {
  const ids = Array.isArray(content.media) ? content.media.map((m) => Id.safeParse(m).data) : []
  return [...new Set(ids.filter((id) => id !== undefined && BigInt(id) < 2n ** 63n))].slice(0, MAX_MEDIA) as string[]
}

/** Drafts of one person with the pictures of theirs that they name. */
export async function draftViews(ctx: Context, owner: Owner, rows: readonly DraftRow[]): Promise<Draft[]> {
  const named = [...new Set(rows.flatMap((r) => mediaIn(r.content)))]
  const own = named.length ? await ownPictures(ctx.db, owner.accountId, named) : []
  const media = await pictures(
    ctx,
    own.map((o) => o.id),
  )
  return rows.map(({ id, content, version, updated_at }) => ({
    id,
    content,
    media: mediaIn(content).flatMap((m) => media.get(m) ?? []),
    version,
    updatedAt: updated_at.toISOString(),
  }))
}

type Owner = Pick<Viewer, 'accountId'>

export async function readDraft(ctx: Context, owner: Owner, id: string): Promise<Result<Draft>> {
  const row = await draftRow(ctx.db, owner.accountId, id)
  const [view] = row ? await draftViews(ctx, owner, [row]) : []
  return view ? ok(view) : fail(notFound)
}

export async function listDrafts(ctx: Context, owner: Owner, { cursor, limit }: Page): Promise<List<Draft>> {
  const rows = page(await draftRows(ctx.db, owner.accountId, timed(cursor), limit + 1), limit, (last) => [last.us, last.id])
  return { items: await draftViews(ctx, owner, rows.items), next: rows.next }
}
