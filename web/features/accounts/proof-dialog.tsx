import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { api } from '#web/lib/api.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { KeyIcon } from '#web/ui/icons-more.tsx'
import css from './door.module.css'
import { knowsPasskeys, provePasskey, wasCancelled } from './passkey.ts'
import { PasswordField } from './password-field.tsx'
import type { AskedProof } from './proof.ts'
import { Trouble } from './trouble.tsx'
import { useForm } from './use-form.ts'

/** That it is really the owner, by any way the account has; then what was wanted goes on by itself. */
export function ProofDialog({ asked: { ways, done } }: { asked: AskedProof }) {
  const { t } = useLingui()
  const form = useForm()
  const [byCode, setByCode] = useState(!ways.includes('password') && ways.includes('code'))
  const passkey = ways.includes('passkey') && knowsPasskeys()
  const ref = useRef<HTMLFormElement>(null)
  // A modal dialog opens with the focus on its first button, which closes it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is another one after a change of the way.
  useEffect(() => ref.current?.querySelector<HTMLInputElement>('[name=proof]')?.focus(), [byCode])
  const atField = form.field(byCode ? 'code' : 'password') !== undefined
  const typed = ways.includes('password') || ways.includes('code')
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const target = event.currentTarget
    const said = String(new FormData(target).get('proof') ?? '')
    if (await form.send(() => api.post('/v1/me/proof', byCode ? { code: said } : { password: said }))) return done(true)
    const field = target.querySelector<HTMLInputElement>('[name=proof]')
    field?.focus()
    field?.select()
  }
  const withPasskey = async () => {
    let given = false
    await form.send(async () => {
      try {
        await api.post('/v1/me/proof', { passkey: await provePasskey() })
        given = true
      } catch (error) {
        if (!wasCancelled(error)) throw error
      }
    })
    if (given) done(true)
  }
  return (
    <Dialog title={<Trans>Confirm that it is you</Trans>} onClose={() => done(false)} kind="dialog">
      <form ref={ref} className={css.form} onSubmit={submit} noValidate>
        <p className={css.quiet}>
          <Trans>So that nobody but you can do this. You are not asked again for five minutes.</Trans>
        </p>
        {/* What stands at the field, which has the focus, is not said twice. */}
        <Trouble problem={atField ? null : form.problem} />
        {typed && (
          <>
            {byCode ? (
              <Field
                key="code"
                label={<Trans>Code</Trans>}
                hint={<Trans>Six digits from your authenticator app, or one of your recovery codes.</Trans>}
                name="proof"
                autoCapitalize="none"
                spellCheck={false}
                autoComplete="one-time-code"
                error={form.field('code')}
              />
            ) : (
              <PasswordField
                key="password"
                label={<Trans>Password</Trans>}
                name="proof"
                autoComplete="current-password"
                error={form.field('password')}
              />
            )}
            <Button type="submit" look="primary" wide busy={form.busy}>
              <Trans>Confirm</Trans>
            </Button>
          </>
        )}
        {typed && (passkey || (ways.includes('password') && ways.includes('code'))) && <p className={css.or}>{t`or`}</p>}
        {passkey && (
          <Button wide look={typed ? 'quiet' : 'primary'} icon={<KeyIcon size={20} />} onClick={withPasskey} disabled={form.busy}>
            <Trans>Use a passkey</Trans>
          </Button>
        )}
        {!typed && ways.includes('passkey') && !passkey && (
          <p className={css.quiet}>
            <Trans>This browser does not know passkeys. Please use the device that has yours.</Trans>
          </p>
        )}
        {ways.includes('password') && ways.includes('code') && (
          <Button
            wide
            onClick={() => {
              form.clear()
              setByCode(!byCode)
            }}
          >
            {byCode ? <Trans>Use the password</Trans> : <Trans>Use a code</Trans>}
          </Button>
        )}
      </form>
    </Dialog>
  )
}
