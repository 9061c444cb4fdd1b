import { msg } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useViewer } from '#web/features/accounts/queries.ts'
import { CardWaterfall } from '#web/features/notes/card-waterfall.tsx'
import { topicNotesQuery, topicQuery } from '#web/features/topics/queries.ts'
import css from '#web/features/topics/topics.module.css'
import { api } from '#web/lib/api.ts'
import { isolated } from '#web/lib/direction.ts'
import type { Page } from '#web/lib/page.ts'
import { pathTo } from '#web/lib/path.ts'
import { ButtonLink } from '#web/ui/button.tsx'
import edge from '#web/ui/edge.module.css'
import { MuteIcon } from '#web/ui/icons-more.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { problemWords } from '#web/ui/optimistic.tsx'
import { EmptyState, ErrorState } from '#web/ui/states.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import { say } from '#web/ui/toast.tsx'
import { TopBar } from '#web/ui/top-bar.tsx'

const sortOf = (search: URLSearchParams) => (search.get('sort') === 'new' ? 'new' : 'top')

function Body({ params, search }: { params: Readonly<Record<string, string>>; search: URLSearchParams }) {
  const { t, i18n } = useLingui()
  const client = useQueryClient()
  const me = useViewer()
  const name = params.name ?? ''
  const sort = sortOf(search)
  const { data: topic, error, refetch } = useQuery(topicQuery(name))
  if (error && !topic) return <ErrorState whole error={error} onRetry={() => void refetch()} />
  const shown = topic?.name ?? name
  const mute = async () => {
    try {
      await api.post('/v1/me/filters', { kind: 'topic', value: shown })
      const name = isolated(shown)
      say(<Trans>#{name} is muted. Settings, Privacy brings it back.</Trans>)
      void client.invalidateQueries({ queryKey: ['cards'] })
    } catch (problem) {
      say(problemWords(problem), { tone: 'trouble' })
    }
  }
  return (
    <>
      <TopBar
        title={<Trans>Topic</Trans>}
        fallback="/topics"
        actions={
          me && (
            <Menu
              label={t`More about this topic`}
              items={[{ label: <Trans>Mute this topic</Trans>, icon: <MuteIcon size={20} />, onPick: () => void mute() }]}
            />
          )
        }
      />
      <header className={css.head}>
        <h2 dir="auto">
          <span>#</span>
          {shown}
        </h2>
        <p className={css.live} aria-live="off">
          <span>
            <b>{i18n.number(topic?.counts.notes ?? 0)}</b> <Plural value={topic?.counts.notes ?? 0} one="note" other="notes" />
          </span>
          <span>
            <b>{i18n.number(topic?.counts.views ?? 0)}</b> <Plural value={topic?.counts.views ?? 0} one="view" other="views" />
          </span>
        </p>
        <div className={css.tools}>
          <ButtonLink href={`/compose?topic=${encodeURIComponent(shown)}`} look="primary" small>
            <Trans>Write about it</Trans>
          </ButtonLink>
        </div>
      </header>
      <Tabs
        label={t`Order`}
        items={[
          { href: pathTo.topic(name), label: <Trans>Popular</Trans> },
          { href: `${pathTo.topic(name)}?sort=new`, label: <Trans>Latest</Trans> },
        ]}
        current={sort === 'top' ? pathTo.topic(name) : `${pathTo.topic(name)}?sort=new`}
        stay
      />
      <div className={edge.cards}>
        <CardWaterfall query={topicNotesQuery(name, sort)} empty={<EmptyState title={<Trans>No notes yet</Trans>} />} />
      </div>
    </>
  )
}

export const page: Page = {
  Body,
  prefetch: ({ client, params, search }) =>
    Promise.all([
      client.fetchQuery(topicQuery(params.name ?? '')),
      client.prefetchInfiniteQuery(topicNotesQuery(params.name ?? '', sortOf(search))),
    ]),
  head: ({ client, params, i18n }) => {
    const topic = client.getQueryData(topicQuery(params.name ?? '').queryKey)
    const name = topic?.name ?? params.name ?? ''
    return {
      title: `${isolated(`#${name}`)} · Vermilion`,
      description: i18n._(msg`Notes about #${isolated(name)}`),
      canonical: pathTo.topic(name),
      hidden: !topic,
    }
  },
}
