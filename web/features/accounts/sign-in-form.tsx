import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useEffect, useState } from 'react'
import { api } from '#web/lib/api.ts'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { Form } from '#web/ui/form.tsx'
import { KeyIcon } from '#web/ui/icons-more.tsx'
import css from './door.module.css'
import { knowsPasskeys, signInByPasskey, wasCancelled } from './passkey.ts'
import { PasswordField } from './password-field.tsx'
import { Trouble } from './trouble.tsx'
import { useForm } from './use-form.ts'

/** Handle or e-mail with a password, then the code where two steps are on; or a passkey. Without JavaScript it is a plain form. */
export function SignInForm({ next, login, code }: { next: string; login: string; code: boolean }) {
  const { t } = useLingui()
  const form = useForm()
  const [passkeys, setPasskeys] = useState(false)
  const [asksCode, setAsksCode] = useState(code)
  useEffect(() => setPasskeys(knowsPasskeys()), [])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const said = { login: data.get('login'), password: data.get('password'), ...(asksCode ? { code: data.get('code') } : {}) }
    const done = await form.send(async () => {
      try {
        await api.post('/v1/sign-in', said)
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'totp-required') return setAsksCode(true)
        throw error
      }
      // A page of one's own from here on: everything is asked for anew.
      location.assign(next)
    })
    if (!done) (event.target as HTMLFormElement).querySelector<HTMLInputElement>(asksCode ? '[name=code]' : '[name=password]')?.focus()
  }
  const withPasskey = () =>
    form.send(async () => {
      try {
        await signInByPasskey()
        location.assign(next)
      } catch (error) {
        if (!wasCancelled(error)) throw error
      }
    })

  return (
    <Form className={css.form} method="post" action="/sign-in" onSubmit={submit}>
      <input type="hidden" name="next" value={next} />
      <Trouble problem={form.problem} />
      <Field
        label={<Trans>Handle or e-mail</Trans>}
        name="login"
        defaultValue={login}
        required
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField label={<Trans>Password</Trans>} name="password" required autoComplete="current-password" />
      {asksCode && (
        <Field
          label={<Trans>Code</Trans>}
          hint={<Trans>Six digits from your authenticator app, or one of your recovery codes.</Trans>}
          name="code"
          required
          autoFocus
          inputMode="text"
          autoComplete="one-time-code"
        />
      )}
      <Button type="submit" look="primary" wide busy={form.busy}>
        <Trans>Sign in</Trans>
      </Button>
      {passkeys && (
        <>
          <p className={css.or}>{t`or`}</p>
          <Button wide icon={<KeyIcon size={20} />} onClick={withPasskey} disabled={form.busy}>
            <Trans>Sign in with a passkey</Trans>
          </Button>
        </>
      )}
    </Form>
  )
}
