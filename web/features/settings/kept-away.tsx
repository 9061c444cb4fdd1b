import { Trans } from '@lingui/react/macro'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '#web/lib/api.ts'
import { itemsOf } from '#web/lib/lists.ts'
import { pathTo } from '#web/lib/path.ts'
import { Link } from '#web/lib/router.tsx'
import { Avatar } from '#web/ui/avatar.tsx'
import { Button } from '#web/ui/button.tsx'
import { byForm } from '#web/ui/by-form.ts'
import { problemWords } from '#web/ui/optimistic.tsx'
import { say } from '#web/ui/toast.tsx'
import { keptAwayQuery } from './queries.ts'
import css from './settings.module.css'

/** People muted or blocked, with the way back. */
export function KeptAway({ what }: { what: 'blocks' | 'mutes' }) {
  const client = useQueryClient()
  const query = keptAwayQuery(what)
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery(query)
  const people = itemsOf(data)
  const verb = what === 'blocks' ? 'block' : 'mute'
  const release = async (handle: string) => {
    try {
      await api.delete(`/v1/accounts/${handle}/${verb}`)
      await client.invalidateQueries({ queryKey: query.queryKey })
    } catch (error) {
      say(problemWords(error), { tone: 'trouble' })
    }
  }
  return (
    <section className={css.block}>
      <h2>{what === 'blocks' ? <Trans>Blocked people</Trans> : <Trans>Muted people</Trans>}</h2>
      <p>
        {what === 'blocks' ? (
          <Trans>They see nothing of you and you see nothing of them. They are not told.</Trans>
        ) : (
          <Trans>You do not meet their notes and comments. They are not told.</Trans>
        )}
      </p>
      {data && people.length === 0 && (
        <p>
          <Trans>Nobody.</Trans>
        </p>
      )}
      <ul className={css.rows}>
        {people.map((person) => (
          <li key={person.id} className={css.row}>
            <Avatar account={person} size={40} />
            <span>
              <Link href={pathTo.account(person.handle)} dir="auto">
                {person.displayName}
              </Link>
              <small>@{person.handle}</small>
            </span>
            <Button {...byForm(`un${verb}`, person.handle, () => release(person.handle))} small>
              {what === 'blocks' ? <Trans>Unblock</Trans> : <Trans>Unmute</Trans>}
            </Button>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button onClick={() => fetchNextPage()}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </section>
  )
}
