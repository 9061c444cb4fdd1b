import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Refused } from '#web/features/accounts/refused.tsx'
import { Trouble } from '#web/features/accounts/trouble.tsx'
import { useForm } from '#web/features/accounts/use-form.ts'
import { api } from '#web/lib/api.ts'
import { isolated } from '#web/lib/direction.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { byForm } from '#web/ui/by-form.ts'
import { Field } from '#web/ui/field.tsx'
import { Form } from '#web/ui/form.tsx'
import { CloseIcon } from '#web/ui/icons.tsx'
import { filtersQuery } from './queries.ts'
import css from './settings.module.css'

/** Words and topics one does not want to meet. A leading # makes it a topic. */
export function Filters() {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm()
  const filters = useQuery(filtersQuery()).data?.items ?? []
  const again = () => client.invalidateQueries({ queryKey: filtersQuery().queryKey })
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const target = event.currentTarget
    const typed = String(new FormData(target).get('value') ?? '').trim()
    const kind = /^[#＃]/.test(typed) ? 'topic' : 'word'
    const added = await form.send(() => api.post('/v1/me/filters', { kind, value: typed.replace(/^[#＃]/, '') }))
    if (added) target.reset()
    await again()
  }
  const remove = (id: string) => form.send(() => api.delete(`/v1/me/filters/${id}`)).then(again)
  return (
    <section className={css.block}>
      <h2>
        <Trans>Muted words and topics</Trans>
      </h2>
      <p>
        <Trans>Notes with them stay out of your feed, your search and your messages.</Trans>
      </p>
      <Form className={css.form} method="post" action="/settings/privacy" onSubmit={add}>
        <Refused />
        <Trouble problem={form.problem} />
        <div className={css.wide}>
          <Field label={<Trans>A word, or a #topic</Trans>} name="value" required maxLength={60} autoComplete="off" />
          <Button type="submit" busy={form.busy}>
            <Trans>Mute</Trans>
          </Button>
        </div>
      </Form>
      {filters.length > 0 && (
        <ul className={css.rows}>
          {filters.map((filter) => (
            <li key={filter.id} className={css.row}>
              <span dir="auto">{filter.kind === 'topic' ? `#${filter.value}` : filter.value}</span>
              <IconButton label={t`Unmute ${isolated(filter.value)}`} {...byForm('unfilter', filter.id, () => remove(filter.id))}>
                <CloseIcon size={20} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
