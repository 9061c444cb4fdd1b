import { Trans } from '@lingui/react/macro'
import { say } from '#web/ui/toast.tsx'

/** Puts text on the clipboard and says so; where a browser forbids it, says that the text must be marked by hand. */
export const copyText = (text: string) =>
  Promise.resolve(navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))).then(
    () => say(<Trans>Copied</Trans>),
    () => say(<Trans>This browser did not allow copying. Please select the text and copy it yourself.</Trans>, { tone: 'trouble' }),
  )
