import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { api } from '#web/lib/api.ts'
import { keptForm } from '#web/lib/kept-form.ts'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { Form } from '#web/ui/form.tsx'
import { KeyIcon } from '#web/ui/icons-more.tsx'
import { Agree, agreementsQuery } from './agreements.tsx'
import css from './door.module.css'
import { asHandle, HandleField } from './handle-field.tsx'
import { LanguagesRead } from './languages.tsx'
import { knowsPasskeys, signUpByPasskey, wasCancelled } from './passkey.ts'
import { PasswordField } from './password-field.tsx'
import { useSite } from './queries.ts'
import { Trouble } from './trouble.tsx'
import { useForm } from './use-form.ts'

const typed = keptForm<{ handle: string; languages: string[]; email: string; agreed: boolean }>('sign-up')

/** A handle and a password, or a passkey. No phone; an e-mail only for those who want one. */
export function SignUpForm({ next, wished }: { next: string; wished: string }) {
  const { t, i18n } = useLingui()
  const site = useSite()
  const form = useForm()
  const papers = useQuery(agreementsQuery(i18n.locale)).data
  const [handle, setHandle] = useState(wished)
  const [languages, setLanguages] = useState<string[]>([i18n.locale])
  const [agreed, setAgreed] = useState(false)
  const [passkeys, setPasskeys] = useState(false)
  const [email, setEmail] = useState('')
  const [restored, setRestored] = useState(false)
  useEffect(() => {
    setPasskeys(knowsPasskeys())
    const kept = typed.read()
    if (kept.handle && !wished) setHandle(kept.handle)
    if (kept.languages) setLanguages(kept.languages)
    if (kept.email) setEmail(kept.email)
    if (kept.agreed) setAgreed(true)
    setRestored(true)
  }, [wished])
  useEffect(() => {
    if (restored) typed.keep({ handle, languages, email, agreed })
  }, [restored, handle, languages, email, agreed])

  const person = () => ({ handle: asHandle(handle), language: i18n.locale, languages, agreed: papers?.version ?? '' })
  const submit = async (event: FormEvent<HTMLFormElement>, without?: string) => {
    event.preventDefault()
    if (without) return withPasskey()
    const data = new FormData(event.currentTarget)
    await form.send(async () => {
      await api.post('/v1/sign-up', { ...person(), password: data.get('password'), ...(email.trim() ? { email: email.trim() } : {}) })
      typed.drop()
      location.assign(next)
    })
  }
  const withPasskey = () =>
    form.send(async () => {
      try {
        await signUpByPasskey(person())
        typed.drop()
        location.assign(next)
      } catch (error) {
        if (!wasCancelled(error)) throw error
      }
    })

  return (
    <Form className={css.form} method="post" action="/sign-up" onSubmit={submit}>
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="language" value={i18n.locale} />
      <Trouble problem={form.problem} />
      <HandleField value={handle} onChange={setHandle} error={form.field('handle')} />
      <PasswordField
        label={<Trans>Password</Trans>}
        hint={<Trans>At least 8 characters. A few words in a row are easy to keep and hard to guess.</Trans>}
        error={form.field('password')}
        name="password"
        required
        minLength={8}
        maxLength={256}
        autoComplete="new-password"
      />
      <LanguagesRead value={languages} onChange={setLanguages} />
      {site?.email && (
        <details className={css.more} open={email !== '' || undefined}>
          <summary>
            <Trans>Add an e-mail, if you like</Trans>
          </summary>
          <div>
            <Field
              label={<Trans>E-mail</Trans>}
              hint={<Trans>Only to let you back in when you forget your password. Nobody else sees it.</Trans>}
              error={form.field('email')}
              name="email"
              type="email"
              autoComplete="email"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          </div>
        </details>
      )}
      <Agree checked={agreed} onChange={setAgreed} />
      <Button type="submit" look="primary" wide busy={form.busy}>
        <Trans>Sign up</Trans>
      </Button>
      {passkeys && (
        <>
          <p className={css.or}>{t`or without a password`}</p>
          <Button type="submit" data-without="password" wide icon={<KeyIcon size={20} />} disabled={form.busy}>
            <Trans>Sign up with a passkey</Trans>
          </Button>
        </>
      )}
    </Form>
  )
}
