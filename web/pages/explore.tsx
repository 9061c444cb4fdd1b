import { msg } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { FeedPage } from '#web/features/feed/feed-page.tsx'
import { exploreQuery } from '#web/features/feed/queries.ts'
import { CardWaterfall } from '#web/features/notes/card-waterfall.tsx'
import type { Page } from '#web/lib/page.ts'
import { ButtonLink } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/states.tsx'

const query = exploreQuery()

const Body = () => (
  <FeedPage current="/">
    <CardWaterfall
      query={query}
      empty={
        <EmptyState
          title={<Trans>Nobody has written yet</Trans>}
          action={
            <ButtonLink href="/compose" look="primary">
              <Trans>Write the first note</Trans>
            </ButtonLink>
          }
        >
          <Trans>A photo and one sentence are enough.</Trans>
        </EmptyState>
      }
    />
  </FeedPage>
)

export const page: Page = {
  Body,
  prefetch: ({ client }) => client.fetchInfiniteQuery(query),
  head: ({ i18n }) => ({
    title: i18n._(msg`Vermilion 朱笺 · Explore`),
    description: i18n._(msg`A community where people who share no language share their lives: food, pets, outfits, cities, homework help.`),
    canonical: '/',
    image: { url: '/icon-512.png', width: 512, height: 512, alt: 'Vermilion' },
  }),
}
