import { sql } from '#server/platform/db.ts'
import type { Handler } from '#server/platform/events.ts'

/** `media.changed`: an avatar or banner that was cropped anew, or has better renditions, is served from another address. */
const onMediaChanged: Handler<'media.changed'> = async (_ctx, tx, events) => {
  for (const { facts } of events)
    await tx.run(sql`
      update account set avatar_url = case when avatar_id = ${facts.mediaId} then ${facts.smallUrl} else avatar_url end,
        banner_url = case when banner_id = ${facts.mediaId} then ${facts.url} else banner_url end
      where id = ${facts.accountId} and (avatar_id = ${facts.mediaId} or banner_id = ${facts.mediaId})`)
}

export const accountsHears = { onMediaChanged }
