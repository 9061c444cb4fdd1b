import type { Context } from '#server/platform/context.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, ok, type Result } from '#server/platform/result.ts'
import { updateAccount } from '#server/rooms/accounts/index.ts'
import type { UpdateMe } from '#server/rooms/accounts/schema.ts'
import { ownPicture } from '#server/rooms/media/index.ts'
import type { ImageMedia } from '#server/rooms/media/schema.ts'
import { meView } from './account-view.ts'
import { pictureUnusable } from './errors.ts'

type Picture = { id: string; url: string } | null | undefined

/** The rendition nearest to what is shown: avatars are small, banners go across the page. */
function urlOf(media: ImageMedia, which: 'avatar' | 'banner'): string {
  const webp = media.variants.filter((v) => v.type === 'image/webp').sort((a, b) => a.width - b.width)
  return (which === 'avatar' ? webp[0] : webp.at(-1))?.url ?? media.url
}

/** The picture chosen, taken into use; it has to be ready and one's own. */
async function picture(ctx: Context, viewer: Viewer, which: 'avatar' | 'banner', id: string | null | undefined): Promise<Result<Picture>> {
  if (id === undefined || id === null) return ok(id)
  const media = await ownPicture(ctx, viewer, id)
  return media ? ok({ id, url: urlOf(media, which) }) : fail(pictureUnusable, { fields: { [which]: 'picture-unusable' } })
}

/** Changes one's own profile and settings. Making an account public lets in all who asked to follow it (from `account.changed`). */
async function updateMe(ctx: Context, viewer: Viewer, input: UpdateMe): Promise<Result<void>> {
  const avatar = await picture(ctx, viewer, 'avatar', input.avatar)
  if (!avatar.ok) return avatar
  const banner = await picture(ctx, viewer, 'banner', input.banner)
  if (!banner.ok) return banner
  return updateAccount(ctx, viewer, { ...input, avatar: avatar.value, banner: banner.value })
}

/** One's own account: seeing it (all but what upper rooms count) and changing it. */
export const oneself = { view: meView, update: updateMe }
