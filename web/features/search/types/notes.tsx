import { Trans } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { PersonList } from '#web/features/graph/person-list.tsx'
import { CardWaterfall } from '#web/features/notes/card-waterfall.tsx'
import { TopicList } from '#web/features/topics/topic-list.tsx'
import { isolated } from '#web/lib/direction.ts'
import edge from '#web/ui/edge.module.css'
import { Nothing } from '../nothing.tsx'
import { notesFoundQuery, peopleFoundQuery, topicsFoundQuery } from '../queries.ts'
import css from '../search.module.css'
import type { SearchTypeView } from '../search-type.ts'

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

export const type: SearchTypeView = {
  place: 1,
  label: <Trans>Notes</Trans>,
  Results: ({ q }) => (
    <div className={edge.cards}>
      <CardWaterfall query={notesFoundQuery(q)} empty={<NoNotes q={q} />} />
    </div>
  ),
  /** Notes; where there are none, also who or what is called so. */
  prefetch: async (client, q) => {
    await client.prefetchInfiniteQuery(notesFoundQuery(q))
    const found = client.getQueryData(notesFoundQuery(q).queryKey)
    if (found?.pages[0]?.items.length === 0)
      await Promise.all([client.prefetchInfiniteQuery(peopleFoundQuery(q)), client.prefetchInfiniteQuery(topicsFoundQuery(q))])
  },
}
