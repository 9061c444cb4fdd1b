import { msg } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { trendingQuery } from '#web/features/topics/queries.ts'
import { TopicList } from '#web/features/topics/topic-list.tsx'
import type { Page } from '#web/lib/page.ts'
import { EmptyState, ErrorState, Skeleton } from '#web/ui/states.tsx'
import { TopBar } from '#web/ui/top-bar.tsx'

function Body() {
  const { data, error, refetch } = useQuery(trendingQuery())
  return (
    <>
      <TopBar title={<Trans>Topics people write about now</Trans>} fallback="/search" />
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton height={320} />
      ) : data.items.length === 0 ? (
        <EmptyState title={<Trans>No topics yet</Trans>}>
          <Trans>Write #something in a note, and it is one.</Trans>
        </EmptyState>
      ) : (
        <TopicList topics={data.items} />
      )}
    </>
  )
}

export const page: Page = {
  Body,
  prefetch: ({ client }) => client.prefetchQuery(trendingQuery()),
  head: ({ i18n }) => ({ title: `${i18n._(msg`Topics people write about now`)} · Vermilion`, canonical: '/topics' }),
}
