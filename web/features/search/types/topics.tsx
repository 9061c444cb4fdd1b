import { Trans } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { TopicList } from '#web/features/topics/topic-list.tsx'
import { ErrorState, Skeleton } from '#web/ui/states.tsx'
import { Nothing } from '../nothing.tsx'
import { topicsFoundQuery } from '../queries.ts'
import type { SearchTypeView } from '../search-type.ts'

function TopicsFound({ q }: { q: string }) {
  const { data, error, refetch } = useInfiniteQuery(topicsFoundQuery(q))
  const topics = data?.pages.flatMap((page) => page.items) ?? []
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={240} />
  return topics.length === 0 ? <Nothing q={q} /> : <TopicList topics={topics} ranked={false} />
}

export const type: SearchTypeView = {
  place: 3,
  label: <Trans>Topics</Trans>,
  Results: TopicsFound,
  prefetch: (client, q) => client.prefetchInfiniteQuery(topicsFoundQuery(q)),
}
