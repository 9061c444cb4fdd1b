import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Board } from '#server/rooms/notes/schema.ts'
import { api } from '#web/lib/api.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field, Switch } from '#web/ui/field.tsx'
import { PlusIcon } from '#web/ui/icons.tsx'
import { LockIcon } from '#web/ui/icons-more.tsx'
import { problemWords } from '#web/ui/optimistic.tsx'
import { ErrorState, Skeleton } from '#web/ui/states.tsx'
import { say } from '#web/ui/toast.tsx'
import css from './board-chooser.module.css'
import { showCollected } from './collect.ts'
import { holdingQuery } from './queries.ts'

type Holding = { items: { board: Board; holds: boolean }[] }

/** Which of my boards hold this note: tick, untick, or begin a new one. */
export function BoardChooser({ note, onClose }: { note: string; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const query = holdingQuery(note)
  const { data, error, refetch } = useQuery(query)
  const [making, setMaking] = useState(false)

  const put = async (board: Board, on: boolean) => {
    const set = (holds: boolean) =>
      client.setQueryData<Holding>(
        query.queryKey,
        (now) => now && { items: now.items.map((i) => (i.board.id === board.id ? { ...i, holds } : i)) },
      )
    set(on)
    try {
      await (on ? api.put(`/v1/boards/${board.id}/notes/${note}`) : api.delete(`/v1/boards/${board.id}/notes/${note}`))
      if (on) showCollected(client, note, true)
      void client.invalidateQueries({ queryKey: ['note', note] })
      void client.invalidateQueries({ queryKey: ['cards', 'board', board.id] })
    } catch (problem) {
      set(!on)
      say(problemWords(problem), { tone: 'trouble' })
    }
  }
  return (
    <Dialog
      title={<Trans>Collect into a board</Trans>}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          <Trans>Done</Trans>
        </Button>
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <div className={css.list}>
          <Skeleton height={48} />
          <Skeleton height={48} />
        </div>
      ) : (
        <ul className={css.list}>
          {data.items.map(({ board, holds }) => (
            <li key={board.id}>
              <label className={css.board}>
                {board.covers[0] ? (
                  <img src={board.covers[0]} alt="" width={44} height={44} loading="lazy" />
                ) : (
                  <span className={css.blank} />
                )}
                <span className={css.name}>
                  <span dir="auto">{board.title}</span>
                  <small>
                    <Plural value={board.notes} one="# note" other="# notes" />
                    {board.private && (
                      <>
                        {' · '}
                        <LockIcon size={14} />
                        <Trans>only you</Trans>
                      </>
                    )}
                  </small>
                </span>
                <input type="checkbox" checked={holds} onChange={(event) => void put(board, event.target.checked)} />
              </label>
            </li>
          ))}
        </ul>
      )}
      {making ? (
        <NewBoard
          onMade={(board) => {
            setMaking(false)
            client.setQueryData<Holding>(query.queryKey, (now) => now && { items: [{ board, holds: false }, ...now.items] })
            void client.invalidateQueries({ queryKey: ['boards'] })
            void put(board, true)
          }}
        />
      ) : (
        <Button look="plain" icon={<PlusIcon size={20} />} onClick={() => setMaking(true)}>
          {t`New board`}
        </Button>
      )}
    </Dialog>
  )
}

function NewBoard({ onMade }: { onMade: (board: Board) => void }) {
  const { t } = useLingui()
  const [title, setTitle] = useState('')
  const [isPrivate, setPrivate] = useState(false)
  const [busy, setBusy] = useState(false)
  const make = async (event: FormEvent) => {
    event.preventDefault()
    if (!title.trim()) return
    setBusy(true)
    try {
      onMade(await api.post<Board>('/v1/boards', { title, private: isPrivate }, { idempotencyKey: crypto.randomUUID() }))
    } catch (problem) {
      say(problemWords(problem), { tone: 'trouble' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className={css.make} onSubmit={make}>
      <Field label={t`Name of the board`} value={title} maxLength={60} autoFocus onChange={(event) => setTitle(event.target.value)} />
      <Switch label={t`Only I see it`} checked={isPrivate} onChange={setPrivate} />
      <Button type="submit" wide busy={busy} disabled={!title.trim()}>
        <Trans>Make it</Trans>
      </Button>
    </form>
  )
}
