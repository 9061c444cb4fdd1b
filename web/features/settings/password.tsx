import { Trans } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import type { Me } from '#server/rooms/accounts/schema.ts'
import { PasswordField } from '#web/features/accounts/password-field.tsx'
import { meQuery } from '#web/features/accounts/queries.ts'
import { Trouble } from '#web/features/accounts/trouble.tsx'
import { useForm } from '#web/features/accounts/use-form.ts'
import { api } from '#web/lib/api.ts'
import { Button } from '#web/ui/button.tsx'
import { Form } from '#web/ui/form.tsx'
import { say } from '#web/ui/toast.tsx'
import { passkeysQuery, securityEventsQuery, sessionsQuery } from './queries.ts'
import css from './settings.module.css'

/** Changing the password signs out every other device, and ends passkeys that the person does not know and old recovery codes. */
export function PasswordSettings({ me: { hasPassword: has, totp }, onCodes }: { me: Me; onCodes: (codes: string[] | null) => void }) {
  const client = useQueryClient()
  const form = useForm()
  const passkeys = useQuery(passkeysQuery()).data?.items ?? []
  const asksKeys = has && passkeys.length > 0
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const target = event.currentTarget
    const data = new FormData(target)
    const wish = { next: data.get('next'), ...(has ? { current: data.get('current') } : {}) }
    const kept = data.getAll('keep')
    const done = await form.send(() => api.post('/v1/me/password', { ...wish, ...(asksKeys ? { keepPasskeys: kept } : {}) }))
    if (!done) return
    target.reset()
    onCodes(null)
    say(<Trans>Password saved. Other devices were signed out.</Trans>)
    // The old ones have ended; without new ones a lost phone would lock its owner out.
    if (has && totp)
      await form.send(async () => onCodes((await api.post<{ recoveryCodes: string[] }>('/v1/me/recovery-codes')).recoveryCodes))
    await Promise.all(
      [meQuery(), sessionsQuery(), passkeysQuery(), securityEventsQuery()].map(({ queryKey }) => client.invalidateQueries({ queryKey })),
    )
  }
  return (
    <Form className={css.block} onSubmit={submit}>
      <h2>{has ? <Trans>Change password</Trans> : <Trans>Set a password</Trans>}</h2>
      {has && (
        <p>
          <Trans>A new password signs out all other devices and ends old recovery codes and links.</Trans>
        </p>
      )}
      <Trouble problem={form.problem} />
      {has && (
        <PasswordField
          label={<Trans>Current password</Trans>}
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
      {asksKeys && (
        <fieldset className={css.keep}>
          <legend>
            <Trans>Passkeys to keep</Trans>
          </legend>
          <p className={css.note}>
            <Trans>Tick the ones you know. The others are removed; you can add them again.</Trans>
          </p>
          {passkeys.map((key) => (
            <label key={key.id} className={css.tick}>
              <input type="checkbox" name="keep" value={key.id} />
              <span dir="auto">{key.name}</span>
            </label>
          ))}
        </fieldset>
      )}
      <div className={css.buttons}>
        <Button type="submit" busy={form.busy}>
          <Trans>Save password</Trans>
        </Button>
      </div>
    </Form>
  )
}
