import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { CaseCard } from '#web/features/trust/case-card.tsx'
import { casesQuery } from '#web/features/trust/queries.ts'
import css from '#web/features/trust/trust.module.css'
import { itemsOf } from '#web/lib/lists.ts'
import type { Page } from '#web/lib/page.ts'
import { Button } from '#web/ui/button.tsx'
import { EmptyState, ErrorState, Skeleton } from '#web/ui/states.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import { TopBar } from '#web/ui/top-bar.tsx'

const stateOf = (search: URLSearchParams) => (search.get('state') === 'decided' ? 'decided' : 'open')

function Body({ search }: { search: URLSearchParams }) {
  const { t } = useLingui()
  const state = stateOf(search)
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(casesQuery(state))
  const cases = itemsOf(data)
  return (
    <>
      <TopBar title={<Trans>Moderation</Trans>} fallback="/" />
      <div className={css.page}>
        <Tabs
          label={t`State of the cases`}
          items={[
            { href: '/moderation', label: <Trans>Waiting</Trans> },
            { href: '/moderation?state=decided', label: <Trans>Decided</Trans> },
          ]}
          current={state === 'open' ? '/moderation' : '/moderation?state=decided'}
          stay
        />
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : isPending ? (
          <Skeleton height={180} />
        ) : cases.length === 0 ? (
          <EmptyState title={state === 'open' ? <Trans>Nothing is waiting</Trans> : <Trans>Nothing has been decided yet</Trans>} />
        ) : (
          cases.map((one) => <CaseCard key={one.id} of={one} />)
        )}
        {hasNextPage && (
          <Button onClick={() => fetchNextPage()}>
            <Trans>Show more</Trans>
          </Button>
        )}
      </div>
    </>
  )
}

export const page: Page = {
  Body,
  prefetch: ({ client, search }) => client.prefetchInfiniteQuery(casesQuery(stateOf(search))),
  head: ({ i18n }) => ({ title: `${i18n._(msg`Moderation`)} · Vermilion`, hidden: true }),
}
