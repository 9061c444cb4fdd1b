import { Trans } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { PersonList } from '#web/features/graph/person-list.tsx'
import { CardWaterfall } from '#web/features/notes/card-waterfall.tsx'
import { TopicList } from '#web/features/topics/topic-list.tsx'
import { isolated } from '#web/lib/direction.ts'
import edge from '#web/ui/edge.module.css'
import { EmptyState, ErrorState, Skeleton } from '#web/ui/states.tsx'
import { notesFoundQuery, peopleFoundQuery, type SearchType, topicsFoundQuery } from './queries.ts'

function Nothing(props: { q: string }) {
  const q = isolated(props.q)
  return (
    <EmptyState title={<Trans>Nothing found for “{q}”</Trans>}>
      <Trans>Try fewer or other words, or the same thing in another language.</Trans>
    </EmptyState>
  )
}

/** What was found, by kind. */
export function Found({ q, type }: { q: string; type: SearchType }) {
  if (type === 'accounts') return <PersonList query={peopleFoundQuery(q)} empty={<Nothing q={q} />} />
  if (type === 'topics') return <TopicsFound q={q} />
  return (
    <div className={edge.cards}>
      <CardWaterfall query={notesFoundQuery(q)} empty={<Nothing q={q} />} />
    </div>
  )
}

function TopicsFound({ q }: { q: string }) {
  const { data, error, refetch } = useInfiniteQuery(topicsFoundQuery(q))
  const topics = data?.pages.flatMap((page) => page.items) ?? []
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={240} />
  return topics.length === 0 ? <Nothing q={q} /> : <TopicList topics={topics} ranked={false} />
}
