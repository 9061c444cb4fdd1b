import type { Context } from '#server/platform/context.ts'
import type { Queryable } from '#server/platform/db.ts'
import { still } from './still.ts'
import type { MediaRow } from './tables.ts'
import { mediaView } from './view.ts'

/** `media.changed`: a medium has another crop, another alt text or more renditions. Whoever keeps a copy of its address takes the new one. */
export interface MediaChanged {
  mediaId: string
  accountId: string
  url: string
  /** The smallest WebP, as avatars use it; of what no picture stands for, the same as `url`. */
  smallUrl: string
}

/** `media.removed`: a medium is gone with all its files. */
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
  return ctx.events.emit(tx, 'media.changed', {
    mediaId: row.id,
    accountId: row.account_id,
    url: view.url,
    smallUrl: still.smallest(view) ?? view.url,
  })
}

export const mediaRemoved = (ctx: Context, tx: Queryable, row: Pick<MediaRow, 'id' | 'account_id'>): Promise<void> =>
  ctx.events.emit(tx, 'media.removed', { mediaId: row.id, accountId: row.account_id })
