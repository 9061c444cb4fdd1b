import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import type { Me } from '#server/rooms/accounts/schema.ts'
import { meQuery, useSite } from '#web/features/accounts/queries.ts'
import { Trouble } from '#web/features/accounts/trouble.tsx'
import { useForm } from '#web/features/accounts/use-form.ts'
import { api } from '#web/lib/api.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { Form } from '#web/ui/form.tsx'
import { NeedsScripts } from '#web/ui/needs-scripts.tsx'
import { say } from '#web/ui/toast.tsx'
import css from './settings.module.css'

/** E-mail, where the data lies, and leaving. */
export const AccountSettings = ({ me }: { me: Me }) => (
  <>
    <NeedsScripts>
      <Email me={me} />
    </NeedsScripts>
    <WhereDataIs />
    <div className="scripted">
      <Leaving me={me} />
    </div>
  </>
)

function Email({ me }: { me: Me }) {
  const client = useQueryClient()
  const site = useSite()
  const form = useForm()
  useConfirmation(form.send)
  const save = (email: string | null) =>
    form.send(async () => {
      client.setQueryData(meQuery().queryKey, await api.patch<Me>('/v1/me', { email }))
      say(email ? <Trans>Saved. Please open the link in the letter we sent.</Trans> : <Trans>Removed</Trans>)
    })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    void save(String(data.get('email') ?? '').trim() || null)
  }
  if (!site?.email && !me.email) return null
  return (
    <Form className={css.block} onSubmit={submit}>
      <h2>
        <Trans>E-mail</Trans>
      </h2>
      <p>
        <Trans>Only to let you back in when you forget your password. Nobody else sees it.</Trans>
      </p>
      <Trouble problem={form.problem} />
      <Field
        label={<Trans>E-mail</Trans>}
        name="email"
        type="email"
        autoComplete="email"
        defaultValue={me.email ?? ''}
        error={form.field('email')}
        hint={me.email && (me.emailVerified ? <Trans>confirmed</Trans> : <Trans>not confirmed yet</Trans>)}
      />
      <div className={css.buttons}>
        <Button type="submit" busy={form.busy}>
          <Trans>Save</Trans>
        </Button>
        {me.email && !me.emailVerified && (
          <Button look="plain" onClick={() => form.send(() => api.post('/v1/me/email/resend'))}>
            <Trans>Send the letter again</Trans>
          </Button>
        )}
      </div>
    </Form>
  )
}

/** The link of a confirmation letter leads here: its token is answered once, and leaves the address bar. */
function useConfirmation(send: (work: () => Promise<unknown>) => Promise<boolean>) {
  const client = useQueryClient()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens.
  useEffect(() => {
    const token = new URLSearchParams(location.search).get('token')
    if (!token) return
    history.replaceState(history.state, '', location.pathname)
    void send(async () => {
      await api.post('/v1/me/email/confirm', { token })
      await client.invalidateQueries({ queryKey: meQuery().queryKey })
    })
  }, [])
}

function WhereDataIs() {
  const site = useSite()
  return (
    <section className={css.block}>
      <h2>
        <Trans>Where my data is</Trans>
      </h2>
      <p>{site?.kept || <Trans>Everything you write, and everything known about you, is kept on this site and nowhere else.</Trans>}</p>
      <ul className={css.rows}>
        <li className={css.row}>
          <span>
            <Trans>Public notes, comments, profile</Trans>
            <small>
              <Trans>readable by everyone</Trans>
            </small>
          </span>
        </li>
        <li className={css.row}>
          <span>
            <Trans>E-mail, password (as a fingerprint), devices, drafts, private boards, likes, blocks and mutes</Trans>
            <small>
              <Trans>only you, in this site’s database; the operator keeps the machine</Trans>
            </small>
          </span>
        </li>
      </ul>
      <p>
        <Trans>Taking everything out in one archive is being built; it is not there yet.</Trans>
      </p>
    </section>
  )
}

function Leaving({ me }: { me: Me }) {
  const { i18n } = useLingui()
  const [asking, setAsking] = useState(false)
  const form = useForm()
  const restore = () =>
    form.send(async () => {
      await api.post('/v1/me/restore')
      location.reload()
    })
  const leave = () =>
    form.send(async () => {
      await api.delete('/v1/me')
      location.reload()
    })
  const day = me.deletesAt && i18n.date(me.deletesAt, { dateStyle: 'long' })
  return (
    <section className={css.block}>
      <h2>
        <Trans>Leaving</Trans>
      </h2>
      {day ? (
        <>
          <p>
            <Trans>Your account is hidden and will be deleted on {day}. Until then you can change your mind.</Trans>
          </p>
          <Trouble problem={form.problem} />
          <div className={css.buttons}>
            <Button look="primary" onClick={restore} busy={form.busy}>
              <Trans>Stay after all</Trans>
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>
            <Trans>Your account disappears for others at once. For 30 days you can come back; then everything is erased.</Trans>
          </p>
          <div className={css.buttons}>
            <Button look="danger" onClick={() => setAsking(true)}>
              <Trans>Delete my account</Trans>
            </Button>
          </div>
        </>
      )}
      {asking && (
        <Dialog title={<Trans>Delete my account</Trans>} onClose={() => setAsking(false)} kind="dialog">
          <div className={css.form}>
            <p>
              <Trans>Your notes, comments and boards will be hidden now and erased in 30 days.</Trans>
            </p>
            <Trouble problem={form.problem} />
            <Button look="danger" onClick={leave} busy={form.busy} wide>
              <Trans>Delete my account</Trans>
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  )
}
