import { Plural, Trans } from '@lingui/react/macro'
import type { ReactNode, Ref } from 'react'
import { Button } from '#web/ui/button.tsx'
import { CheckIcon } from '#web/ui/icons.tsx'
import { isBlank } from './content.ts'
import css from './publish-bar.module.css'
import { useStore } from './store.ts'
import { isPending, type Saved, type Writing } from './writing.ts'

/** The foot of the desk: what is kept, and the seal. */
export function PublishBar(props: {
  writing: Writing
  step: 'writing' | 'pictures' | 'publishing'
  trouble: string
  ref: Ref<HTMLDivElement>
}) {
  const { writing, step, trouble, ref } = props
  const { content, attachments, saved } = useStore(writing.store)
  const coming = attachments.filter(isPending).length
  const nothing = isBlank(content) && attachments.length === 0
  return (
    <div className={css.bar} ref={ref} tabIndex={-1}>
      {trouble && (
        <p className={css.trouble} role="alert">
          {trouble}
        </p>
      )}
      <div className={css.inside}>
        <span className={css.state} data-saved={saved}>
          {coming > 0 ? (
            <Plural value={coming} one="# picture on its way" other="# pictures on their way" />
          ) : (
            !writing.edits && savedWords(saved)
          )}
        </span>
        <Button type="submit" look="primary" className={css.publish ?? ''} busy={step !== 'writing'} disabled={nothing}>
          {step === 'pictures' && coming > 0 ? (
            <Trans>Waiting for the pictures …</Trans>
          ) : step !== 'writing' ? (
            <Trans>One moment …</Trans>
          ) : writing.edits ? (
            <Trans>Save changes</Trans>
          ) : content.publishAt ? (
            <Trans>Schedule</Trans>
          ) : (
            <Trans>Publish</Trans>
          )}
        </Button>
      </div>
    </div>
  )
}

const savedWords = (saved: Saved): ReactNode => {
  if (saved === 'saved')
    return (
      <>
        <CheckIcon size={16} /> <Trans>Saved in your drafts</Trans>
      </>
    )
  if (saved === 'unsaved' || saved === 'saving') return <Trans>Saving …</Trans>
  if (saved === 'new') return null
  return <Trans>Kept on this device</Trans>
}
