import type { Context } from '#server/platform/context.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { mayManage } from './policy.ts'
import { mediaRow } from './read.ts'
import type { ImageMedia, Media } from './schema.ts'
import { mediaView } from './view.ts'

/** One's own upload. */
export const getMedia = async (ctx: Context, viewer: { accountId: string }, id: string): Promise<Result<Media>> => {
  const row = await mediaRow(ctx.db, id)
  return row && mayManage(viewer, row) ? ok(mediaView(row)) : fail(notFound)
}

/** One's own upload that is a picture. */
export const getPicture = async (ctx: Context, viewer: { accountId: string }, id: string): Promise<Result<ImageMedia>> => {
  const row = await mediaRow(ctx.db, id)
  return row?.kind === 'image' && mayManage(viewer, row) ? ok(mediaView(row)) : fail(notFound)
}
