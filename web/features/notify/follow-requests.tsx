import { Trans } from '@lingui/react/macro'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import type { FollowRequest } from '#server/rooms/graph/schema.ts'
import { api } from '#web/lib/api.ts'
import { listQuery } from '#web/lib/lists.ts'
import { pathTo } from '#web/lib/path.ts'
import { Link } from '#web/lib/router.tsx'
import { Avatar } from '#web/ui/avatar.tsx'
import { Button } from '#web/ui/button.tsx'
import { byForm } from '#web/ui/by-form.ts'
import { problemWords } from '#web/ui/optimistic.tsx'
import { say } from '#web/ui/toast.tsx'
import css from './notify.module.css'

const requestsQuery = () => listQuery<FollowRequest>(['me', 'follow-requests'], '/v1/me/follow-requests')

/** People who knock at a private account. Nothing is shown while nobody does. */
export function FollowRequests() {
  const client = useQueryClient()
  const { data } = useInfiniteQuery(requestsQuery())
  const requests = data?.pages.flatMap((page) => page.items) ?? []
  if (requests.length === 0) return null
  const answer = async (handle: string, yes: boolean) => {
    try {
      const path = `/v1/me/follow-requests/${handle}`
      await (yes ? api.put(path) : api.delete(path))
      await client.invalidateQueries({ queryKey: requestsQuery().queryKey })
    } catch (error) {
      say(problemWords(error), { tone: 'trouble' })
    }
  }
  return (
    <section className={css.requests} aria-labelledby="follow-requests">
      <h2 id="follow-requests">
        <Trans>Would like to follow you</Trans>
      </h2>
      <ul>
        {requests.map(({ account }) => (
          <li key={account.id} className={css.request}>
            <Avatar account={account} size={40} />
            <span>
              <Link href={pathTo.account(account.handle)} dir="auto">
                {account.displayName}
              </Link>
              <small>@{account.handle}</small>
            </span>
            <Button {...byForm('let-in', account.handle, () => answer(account.handle, true))} small look="outline">
              <Trans>Let in</Trans>
            </Button>
            <Button {...byForm('turn-away', account.handle, () => answer(account.handle, false))} small look="plain">
              <Trans>Not now</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
