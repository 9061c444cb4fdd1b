import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { List } from '#server/platform/schema.ts'
import { Trouble } from '#web/features/accounts/trouble.tsx'
import { useForm } from '#web/features/accounts/use-form.ts'
import { copyText } from '#web/features/settings/copy-text.tsx'
import css from '#web/features/settings/settings.module.css'
import { api, apiOf } from '#web/lib/api.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Choices, Field, TextArea } from '#web/ui/field.tsx'
import { Form } from '#web/ui/form.tsx'
import { ErrorState, Skeleton } from '#web/ui/states.tsx'
import { PersonRow } from './person-row.tsx'

/** A person as an administrator sees them: nothing private among it. */
export interface Person {
  id: string
  handle: string
  displayName: string
  avatar: string | null
  role: 'person' | 'moderator' | 'admin'
  state: 'active' | 'suspended' | 'deleting' | 'deleted'
}

const peopleQuery = (q: string) => ({
  queryKey: ['admin', 'people', q],
  queryFn: ({ client, signal }: { client: Parameters<typeof apiOf>[0]; signal: AbortSignal }) =>
    apiOf(client).get<List<Person>>('/v1/admin/accounts', { signal, query: { q } }),
})

/** Finding someone, giving them a way back in, a role, or a suspension. */
export function People() {
  const { t } = useLingui()
  const client = useQueryClient()
  const [q, setQ] = useState('')
  const [chosen, choose] = useState<Person | null>(null)
  const { data, error, isPending, refetch } = useQuery(peopleQuery(q))
  const done = () => {
    choose(null)
    void client.invalidateQueries({ queryKey: ['admin', 'people'] })
  }
  return (
    <section className={css.block}>
      <h2>
        <Trans>People</Trans>
      </h2>
      <Field
        label={<Trans>Find by handle or name</Trans>}
        type="search"
        value={q}
        placeholder={t`tess`}
        onChange={(event) => setQ(event.target.value)}
      />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <Skeleton height={120} />
      ) : (
        <ul className={css.rows}>
          {data.items.map((person) => (
            <li key={person.id}>
              <PersonRow person={person} onChoose={() => choose(person)} />
            </li>
          ))}
        </ul>
      )}
      {chosen && <Manage person={chosen} onDone={done} />}
    </section>
  )
}

function Manage({ person, onDone }: { person: Person; onDone: () => void }) {
  const form = useForm()
  const [link, setLink] = useState<string | null>(null)
  const [role, setRole] = useState<string>(person.role)
  const path = `/v1/admin/accounts/${person.handle}`
  const suspended = person.state === 'suspended'
  const makeLink = () => form.send(async () => setLink((await api.post<{ url: string }>(`${path}/reset-link`)).url))
  const saveRole = () => form.send(() => api.put(`${path}/role`, { role })).then((ok) => ok && onDone())
  const suspend = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const words = new FormData(event.currentTarget).get('words')
    void form
      .send(() => (suspended ? api.delete(`${path}/suspension`) : api.put(`${path}/suspension`, { words })))
      .then((ok) => ok && onDone())
  }
  return (
    <Dialog title={`@${person.handle}`} onClose={onDone}>
      <div className={css.form}>
        <Trouble problem={form.problem} />
        <div className={css.form}>
          <h3>
            <Trans>A way back in</Trans>
          </h3>
          <p className={css.note}>
            <Trans>A link that sets a new password once, for 24 hours. Pass it on only to the person it belongs to.</Trans>
          </p>
          {link ? (
            <>
              <Field label={<Trans>One-time link</Trans>} readOnly value={link} onFocus={(event) => event.target.select()} />
              <div className={css.buttons}>
                <Button onClick={() => void copyText(link)}>
                  <Trans>Copy link</Trans>
                </Button>
              </div>
            </>
          ) : (
            <div className={css.buttons}>
              <Button onClick={makeLink} busy={form.busy}>
                <Trans>Make a link</Trans>
              </Button>
            </div>
          )}
        </div>
        <Choices
          legend={<Trans>Role</Trans>}
          name="role"
          value={role}
          options={[
            { value: 'person', label: <Trans>Member</Trans> },
            { value: 'moderator', label: <Trans>Moderator</Trans> },
            { value: 'admin', label: <Trans>Administrator</Trans> },
          ]}
          onChange={setRole}
        />
        <div className={css.buttons}>
          <Button onClick={saveRole} disabled={role === person.role} busy={form.busy}>
            <Trans>Save role</Trans>
          </Button>
        </div>
        <Form className={css.form} onSubmit={suspend}>
          {!suspended && <TextArea label={<Trans>Why suspended, in words they will read</Trans>} name="words" required maxLength={2000} />}
          <div className={css.buttons}>
            <Button type="submit" look="danger" busy={form.busy}>
              {suspended ? <Trans>Lift the suspension</Trans> : <Trans>Suspend</Trans>}
            </Button>
          </div>
        </Form>
      </div>
    </Dialog>
  )
}
