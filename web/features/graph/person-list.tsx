import { Trans } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Person } from '#server/rooms/graph/schema.ts'
import { itemsOf, type listQuery } from '#web/lib/lists.ts'
import { pathTo } from '#web/lib/path.ts'
import { Link } from '#web/lib/router.tsx'
import { Avatar } from '#web/ui/avatar.tsx'
import { Button } from '#web/ui/button.tsx'
import { ErrorState, Skeleton } from '#web/ui/states.tsx'
import { FollowButton } from './follow-button.tsx'
import css from './people.module.css'

/** People in a row, each with a way to follow. */
export function PersonList({ query, empty }: { query: ReturnType<typeof listQuery<Person>>; empty: ReactNode }) {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(query)
  const people = itemsOf(data)
  if (error && people.length === 0) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (isPending)
    return (
      <ul className={css.list}>
        {[0, 1, 2, 3].map((at) => (
          <li key={at} className={css.person}>
            <Skeleton width={48} height={48} round />
            <Skeleton width="60%" />
          </li>
        ))}
      </ul>
    )
  if (people.length === 0) return empty
  return (
    <>
      <ul className={css.list}>
        {people.map((person) => (
          <li key={person.id} className={css.person}>
            <Avatar account={person} size={48} />
            <span className={css.name}>
              <Link href={pathTo.account(person.handle)} dir="auto">
                {person.displayName}
              </Link>
              <small>@{person.handle}</small>
              {person.bio && (
                <span className={css.bio} dir="auto">
                  {person.bio}
                </span>
              )}
            </span>
            <FollowButton
              handle={person.handle}
              name={person.displayName}
              following={person.relationship?.following ?? false}
              requested={person.relationship?.requested ?? false}
              followsMe={person.relationship?.followsMe ?? false}
            />
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
  )
}
