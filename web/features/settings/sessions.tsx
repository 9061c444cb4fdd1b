import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Trouble } from '#web/features/accounts/trouble.tsx'
import { useForm } from '#web/features/accounts/use-form.ts'
import { api } from '#web/lib/api.ts'
import { Button } from '#web/ui/button.tsx'
import { DeviceIcon } from '#web/ui/icons-more.tsx'
import { TimeAgo } from '#web/ui/time-ago.tsx'
import { sessionsQuery } from './queries.ts'
import css from './settings.module.css'

/** Where one is signed in, and the way to end it. */
export function Sessions() {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm()
  const sessions = useQuery(sessionsQuery()).data?.items ?? []
  const end = (path: string) =>
    form.send(() => api.delete(path)).then(() => client.invalidateQueries({ queryKey: sessionsQuery().queryKey }))
  const leaveAll = async () => {
    if (await form.send(() => api.delete('/v1/me/sessions?here=true'))) location.assign('/sign-in')
  }
  return (
    <section className={css.block}>
      <h2>
        <Trans>Signed in on</Trans>
      </h2>
      <Trouble problem={form.problem} />
      <ul className={css.rows}>
        {sessions.map((session) => (
          <li key={session.id} className={css.row}>
            <DeviceIcon />
            <span>
              {session.device || t`Unknown device`}
              <small>
                {session.current ? (
                  <span className={css.here}>
                    <Trans>this device</Trans>
                  </span>
                ) : (
                  <Trans>
                    last seen <TimeAgo at={session.seenAt} />
                  </Trans>
                )}
              </small>
            </span>
            {!session.current && (
              <Button small onClick={() => end(`/v1/me/sessions/${session.id}`)} disabled={form.busy}>
                <Trans>Sign out</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={css.buttons}>
        {sessions.length > 1 && (
          <Button look="danger" onClick={() => end('/v1/me/sessions')} disabled={form.busy}>
            <Trans>Sign out everywhere else</Trans>
          </Button>
        )}
        <Button onClick={leaveAll} disabled={form.busy}>
          <Trans>Sign out everywhere, here too</Trans>
        </Button>
      </div>
    </section>
  )
}
