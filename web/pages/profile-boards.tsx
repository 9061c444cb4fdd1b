import { msg } from '@lingui/core/macro'
import { useQuery } from '@tanstack/react-query'
import { accountQuery, useViewer } from '#web/features/accounts/queries.ts'
import { BoardGrid } from '#web/features/boards/board-grid.tsx'
import { boardsQuery } from '#web/features/boards/queries.ts'
import { ProfileHead } from '#web/features/graph/profile-head.tsx'
import { isolated } from '#web/lib/direction.ts'
import type { Page } from '#web/lib/page.ts'
import { ErrorState, Skeleton } from '#web/ui/states.tsx'

function Body({ params }: { params: Readonly<Record<string, string>> }) {
  const handle = params.handle ?? ''
  const me = useViewer()
  const { data: account, error, refetch } = useQuery(accountQuery(handle))
  if (error && !account) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!account) return <Skeleton height={280} />
  return (
    <>
      <ProfileHead account={account} tab="boards" />
      <BoardGrid handle={handle} own={me?.id === account.id} />
    </>
  )
}

export const page: Page = {
  Body,
  prefetch: ({ client, params }) =>
    Promise.all([client.fetchQuery(accountQuery(params.handle ?? '')), client.prefetchInfiniteQuery(boardsQuery(params.handle ?? ''))]),
  head: ({ client, params, i18n }) => {
    const account = client.getQueryData(accountQuery(params.handle ?? '').queryKey)
    return { title: `${i18n._(msg`Boards`)} · ${isolated(account?.displayName ?? '')} · Vermilion`, hidden: account?.private ?? true }
  },
}
