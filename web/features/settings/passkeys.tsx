import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { addPasskey, knowsPasskeys, wasCancelled } from '#web/features/accounts/passkey.ts'
import { meQuery } from '#web/features/accounts/queries.ts'
import { Trouble } from '#web/features/accounts/trouble.tsx'
import { useForm } from '#web/features/accounts/use-form.ts'
import { api } from '#web/lib/api.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { KeyIcon, TrashIcon } from '#web/ui/icons-more.tsx'
import { TimeAgo } from '#web/ui/time-ago.tsx'
import { passkeysQuery, securityEventsQuery } from './queries.ts'
import css from './settings.module.css'

/** Passkeys: unlocked by the device, nothing to remember, nothing to be phished. */
export function Passkeys() {
  const { t, i18n } = useLingui()
  const client = useQueryClient()
  const form = useForm()
  const keys = useQuery(passkeysQuery()).data?.items ?? []
  const [known, setKnown] = useState(false)
  useEffect(() => setKnown(knowsPasskeys()), [])
  const again = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: passkeysQuery().queryKey }),
      client.invalidateQueries({ queryKey: meQuery().queryKey }),
      client.invalidateQueries({ queryKey: securityEventsQuery().queryKey }),
    ])
  const add = () =>
    form.send(async () => {
      try {
        await addPasskey(i18n.date(new Date(), { dateStyle: 'medium' }))
      } catch (error) {
        if (!wasCancelled(error)) throw error
      }
      await again()
    })
  const remove = (id: string) => form.send(() => api.delete(`/v1/me/passkeys/${id}`)).then(again)
  return (
    <section className={css.block}>
      <h2>
        <Trans>Passkeys</Trans>
      </h2>
      <p>
        <Trans>Sign in with your fingerprint, face or screen lock. There is no password that could leak.</Trans>
      </p>
      <Trouble problem={form.problem} />
      {keys.length > 0 && (
        <ul className={css.rows}>
          {keys.map((key) => (
            <li key={key.id} className={css.row}>
              <KeyIcon />
              <span>
                <span dir="auto">{key.name}</span>
                <small>
                  {key.usedAt ? (
                    <Trans>
                      last used <TimeAgo at={key.usedAt} />
                    </Trans>
                  ) : (
                    <Trans>not used yet</Trans>
                  )}
                </small>
              </span>
              <IconButton label={t`Remove the passkey ${key.name}`} onClick={() => remove(key.id)}>
                <TrashIcon size={20} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {known ? (
        <div className={css.buttons}>
          <Button busy={form.busy} onClick={add}>
            <Trans>Add a passkey</Trans>
          </Button>
        </div>
      ) : (
        <p>
          <Trans>This browser does not know passkeys.</Trans>
        </p>
      )}
    </section>
  )
}
