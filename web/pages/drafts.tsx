import { msg } from '@lingui/core/macro'
import { DraftsPage } from '#web/features/compose/drafts-page.tsx'
import { draftsQuery, scheduledQuery } from '#web/features/compose/queries.ts'
import type { Page } from '#web/lib/page.ts'

export const page: Page = {
  Body: DraftsPage,
  prefetch: async ({ client, viewer }) => {
    if (viewer) await Promise.all([client.prefetchInfiniteQuery(draftsQuery()), client.prefetchInfiniteQuery(scheduledQuery())])
  },
  head: ({ i18n }) => ({ title: `${i18n._(msg`Drafts`)} · Vermilion`, hidden: true }),
}
