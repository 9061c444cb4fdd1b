import { Trans } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import type { Draft } from '#server/rooms/notes/schema.ts'
import { api } from '#web/lib/api.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { problemWords } from '#web/ui/optimistic.tsx'
import { TimeAgo } from '#web/ui/time-ago.tsx'
import { say } from '#web/ui/toast.tsx'
import type { Tools } from './composer-page.tsx'
import css from './conflict-dialog.module.css'
import { type Content, newKey, readContent } from './content.ts'
import { bringBack } from './pictures.ts'

/** The same draft was changed in two places. One goes on; the other becomes a draft of its own, so that no word is lost. */
export function ConflictDialog({ tools, theirs }: { tools: Tools; theirs: Draft }) {
  const { writing, saver } = tools
  const { store, mark } = writing
  const [busy, setBusy] = useState(false)
  const mine = store.get().content
  const other = readContent(theirs.content)

  const choose = async (which: 'mine' | 'theirs') => {
    setBusy(true)
    const spare = which === 'mine' ? other : mine
    try {
      // A note of its own from now on: its key must not be the one of the other.
      await api.post('/v1/drafts', { content: { ...spare, key: newKey() }, version: 0 })
      Object.assign(mark, { draft: theirs.id, version: theirs.version, tried: [] })
      if (which === 'theirs') store.set({ content: other, attachments: await bringBack(other.media, theirs.media) })
      store.set({ conflict: null })
      saver.changed()
      say(<Trans>The other version is kept among your drafts.</Trans>)
    } catch (error) {
      say(problemWords(error), { tone: 'trouble' })
      setBusy(false)
    }
  }
  return (
    <Dialog
      kind="dialog"
      title={<Trans>This draft was changed somewhere else</Trans>}
      onClose={() => void choose('mine')}
      actions={
        <>
          <Button busy={busy} onClick={() => void choose('theirs')}>
            <Trans>Go on with the other</Trans>
          </Button>
          <Button look="primary" busy={busy} onClick={() => void choose('mine')}>
            <Trans>Go on with this one</Trans>
          </Button>
        </>
      }
    >
      <div className={css.both}>
        <Side content={mine} title={<Trans>On this screen</Trans>} />
        <Side
          content={other}
          title={
            <>
              <Trans>Saved elsewhere</Trans> · <TimeAgo at={theirs.updatedAt} />
            </>
          }
        />
      </div>
      <p className={css.calm}>
        <Trans>The one you do not choose stays among your drafts.</Trans>
      </p>
    </Dialog>
  )
}

const Side = ({ content, title }: { content: Content; title: ReactNode }) => (
  <section className={css.side}>
    <h3>{title}</h3>
    <p className={css.title} dir="auto">
      {content.title || <Trans>No title</Trans>}
    </p>
    <p className={css.text} dir="auto">
      {content.text}
    </p>
  </section>
)
