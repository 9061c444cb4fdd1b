import { Trans } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { PasswordField } from '#web/features/accounts/password-field.tsx'
import { meQuery } from '#web/features/accounts/queries.ts'
import { Trouble } from '#web/features/accounts/trouble.tsx'
import { useForm } from '#web/features/accounts/use-form.ts'
import { api } from '#web/lib/api.ts'
import { Button } from '#web/ui/button.tsx'
import { say } from '#web/ui/toast.tsx'
import { sessionsQuery } from './queries.ts'
import css from './settings.module.css'

/** Changing the password signs out every other device. */
export function PasswordSettings({ has }: { has: boolean }) {
  const client = useQueryClient()
  const form = useForm()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const target = event.currentTarget
    const { current, next } = Object.fromEntries(new FormData(target))
    const done = await form.send(() => api.post('/v1/me/password', { next, ...(has ? { current } : {}) }))
    if (!done) return
    target.reset()
    say(<Trans>Password saved. Other devices were signed out.</Trans>)
    await Promise.all([
      client.invalidateQueries({ queryKey: meQuery().queryKey }),
      client.invalidateQueries({ queryKey: sessionsQuery().queryKey }),
    ])
  }
  return (
    <form className={css.block} onSubmit={submit}>
      <h2>{has ? <Trans>Change password</Trans> : <Trans>Set a password</Trans>}</h2>
      <Trouble problem={form.problem} />
      {has && (
        <PasswordField
          label={<Trans>Present password</Trans>}
          name="current"
          required
          autoComplete="current-password"
          error={form.field('current')}
        />
      )}
      <PasswordField
        label={<Trans>New password</Trans>}
        hint={<Trans>At least 8 characters.</Trans>}
        name="next"
        required
        minLength={8}
        autoComplete="new-password"
        error={form.field('next')}
      />
      <div className={css.buttons}>
        <Button type="submit" busy={form.busy}>
          <Trans>Save password</Trans>
        </Button>
      </div>
    </form>
  )
}
