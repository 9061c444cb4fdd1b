import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { type QueryClient, useQuery } from '@tanstack/react-query'
import { Found } from '#web/features/search/found.tsx'
import { notesFoundQuery, peopleFoundQuery, type SearchType, topicsFoundQuery } from '#web/features/search/queries.ts'
import css from '#web/features/search/search.module.css'
import { SearchBox } from '#web/features/search/search-box.tsx'
import { trendingQuery } from '#web/features/topics/queries.ts'
import { TopicList } from '#web/features/topics/topic-list.tsx'
import { isolated } from '#web/lib/direction.ts'
import type { Page } from '#web/lib/page.ts'
import { pathTo } from '#web/lib/path.ts'
import { Link } from '#web/lib/router.tsx'
import { Tabs } from '#web/ui/tabs.tsx'

const typeOf = (search: URLSearchParams): SearchType => {
  const type = search.get('type')
  return type === 'accounts' || type === 'topics' ? type : 'notes'
}
const wordsOf = (search: URLSearchParams) => (search.get('q') ?? '').trim()

function Body({ search }: { search: URLSearchParams }) {
  const { t } = useLingui()
  const q = wordsOf(search)
  const type = typeOf(search)
  return (
    <>
      <h1 className="aloud">
        <Trans>Search</Trans>
      </h1>
      <SearchBox key={q} q={q} type={type} focus={q === ''} />
      {q ? (
        <>
          <Tabs
            label={t`Kinds of results`}
            items={[
              { href: pathTo.search(q), label: <Trans>Notes</Trans> },
              { href: pathTo.search(q, 'accounts'), label: <Trans>People</Trans> },
              { href: pathTo.search(q, 'topics'), label: <Trans>Topics</Trans> },
            ]}
            current={type === 'notes' ? pathTo.search(q) : pathTo.search(q, type)}
            stay
          />
          <Found q={q} type={type} />
        </>
      ) : (
        <Trending />
      )}
    </>
  )
}

/** Before anyone has typed: what others write about. */
function Trending() {
  const { data } = useQuery(trendingQuery())
  if (!data?.items.length) return null
  return (
    <section className={css.section}>
      <h2>
        <Trans>Topics people write about now</Trans>
        <Link href="/topics">
          <Trans>All</Trans>
        </Link>
      </h2>
      <TopicList topics={data.items.slice(0, 10)} />
    </section>
  )
}

/** Notes; where there are none, also who or what is called so. */
async function notesOrNames(client: QueryClient, q: string): Promise<void> {
  await client.prefetchInfiniteQuery(notesFoundQuery(q))
  const found = client.getQueryData(notesFoundQuery(q).queryKey)
  if (found?.pages[0]?.items.length === 0)
    await Promise.all([client.prefetchInfiniteQuery(peopleFoundQuery(q)), client.prefetchInfiniteQuery(topicsFoundQuery(q))])
}

export const page: Page = {
  Body,
  prefetch: ({ client, search }) => {
    const q = wordsOf(search)
    if (!q) return client.prefetchQuery(trendingQuery())
    const type = typeOf(search)
    if (type === 'accounts') return client.prefetchInfiniteQuery(peopleFoundQuery(q))
    if (type === 'topics') return client.prefetchInfiniteQuery(topicsFoundQuery(q))
    return notesOrNames(client, q)
  },
  head: ({ i18n, search }) => {
    const q = wordsOf(search)
    return { title: `${q ? `${isolated(q)} · ` : ''}${i18n._(msg`Search`)} · Vermilion`, canonical: '/search', hidden: q !== '' }
  },
}
