import { Trans } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Board } from '#server/rooms/notes/schema.ts'
import { Trouble } from '#web/features/accounts/trouble.tsx'
import { useForm } from '#web/features/accounts/use-form.ts'
import { api } from '#web/lib/api.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field, Switch } from '#web/ui/field.tsx'
import { Form } from '#web/ui/form.tsx'
import css from './boards.module.css'

/** Makes a board, or renames one and changes who sees it. */
export function BoardDialog({ board, onClose }: { board?: Board; onClose: (saved: Board | null) => void }) {
  const client = useQueryClient()
  const form = useForm()
  const [isPrivate, setPrivate] = useState(board?.private ?? false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const said = { title: new FormData(event.currentTarget).get('title'), private: isPrivate }
    void form.send(async () => {
      const saved = board ? await api.patch<Board>(`/v1/boards/${board.id}`, said) : await api.post<Board>('/v1/boards', said)
      client.setQueryData(['board', saved.id], saved)
      await client.invalidateQueries({ queryKey: ['boards'] })
      onClose(saved)
    })
  }
  return (
    <Dialog title={board ? <Trans>Change the board</Trans> : <Trans>New board</Trans>} kind="dialog" onClose={() => onClose(null)}>
      <Form className={css.form} onSubmit={submit}>
        <Trouble problem={form.problem} />
        <Field
          label={<Trans>Name of the board</Trans>}
          name="title"
          required
          maxLength={60}
          autoFocus
          autoComplete="off"
          defaultValue={board?.title ?? ''}
          error={form.field('title')}
        />
        <Switch label={<Trans>Private</Trans>} hint={<Trans>Only you see it.</Trans>} checked={isPrivate} onChange={setPrivate} />
        <Button type="submit" look="primary" wide busy={form.busy}>
          <Trans>Save</Trans>
        </Button>
      </Form>
    </Dialog>
  )
}
