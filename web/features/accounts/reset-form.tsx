import { Trans } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { api, isProblem } from '#web/lib/api.ts'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { Form } from '#web/ui/form.tsx'
import css from './door.module.css'
import { PasswordField } from './password-field.tsx'
import { useSite } from './queries.ts'
import { Refused } from './refused.tsx'
import { Trouble } from './trouble.tsx'
import { useForm } from './use-form.ts'

const value = (event: FormEvent<HTMLFormElement>, name: string) => new FormData(event.currentTarget).get(name)

const NewPassword = ({ error }: { error: string | undefined }) => (
  <PasswordField
    label={<Trans>New password</Trans>}
    hint={<Trans>At least 8 characters.</Trans>}
    error={error}
    name="password"
    required
    minLength={8}
    autoComplete="new-password"
  />
)

/** Behind the link of a letter, or of an administrator: choose a new password. */
export function ResetByLink({ token, code }: { token: string; code: boolean }) {
  const form = useForm()
  const [asksCode, setAsksCode] = useState(code)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const password = value(event, 'password')
    const code = value(event, 'code')
    void form.send(async () => {
      try {
        await api.post('/v1/reset/confirm', { token, password, ...(code ? { code } : {}) })
        location.assign('/')
      } catch (error) {
        if (!isProblem(error, 'totp-required')) throw error
        setAsksCode(true)
      }
    })
  }
  return (
    <Form className={css.form} method="post" action="/reset/link" onSubmit={submit}>
      <input type="hidden" name="token" value={token} />
      <Refused />
      <Trouble problem={form.problem} />
      <NewPassword error={form.field('password')} />
      {asksCode && (
        <Field
          label={<Trans>Code from your authenticator, or a recovery code</Trans>}
          name="code"
          required
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
        />
      )}
      <Button type="submit" look="primary" wide busy={form.busy}>
        <Trans>Save and sign in</Trans>
      </Button>
    </Form>
  )
}

/** A letter, where this site can send one. The answer never tells whether such an account exists. */
export function AskForLetter({ done }: { done: boolean }) {
  const site = useSite()
  const form = useForm()
  const [sent, setSent] = useState(done)
  if (!site?.email) return null
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const login = value(event, 'login')
    void form.send(() => api.post('/v1/reset', { login })).then(setSent)
  }
  return (
    <section className={css.form}>
      <h2 className={css.part}>
        <Trans>By e-mail</Trans>
      </h2>
      {sent ? (
        <p className={css.good} role="status">
          <Trans>If there is an account with a confirmed e-mail, a letter is on its way. Its link works for one hour.</Trans>
        </p>
      ) : (
        <Form className={css.form} method="post" action="/reset" onSubmit={submit}>
          <Trouble problem={form.problem} />
          <Field label={<Trans>Handle or e-mail</Trans>} name="login" required autoComplete="username" autoCapitalize="none" />
          <Button type="submit" wide busy={form.busy}>
            <Trans>Send me a link</Trans>
          </Button>
        </Form>
      )}
    </section>
  )
}

/** One of the codes kept from the day two steps were turned on. */
export function ResetByCode() {
  const site = useSite()
  const form = useForm()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const said = { login: value(event, 'login'), code: value(event, 'code'), password: value(event, 'password') }
    void form.send(async () => {
      await api.post('/v1/reset/recovery', said)
      location.assign('/')
    })
  }
  return (
    <section>
      <h2 className={css.part}>
        <Trans>With a recovery code</Trans>
      </h2>
      <Form className={css.form} method="post" action="/reset/code" onSubmit={submit}>
        <Trouble problem={form.problem} />
        <Field label={<Trans>Handle</Trans>} name="login" required autoComplete="username" autoCapitalize="none" />
        <Field label={<Trans>Recovery code</Trans>} name="code" required autoComplete="off" autoCapitalize="none" spellCheck={false} />
        <NewPassword error={form.field('password')} />
        <Button type="submit" look={site?.email ? 'quiet' : 'primary'} wide busy={form.busy}>
          <Trans>Save and sign in</Trans>
        </Button>
      </Form>
    </section>
  )
}
