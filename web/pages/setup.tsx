import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import css from '#web/features/accounts/door.module.css'
import { asHandle, HandleField } from '#web/features/accounts/handle-field.tsx'
import { PasswordField } from '#web/features/accounts/password-field.tsx'
import { useSite } from '#web/features/accounts/queries.ts'
import { Refused } from '#web/features/accounts/refused.tsx'
import { Trouble } from '#web/features/accounts/trouble.tsx'
import { useForm } from '#web/features/accounts/use-form.ts'
import { api } from '#web/lib/api.ts'
import type { Page } from '#web/lib/page.ts'
import { Redirect } from '#web/lib/router.tsx'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { Form } from '#web/ui/form.tsx'

/** The first visit of a new site: its first administrator, who proves to be the operator by a code from the server's console. */
function Body() {
  const { i18n } = useLingui()
  const site = useSite()
  const form = useForm()
  const [handle, setHandle] = useState('')
  if (site && !site.needsAdmin) return <Redirect to="/" />
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    void form.send(async () => {
      const said = { handle: asHandle(handle), password: data.get('password'), code: data.get('code'), language: i18n.locale }
      await api.post('/v1/setup', said)
      location.assign('/')
    })
  }
  return (
    <div className={css.page}>
      <div>
        <h1>
          <Trans>Your site is running</Trans>
        </h1>
        <p className={css.lead}>
          <Trans>
            It has nobody yet who looks after it. The console where you started it shows a code; with it, make the first administrator.
          </Trans>
        </p>
      </div>
      <Form className={css.form} method="post" action="/setup" onSubmit={submit}>
        <Refused />
        <Trouble problem={form.problem} />
        <Field
          label={<Trans>Code from the console</Trans>}
          name="code"
          required
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <HandleField value={handle} onChange={setHandle} error={form.field('handle')} />
        <PasswordField
          label={<Trans>Password</Trans>}
          hint={<Trans>At least 8 characters. A few words in a row are easy to keep and hard to guess.</Trans>}
          error={form.field('password')}
          name="password"
          required
          minLength={8}
          autoComplete="new-password"
        />
        <Button type="submit" look="primary" wide busy={form.busy}>
          <Trans>Open the site</Trans>
        </Button>
      </Form>
    </div>
  )
}

export const page: Page = {
  Body,
  head: ({ i18n }) => ({ title: `${i18n._(msg`Setting up`)} · Vermilion`, hidden: true }),
}
