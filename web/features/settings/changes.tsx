import { Trans } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { itemsOf } from '#web/lib/lists.ts'
import { Button } from '#web/ui/button.tsx'
import { ClockIcon } from '#web/ui/icons-more.tsx'
import { TimeAgo } from '#web/ui/time-ago.tsx'
import { securityEventsQuery } from './queries.ts'
import css from './settings.module.css'

/** What was changed about how one gets in: so that a stranger's hand is noticed. */
export function SecurityChanges() {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(securityEventsQuery())
  const events = itemsOf(data)
  return (
    <section className={css.block}>
      <h2>
        <Trans>What changed</Trans>
      </h2>
      <p>
        <Trans>Every change of how you get in, kept for 180 days. If one of them was not you, change your password.</Trans>
      </p>
      {data && events.length === 0 && (
        <p>
          <Trans>Nothing so far.</Trans>
        </p>
      )}
      {events.length > 0 && (
        <ul className={css.rows}>
          {events.map((event) => (
            <li key={event.id} className={css.row}>
              <ClockIcon />
              <span>
                <span dir="auto">{event.words}</span>
                <small>
                  <TimeAgo at={event.at} />
                  {event.device && ` · ${event.device}`}
                </small>
              </span>
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <div className={css.buttons}>
          <Button onClick={() => fetchNextPage()} busy={isFetchingNextPage}>
            <Trans>Show more</Trans>
          </Button>
        </div>
      )}
    </section>
  )
}
