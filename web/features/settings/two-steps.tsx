import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { PasswordField } from '#web/features/accounts/password-field.tsx'
import { meQuery } from '#web/features/accounts/queries.ts'
import { Trouble } from '#web/features/accounts/trouble.tsx'
import { useForm } from '#web/features/accounts/use-form.ts'
import { api } from '#web/lib/api.ts'
import buttons from '#web/ui/button.module.css'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { copyText } from './copy-text.tsx'
import css from './settings.module.css'

interface Setup {
  secret: string
  uri: string
  /** A picture of the address, as a data URL. */
  qr: string
}

/** Signing in with a code besides the password, and the codes for the day the phone is lost. */
export function TwoSteps({ on, hasPassword }: { on: boolean; hasPassword: boolean }) {
  const client = useQueryClient()
  const form = useForm()
  const [setup, setSetup] = useState<Setup | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const again = () => client.invalidateQueries({ queryKey: meQuery().queryKey })
  const begin = () => form.send(async () => setSetup(await api.post<Setup>('/v1/me/totp')))
  const confirm = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = new FormData(event.currentTarget).get('code')
    void form.send(async () => {
      const { recoveryCodes } = await api.post<{ recoveryCodes: string[] }>('/v1/me/totp/confirm', { code })
      setSetup(null)
      setCodes(recoveryCodes)
      await again()
    })
  }
  const proof = (event: FormEvent<HTMLFormElement>) => {
    const said = String(new FormData(event.currentTarget).get('proof') ?? '')
    return hasPassword ? { password: said } : { code: said }
  }
  const stop = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const said = proof(event)
    void form.send(async () => {
      await api.delete('/v1/me/totp', said)
      setCodes(null)
      await again()
    })
  }
  return (
    <section className={css.block}>
      <h2>
        <Trans>Two steps</Trans>
      </h2>
      <p>
        {on ? (
          <Trans>On: besides the password, signing in asks for a code.</Trans>
        ) : (
          <Trans>Besides the password, ask for a code from an authenticator app.</Trans>
        )}
      </p>
      <Trouble problem={form.problem} />
      {codes && <RecoveryCodes codes={codes} />}
      {!on && !setup && (
        <div className={css.buttons}>
          <Button onClick={begin} busy={form.busy}>
            <Trans>Turn on</Trans>
          </Button>
        </div>
      )}
      {setup && (
        <form className={css.form} onSubmit={confirm}>
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
        </form>
      )}
      {on && hasPassword && (
        <details className={css.fold}>
          <summary>
            <Trans>New recovery codes</Trans>
          </summary>
          <NewCodes onMade={setCodes} />
        </details>
      )}
      {on && (
        <details className={css.fold}>
          <summary>
            <Trans>Turn two steps off</Trans>
          </summary>
          <form className={css.form} onSubmit={stop}>
            {hasPassword ? (
              <PasswordField label={<Trans>Password, to turn it off</Trans>} name="proof" required autoComplete="current-password" />
            ) : (
              <Field label={<Trans>A code, to turn it off</Trans>} name="proof" required autoComplete="one-time-code" />
            )}
            <div className={css.buttons}>
              <Button type="submit" look="danger" busy={form.busy}>
                <Trans>Turn off</Trans>
              </Button>
            </div>
          </form>
        </details>
      )}
    </section>
  )
}

/** Shown once: the site keeps only their fingerprints. */
function RecoveryCodes({ codes }: { codes: string[] }) {
  const { t } = useLingui()
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(codes.join('\n'))}`
  return (
    <div className={css.form} role="status">
      <p className={css.note}>
        <Trans>Keep these recovery codes where you will find them without your phone. Each works once. They are shown only now.</Trans>
      </p>
      <ul className={css.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={css.buttons}>
        <a href={file} download="vermilion-recovery-codes.txt" className={`${buttons.button} ${buttons.primary}`}>
          {t`Save as a file`}
        </a>
        <Button onClick={() => void copyText(codes.join('\n'))}>
          <Trans>Copy</Trans>
        </Button>
      </div>
    </div>
  )
}

function NewCodes({ onMade }: { onMade: (codes: string[]) => void }) {
  const form = useForm()
  const make = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const password = new FormData(event.currentTarget).get('password')
    void form.send(async () => onMade((await api.post<{ recoveryCodes: string[] }>('/v1/me/recovery-codes', { password })).recoveryCodes))
  }
  return (
    <form className={css.form} onSubmit={make}>
      <Trouble problem={form.problem} />
      <PasswordField label={<Trans>Password, for new recovery codes</Trans>} name="password" required autoComplete="current-password" />
      <div className={css.buttons}>
        <Button type="submit" busy={form.busy}>
          <Trans>Make new codes</Trans>
        </Button>
      </div>
    </form>
  )
}
