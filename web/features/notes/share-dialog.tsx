import { Trans, useLingui } from '@lingui/react/macro'
import type { Note } from '#server/rooms/notes/schema.ts'
import { cutText } from '#web/lib/cut.ts'
import { pathTo } from '#web/lib/path.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { CopyIcon, ShareIcon } from '#web/ui/icons-more.tsx'
import { say } from '#web/ui/toast.tsx'
import css from './share-dialog.module.css'

/** The note's address: to copy, or to hand to another app where the device can. */
export function ShareDialog({ note, onClose }: { note: Note; onClose: () => void }) {
  const { t } = useLingui()
  const url = new URL(pathTo.note(note.id), location.origin).href
  const title = note.title || cutText(note.text, 80, '…')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url)
      say(<Trans>Link copied</Trans>)
      onClose()
    } catch {
      // Without permission (or without https) the address in the field can still be copied by hand.
      document.querySelector<HTMLInputElement>('#share-link')?.select()
    }
  }
  const share = () => navigator.share({ title, url }).then(onClose, () => {})
  return (
    <Dialog title={<Trans>Share this note</Trans>} onClose={onClose}>
      <div className={css.share}>
        {note.visibility !== 'public' && (
          <p className={css.word}>
            <Trans>Only people who may see this note can open the link.</Trans>
          </p>
        )}
        <Field id="share-link" label={t`Link`} value={url} readOnly onFocus={(event) => event.target.select()} />
        <Button look="primary" wide icon={<CopyIcon size={20} />} onClick={copy}>
          <Trans>Copy link</Trans>
        </Button>
        {'share' in navigator && (
          <Button wide icon={<ShareIcon size={20} />} onClick={share}>
            <Trans>Share with an app …</Trans>
          </Button>
        )}
      </div>
    </Dialog>
  )
}
