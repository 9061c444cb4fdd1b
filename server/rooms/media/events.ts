import type { Context } from '#server/platform/context.ts'
import type { Queryable } from '#server/platform/db.ts'
import type { MediaRow } from './tables.ts'
import { mediaView } from './view.ts'

/** `media.changed`: a picture has another crop, another alt text or more renditions. Whoever keeps a copy of its address takes the new one. */
export interface MediaChanged {
  mediaId: string
  accountId: string
  url: string
  /** The smallest WebP, as avatars use it. */
  smallUrl: string
}

/** `media.removed`: a picture is gone with all its files. */
export interface MediaRemoved {
  mediaId: string
  accountId: string
}

export interface MediaEvents {
  'media.changed': MediaChanged
  'media.removed': MediaRemoved
}

declare module '#server/platform/events.ts' {
  interface EventFacts extends MediaEvents {}
}

export const mediaChanged = (ctx: Context, tx: Queryable, row: MediaRow): Promise<void> => {
  const view = mediaView(row)
  const smallUrl = view.variants.filter((variant) => variant.type === 'image/webp').at(-1)?.url ?? view.url
  return ctx.events.emit(tx, 'media.changed', {
    mediaId: row.id,
    accountId: row.account_id,
    url: view.url,
    smallUrl,
  })
}

export const mediaRemoved = (ctx: Context, tx: Queryable, row: Pick<MediaRow, 'id' | 'account_id'>): Promise<void> =>
  ctx.events.emit(tx, 'media.removed', { mediaId: row.id, accountId: row.account_id })
