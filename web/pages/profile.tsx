import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { Card } from '#server/rooms/notes/schema.ts'
import { accountQuery, useViewer } from '#web/features/accounts/queries.ts'
import { ProfileHead } from '#web/features/graph/profile-head.tsx'
import { CardWaterfall } from '#web/features/notes/card-waterfall.tsx'
import { isolated } from '#web/lib/direction.ts'
import { listQuery } from '#web/lib/lists.ts'
import type { Page } from '#web/lib/page.ts'
import { pathTo } from '#web/lib/path.ts'
import { ButtonLink } from '#web/ui/button.tsx'
import edge from '#web/ui/edge.module.css'
import { LockIcon } from '#web/ui/icons-more.tsx'
import { EmptyState, ErrorState, Skeleton } from '#web/ui/states.tsx'

type Tab = 'notes' | 'collected' | 'liked'
const tabOf = (search: URLSearchParams, own: boolean): Tab => {
  const asked = search.get('tab')
  return own && (asked === 'collected' || asked === 'liked') ? asked : 'notes'
}
const cardsOf = (handle: string, tab: Tab) =>
  tab === 'notes'
    ? listQuery<Card>(['cards', 'account', handle.toLowerCase()], `/v1/accounts/${encodeURIComponent(handle)}/notes`)
    : listQuery<Card>(['cards', 'me', tab], `/v1/me/${tab}`)

function Body({ params, search }: { params: Readonly<Record<string, string>>; search: URLSearchParams }) {
  const handle = params.handle ?? ''
  const me = useViewer()
  const { data: account, error, refetch } = useQuery(accountQuery(handle))
  if (error && !account) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!account) return <Skeleton height={280} />
  const own = me?.id === account.id
  const tab = tabOf(search, own)
  const closed = account.private && !own && !account.relationship?.following
  return (
    <>
      <ProfileHead account={account} tab={tab} />
      {closed ? (
        <EmptyState title={<Trans>This account is private</Trans>} picture={<LockIcon size={40} />}>
          <Trans>Ask to follow; once you are let in, the notes are here.</Trans>
        </EmptyState>
      ) : (
        <div className={edge.cards}>
          <CardWaterfall query={cardsOf(handle, tab)} empty={<Nothing own={own} tab={tab} />} />
        </div>
      )}
    </>
  )
}

function Nothing({ own, tab }: { own: boolean; tab: Tab }) {
  if (!own) return <EmptyState title={<Trans>No notes yet</Trans>} />
  if (tab !== 'notes')
    return (
      <EmptyState
        title={tab === 'liked' ? <Trans>Nothing liked yet</Trans> : <Trans>Nothing collected yet</Trans>}
        action={
          <ButtonLink href="/" look="primary">
            <Trans>Look around</Trans>
          </ButtonLink>
        }
      />
    )
  return (
    <EmptyState
      title={<Trans>Your page is waiting</Trans>}
      action={
        <ButtonLink href="/compose" look="primary">
          <Trans>Write the first note</Trans>
        </ButtonLink>
      }
    >
      <Trans>A photo and one sentence are enough.</Trans>
    </EmptyState>
  )
}

export const page: Page = {
  Body,
  prefetch: async ({ client, params, search, viewer }) => {
    const handle = params.handle ?? ''
    const account = await client.fetchQuery(accountQuery(handle))
    const own = viewer?.id === account.id
    if (!account.private || own || account.relationship?.following) await client.prefetchInfiniteQuery(cardsOf(handle, tabOf(search, own)))
  },
  head: ({ client, params }) => {
    const account = client.getQueryData(accountQuery(params.handle ?? '').queryKey)
    if (!account) return { title: 'Vermilion' }
    return {
      title: `${isolated(account.displayName)} (@${account.handle}) · Vermilion`,
      description: account.bio || `@${account.handle}`,
      canonical: pathTo.account(account.handle),
      type: 'profile',
      image: account.avatar ? { url: account.avatar, width: 360, height: 360, alt: account.displayName } : undefined,
      hidden: account.private,
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'ProfilePage',
        mainEntity: { '@type': 'Person', name: account.displayName, alternateName: account.handle, description: account.bio },
      },
    }
  },
}
