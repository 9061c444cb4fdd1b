import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Case } from '#server/rooms/trust/schema.ts'
import { Trouble } from '#web/features/accounts/trouble.tsx'
import { useForm } from '#web/features/accounts/use-form.ts'
import { api } from '#web/lib/api.ts'
import { Button } from '#web/ui/button.tsx'
import { Choices, TextArea } from '#web/ui/field.tsx'
import { Form } from '#web/ui/form.tsx'
import { say } from '#web/ui/toast.tsx'
import css from './trust.module.css'
import { actionWords, reasonWords } from './words.ts'

const allowed = (of: Case) =>
  (Object.keys(actionWords) as (keyof typeof actionWords)[]).filter((action) =>
    of.subject.type === 'account' ? action === 'none' || action === 'suspend' : true,
  )

/** A decision with its reason and words: the person concerned reads exactly this. */
export function DecideForm({ of }: { of: Case }) {
  const { i18n } = useLingui()
  const client = useQueryClient()
  const form = useForm()
  const [action, setAction] = useState('none')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { reason, words } = Object.fromEntries(new FormData(event.currentTarget))
    void form
      .send(() => api.post(`/v1/moderation/cases/${of.id}/decision`, { action, reason, words }))
      .then((done) => {
        if (done) say(<Trans>Decided. The person concerned has been told why.</Trans>)
        return client.invalidateQueries({ queryKey: ['cases'] })
      })
  }
  return (
    <Form className={css.form} onSubmit={submit} lang={i18n.locale}>
      <Trouble problem={form.problem} />
      <Choices
        legend={<Trans>Decision</Trans>}
        name={`action-${of.id}`}
        value={action}
        options={allowed(of).map((value) => ({ value, label: i18n._(actionWords[value]) }))}
        onChange={setAction}
      />
      <label className={css.field}>
        <Trans>Reason</Trans>
        <select className={css.select} name="reason" defaultValue={of.reports[0]?.reason ?? 'other'}>
          {(Object.keys(reasonWords) as (keyof typeof reasonWords)[]).map((reason) => (
            <option key={reason} value={reason}>
              {i18n._(reasonWords[reason])}
            </option>
          ))}
        </select>
      </label>
      <TextArea
        label={<Trans>In words, for the person concerned</Trans>}
        hint={<Trans>What it is about, which rule, and what they can do. They read this in full.</Trans>}
        name="words"
        maxLength={2000}
        required={action !== 'none'}
        error={form.field('words')}
      />
      <div>
        <Button type="submit" look={action === 'none' ? 'quiet' : 'danger'} busy={form.busy}>
          <Trans>Decide</Trans>
        </Button>
      </div>
    </Form>
  )
}
