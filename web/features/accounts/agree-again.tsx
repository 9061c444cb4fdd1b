import { Trans } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '#web/lib/api.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Form } from '#web/ui/form.tsx'
import { Agree } from './agreements.tsx'
import css from './door.module.css'
import { meQuery } from './queries.ts'
import { Trouble } from './trouble.tsx'
import { useForm } from './use-form.ts'

/** For who has not agreed to the rules and terms in force: a line that says so, and the essence one tap away. It stands in nobody's way. */
export function AgreeAgain({ version, before }: { version: string; before: string | null }) {
  const client = useQueryClient()
  const form = useForm()
  const [reading, setReading] = useState(false)
  const [agreed, setAgreed] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void form.send(async () => {
      await api.post('/v1/me/agreements', { version })
      await client.invalidateQueries({ queryKey: meQuery().queryKey })
    })
  }
  const title = before === null ? <Trans>Our rules and terms</Trans> : <Trans>Our rules and terms have changed</Trans>
  return (
    <aside className={css.again}>
      <span>{title}</span>
      <Button onClick={() => setReading(true)}>
        <Trans>Have a look</Trans>
      </Button>
      {reading && (
        <Dialog title={title} onClose={() => setReading(false)}>
          <Form className={css.form} onSubmit={submit}>
            <Trouble problem={form.problem} />
            <Agree checked={agreed} onChange={setAgreed} />
            <Button type="submit" look="primary" wide busy={form.busy}>
              <Trans>I agree</Trans>
            </Button>
          </Form>
        </Dialog>
      )}
    </aside>
  )
}
