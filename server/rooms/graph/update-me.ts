import type { Context } from '#server/platform/context.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, ok, type Result } from '#server/platform/result.ts'
import { updateAccount } from '#server/rooms/accounts/index.ts'
import type { Me, UpdateMe } from '#server/rooms/accounts/schema.ts'
import { findSpans } from '#server/rooms/language/index.ts'
import { ownPicture } from '#server/rooms/media/index.ts'
import { meView } from './account-view.ts'
import { acceptAll } from './answer-request.ts'
import { pictureUnusable } from './errors.ts'

/** Changes one's own profile and settings. Making an account public lets in all who asked to follow it. */
export async function updateMe(ctx: Context, viewer: Pick<Viewer, 'accountId'>, input: UpdateMe): Promise<Result<Me>> {
  const { avatar, banner, bio, ...rest } = input
  const avatarPicture = await picture(ctx, viewer, 'avatar', avatar)
  if (!avatarPicture.ok) return avatarPicture
  const bannerPicture = await picture(ctx, viewer, 'banner', banner)
  if (!bannerPicture.ok) return bannerPicture
  return ok(await meView(ctx, viewer))
}
