import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import css from '#web/features/search/search.module.css'
import { SearchBox } from '#web/features/search/search-box.tsx'
import { typeOf, types } from '#web/features/search/types.ts'
import { trendingQuery } from '#web/features/topics/queries.ts'
import { TopicList } from '#web/features/topics/topic-list.tsx'
import { isolated } from '#web/lib/direction.ts'
import type { Page } from '#web/lib/page.ts'
import { pathTo } from '#web/lib/path.ts'
import { Link } from '#web/lib/router.tsx'
import { Tabs } from '#web/ui/tabs.tsx'

const wordsOf = (search: URLSearchParams) => (search.get('q') ?? '').trim()

const hrefOf = (q: string, type: string) => pathTo.search(q, type === 'notes' ? undefined : type)

function Body({ search }: { search: URLSearchParams }) {
  const { t } = useLingui()
  const q = wordsOf(search)
  const type = typeOf(search)
  const { Results } = types[type]
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
            items={Object.entries(types).map(([name, { label }]) => ({ href: hrefOf(q, name), label }))}
            current={hrefOf(q, type)}
            stay
          />
          <Results q={q} />
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

export const page: Page = {
  Body,
  prefetch: ({ client, search }) => {
    const q = wordsOf(search)
    if (!q) return client.prefetchQuery(trendingQuery())
    return types[typeOf(search)].prefetch(client, q)
  },
  head: ({ i18n, search }) => {
    const q = wordsOf(search)
    return { title: `${q ? `${isolated(q)} · ` : ''}${i18n._(msg`Search`)} · Vermilion`, canonical: '/search', hidden: q !== '' }
  },
}
