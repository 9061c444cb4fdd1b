import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Delivery, List } from '#server/platform/schema.ts'
import { Trouble } from '#web/features/accounts/trouble.tsx'
import { useForm } from '#web/features/accounts/use-form.ts'
import css from '#web/features/settings/settings.module.css'
import { api, apiOf } from '#web/lib/api.ts'
import { Button } from '#web/ui/button.tsx'
import { ErrorState, Skeleton } from '#web/ui/states.tsx'
import { TimeAgo } from '#web/ui/time-ago.tsx'

const deliveriesQuery = {
  queryKey: ['admin', 'deliveries'],
  queryFn: ({ client, signal }: { client: Parameters<typeof apiOf>[0]; signal: AbortSignal }) =>
    apiOf(client).get<List<Delivery>>('/v1/admin/deliveries', { signal, query: { limit: '50' } }),
}

/** What a part of the site could not take in, with a way to have it tried again: usually after an upgrade that mends the fault. */
export function Deliveries() {
  const client = useQueryClient()
  const form = useForm()
  const { data, error, isPending, refetch } = useQuery(deliveriesQuery)
  const retry = (which: { event?: string; subscriber?: string }) =>
    form
      .send(() => api.post('/v1/admin/deliveries/retry', which))
      .then(() => client.invalidateQueries({ queryKey: ['admin', 'deliveries'] }))
  return (
    <section className={css.block}>
      <h2>
        <Trans>Undelivered events</Trans>
      </h2>
      {data && data.items.length > 0 && (
        <p className={css.note}>
          <Trans>Something happened and one part of the site could not take it in; all other parts have. Nothing is lost.</Trans>
        </p>
      )}
      <Trouble problem={form.problem} />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <Skeleton height={60} />
      ) : data.items.length === 0 ? (
        <p>
          <Trans>None. Everything was taken in.</Trans>
        </p>
      ) : (
        <>
          <ul className={css.rows}>
            {data.items.map((one) => (
              <li key={`${one.event} ${one.subscriber}`}>
                <Row one={one} busy={form.busy} onRetry={() => void retry({ event: one.event, subscriber: one.subscriber })} />
              </li>
            ))}
          </ul>
          <div className={css.buttons}>
            <Button onClick={() => void retry({})} busy={form.busy}>
              <Trans>Try all again</Trans>
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

function Row({ one, busy, onRetry }: { one: Delivery; busy: boolean; onRetry: () => void }) {
  const { t } = useLingui()
  const { name, subscriber } = one
  return (
    <div className={css.row}>
      <span>
        <code>
          {one.name} → {one.subscriber}
        </code>
        <small>
          <TimeAgo at={one.at} /> · {one.why}
          {' · '}
          <Plural value={one.tries} one="tried once" other="tried # times" />
          {one.state === 'given-up' && (
            <>
              {' · '}
              <Trans>given up until you ask for it</Trans>
            </>
          )}
        </small>
      </span>
      <Button small onClick={onRetry} disabled={busy} aria-label={t`Try ${name} again for ${subscriber}`}>
        <Trans>Try again</Trans>
      </Button>
    </div>
  )
}
