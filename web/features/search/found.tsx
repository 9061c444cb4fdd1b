import { Trans } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { PersonList } from '#web/features/graph/person-list.tsx'
import { CardWaterfall } from '#web/features/notes/card-waterfall.tsx'
import { TopicList } from '#web/features/topics/topic-list.tsx'
import { isolated } from '#web/lib/direction.ts'
import edge from '#web/ui/edge.module.css'
import { EmptyState, ErrorState, Skeleton } from '#web/ui/states.tsx'
import { notesFoundQuery, peopleFoundQuery, type SearchType, topicsFoundQuery } from './queries.ts'
import css from './search.module.css'

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
      <CardWaterfall query={notesFoundQuery(q)} empty={<NoNotes q={q} />} />
    </div>
  )
}

/** No note has these words; a person or a topic may be called so. */
function NoNotes({ q }: { q: string }) {
  const people = useInfiniteQuery(peopleFoundQuery(q)).data?.pages[0]?.items.length ?? 0
  const topics = useInfiniteQuery(topicsFoundQuery(q)).data?.pages[0]?.items ?? []
  if (people + topics.length === 0) return <Nothing q={q} />
  const named = isolated(q)
  return (
    <>
      <p className={css.instead}>
        <Trans>No notes for “{named}”. But there is:</Trans>
      </p>
      {people > 0 && <PersonList query={peopleFoundQuery(q)} empty={null} />}
      {topics.length > 0 && <TopicList topics={topics} ranked={false} />}
    </>
  )
}

function TopicsFound({ q }: { q: string }) {
  const { data, error, refetch } = useInfiniteQuery(topicsFoundQuery(q))
  const topics = data?.pages.flatMap((page) => page.items) ?? []
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={240} />
  return topics.length === 0 ? <Nothing q={q} /> : <TopicList topics={topics} ranked={false} />
}
