import { msg } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { FeedPage } from '#web/features/feed/feed-page.tsx'
import { followingQuery } from '#web/features/feed/queries.ts'
import { CardWaterfall } from '#web/features/notes/card-waterfall.tsx'
import type { Page } from '#web/lib/page.ts'
import { ButtonLink } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/states.tsx'

const query = followingQuery()

const Body = () => (
  <FeedPage current="/following">
    <CardWaterfall
      query={query}
      empty={
        <EmptyState
          title={<Trans>You follow nobody yet</Trans>}
          action={
            <ButtonLink href="/" look="primary">
              <Trans>Find people in Explore</Trans>
            </ButtonLink>
          }
        >
          <Trans>Notes of the people you follow come here, the newest first.</Trans>
        </EmptyState>
      }
    />
  </FeedPage>
)

export const page: Page = {
  Body,
  prefetch: ({ client }) => client.fetchInfiniteQuery(query),
  head: ({ i18n }) => ({ title: `${i18n._(msg`Following`)} · Vermilion`, hidden: true }),
}
