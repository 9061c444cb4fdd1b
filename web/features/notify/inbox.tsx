import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { api } from '#web/lib/api.ts'
import { itemsOf } from '#web/lib/lists.ts'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { EmptyState, ErrorState, Skeleton } from '#web/ui/states.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import { FollowRequests } from './follow-requests.tsx'
import { NotificationItem } from './item.tsx'
import type { TabName } from './kind.ts'
import { kindsOf } from './kinds.ts'
import css from './notify.module.css'
import { notificationsQuery, unreadQuery } from './queries.ts'

/** What happened to me. Opening it marks it as seen; what was new stays marked until the next visit. */
export function Inbox({ kind }: { kind: string | undefined }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(notificationsQuery(kind))
  const items = itemsOf(data)
  const newest = kind ? undefined : items[0]?.id
  useEffect(() => {
    if (!newest) return
    api.post('/v1/me/notifications/read', { upTo: newest }).then(
      () => client.setQueryData(unreadQuery().queryKey, { count: 0 }),
      () => {},
    )
  }, [newest, client])
  const words: Record<TabName, ReactNode> = {
    comments: <Trans>Comments</Trans>,
    likes: <Trans>Likes and collects</Trans>,
    followers: <Trans>Followers</Trans>,
    mentions: <Trans>Mentions</Trans>,
    site: <Trans>From the site</Trans>,
  }
  const tabs = [
    { href: '/messages', label: <Trans>All</Trans> },
    ...(Object.keys(words) as TabName[]).map((tab) => ({ href: `/messages?kind=${kindsOf(tab)}`, label: words[tab] })),
  ]
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>
          <Trans>Messages</Trans>
        </h1>
      </header>
      <Tabs label={t`Kinds of messages`} items={tabs} current={kind ? `/messages?kind=${kind}` : '/messages'} stay />
      {!kind && <FollowRequests />}
      {error && items.length === 0 ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <ul className={css.list}>
          {[0, 1, 2, 3, 4].map((at) => (
            <li key={at} className={css.item}>
              <Skeleton width={44} height={44} round />
              <Skeleton width="70%" />
            </li>
          ))}
        </ul>
      ) : items.length === 0 ? (
        <EmptyState
          title={<Trans>All quiet</Trans>}
          action={
            <ButtonLink href="/" look="primary">
              <Trans>Go and say hello</Trans>
            </ButtonLink>
          }
        >
          {kind === kindsOf('mentions') ? (
            <Trans>When someone writes @ and your handle, in a note or a comment, you will read it here.</Trans>
          ) : kind === kindsOf('site') ? (
            <Trans>What the site itself has to tell you, such as a moderator’s decision, you will read here.</Trans>
          ) : (
            <Trans>When someone likes, answers or follows you, you will read it here.</Trans>
          )}
        </EmptyState>
      ) : (
        <>
          <ul className={css.list}>
            {items.map((item) => (
              <li key={item.id}>
                <NotificationItem item={item} />
              </li>
            ))}
          </ul>
          {hasNextPage && (
            <div className={css.more}>
              <Button onClick={() => fetchNextPage()} busy={isFetchingNextPage}>
                <Trans>Show more</Trans>
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  )
}
