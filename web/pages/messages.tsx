import { msg } from '@lingui/core/macro'
import { Inbox } from '#web/features/notify/inbox.tsx'
import { notificationsQuery } from '#web/features/notify/queries.ts'
import type { Page } from '#web/lib/page.ts'

const kindOf = (search: URLSearchParams) => search.get('kind') ?? undefined

export const page: Page = {
  Body: ({ search }) => <Inbox kind={kindOf(search)} />,
  prefetch: ({ client, search }) => client.prefetchInfiniteQuery(notificationsQuery(kindOf(search))),
  head: ({ i18n }) => ({ title: `${i18n._(msg`Messages`)} · Vermilion`, hidden: true }),
}
