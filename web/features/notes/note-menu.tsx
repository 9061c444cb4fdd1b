import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Note } from '#server/rooms/notes/schema.ts'
import { useViewer } from '#web/features/accounts/queries.ts'
import { api } from '#web/lib/api.ts'
import { isolated } from '#web/lib/direction.ts'
import { useRouter } from '#web/lib/router.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { BlockIcon, BoardIcon, FlagIcon, MuteIcon, PencilIcon, TrashIcon } from '#web/ui/icons-more.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { problemWords } from '#web/ui/optimistic.tsx'
import { say } from '#web/ui/toast.tsx'

/** What else can be done with a note: by its author, by everyone else. */
export function NoteMenu({ note, onReport, onBoards }: { note: Note; onReport: () => void; onBoards: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const router = useRouter()
  const viewer = useViewer()
  const [deleting, setDeleting] = useState(false)
  const mine = viewer?.id === note.author.id
  const { handle } = note.author
  const displayName = isolated(note.author.displayName)

  const away = async (what: 'mute' | 'block') => {
    try {
      await api.put(`/v1/accounts/${handle}/${what}`)
      say(what === 'mute' ? <Trans>{displayName} is muted</Trans> : <Trans>{displayName} is blocked</Trans>, {
        action: {
          label: <Trans>Undo</Trans>,
          run: () => void api.delete(`/v1/accounts/${handle}/${what}`).then(() => client.invalidateQueries()),
        },
      })
      void client.invalidateQueries({ queryKey: ['cards'] })
      void client.invalidateQueries({ queryKey: ['account'] })
      router.back()
    } catch (problem) {
      say(problemWords(problem), { tone: 'trouble' })
    }
  }
  return (
    <>
      <Menu
        label={t`More about this note`}
        items={[
          { label: t`Collect into a board …`, icon: <BoardIcon size={20} />, onPick: onBoards },
          mine && { label: t({ message: 'Edit', context: 'note' }), icon: <PencilIcon size={20} />, href: `/compose?edit=${note.id}` },
          mine && { label: t`Delete`, icon: <TrashIcon size={20} />, danger: true, onPick: () => setDeleting(true) },
          !mine && { label: t`Mute ${displayName}`, icon: <MuteIcon size={20} />, onPick: () => void away('mute') },
          !mine && { label: t`Block ${displayName}`, icon: <BlockIcon size={20} />, onPick: () => void away('block') },
          !mine && { label: t`Report`, icon: <FlagIcon size={20} />, danger: true, onPick: onReport },
        ]}
      />
      {deleting && <DeleteDialog note={note} onClose={() => setDeleting(false)} />}
    </>
  )
}

function DeleteDialog({ note, onClose }: { note: Note; onClose: () => void }) {
  const client = useQueryClient()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const remove = async () => {
    setBusy(true)
    try {
      await api.delete(`/v1/notes/${note.id}`)
      say(<Trans>The note is deleted</Trans>)
      onClose()
      router.back()
      void client.invalidateQueries({ queryKey: ['cards'] })
    } catch (problem) {
      say(problemWords(problem), { tone: 'trouble' })
      setBusy(false)
    }
  }
  return (
    <Dialog
      kind="dialog"
      title={<Trans>Delete this note?</Trans>}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Keep it</Trans>
          </Button>
          <Button look="danger" busy={busy} onClick={remove}>
            <Trans>Delete</Trans>
          </Button>
        </>
      }
    >
      <Trans>Its comments, likes and places on boards go with it. This cannot be undone.</Trans>
    </Dialog>
  )
}
