import { Trans } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { meQuery } from '#web/features/accounts/queries.ts'
import { Trouble } from '#web/features/accounts/trouble.tsx'
import { useForm } from '#web/features/accounts/use-form.ts'
import { api } from '#web/lib/api.ts'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { Form } from '#web/ui/form.tsx'
import { securityEventsQuery } from './queries.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import css from './settings.module.css'

interface Setup {
  secret: string
  uri: string
  /** A picture of the address, as a data URL. */
  qr: string
}
interface Codes {
  recoveryCodes: string[]
}

/** Signing in with a code besides the password, and the codes for the day the phone is lost. */
export function TwoSteps({ on, codes, onCodes }: { on: boolean; codes: string[] | null; onCodes: (codes: string[] | null) => void }) {
  const client = useQueryClient()
  const form = useForm()
  const [setup, setSetup] = useState<Setup | null>(null)
  const again = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: meQuery().queryKey }),
      client.invalidateQueries({ queryKey: securityEventsQuery().queryKey }),
    ])
  const begin = () => form.send(async () => setSetup(await api.post<Setup>('/v1/me/totp')))
  const confirm = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = new FormData(event.currentTarget).get('code')
    void form.send(async () => {
      const { recoveryCodes } = await api.post<Codes>('/v1/me/totp/confirm', { code })
      setSetup(null)
      onCodes(recoveryCodes)
      await again()
    })
  }
  const stop = () =>
    form.send(async () => {
      await api.delete('/v1/me/totp')
      onCodes(null)
      await again()
    })
  const renew = () =>
    form.send(async () => {
      onCodes((await api.post<Codes>('/v1/me/recovery-codes')).recoveryCodes)
      await again()
    })
  return (
    <section className={css.block}>
      <h2>
        <Trans>Two-step verification</Trans>
      </h2>
      <p>
        {on ? (
          <Trans>On: besides the password, signing in asks for a code.</Trans>
        ) : (
          <Trans>Besides the password, ask for a code from an authenticator app.</Trans>
        )}
      </p>
      <Trouble problem={form.problem} />
      {codes && <RecoveryCodes key={codes[0]} codes={codes} />}
      {!on && !setup && (
        <div className={css.buttons}>
          <Button onClick={begin} busy={form.busy}>
            <Trans>Turn on</Trans>
          </Button>
        </div>
      )}
      {setup && (
        <Form className={css.form} onSubmit={confirm}>
          <img className={css.qr} src={setup.qr} alt="" />
          <p className={css.note}>
            <Trans>Scan this with your authenticator app, or type the key into it:</Trans>
          </p>
          <p className={css.secret}>{setup.secret}</p>
          <Field label={<Trans>Six digits the app shows</Trans>} name="code" required inputMode="numeric" autoComplete="one-time-code" />
          <div className={css.buttons}>
            <Button type="submit" busy={form.busy}>
              <Trans>Confirm</Trans>
            </Button>
            <Button look="plain" onClick={() => setSetup(null)}>
              <Trans>Cancel</Trans>
            </Button>
          </div>
        </Form>
      )}
      {on && (
        <>
          <details className={css.fold}>
            <summary>
              <Trans>New recovery codes</Trans>
            </summary>
            <div className={css.inFold}>
              <p className={css.note}>
                <Trans>Ten new codes. The ones you have now end.</Trans>
              </p>
              <div className={css.buttons}>
                <Button onClick={renew} busy={form.busy}>
                  <Trans>Make new codes</Trans>
                </Button>
              </div>
            </div>
          </details>
          <details className={css.fold}>
            <summary>
              <Trans>Turn two-step verification off</Trans>
            </summary>
            <div className={css.inFold}>
              <p className={css.note}>
                <Trans>From then on the password alone is enough to sign in.</Trans>
              </p>
              <div className={css.buttons}>
                <Button look="danger" onClick={stop} busy={form.busy}>
                  <Trans>Turn off</Trans>
                </Button>
              </div>
            </div>
          </details>
        </>
      )}
    </section>
  )
}
