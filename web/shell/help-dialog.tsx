import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Dialog } from '#web/ui/dialog.tsx'
import css from './help-dialog.module.css'

/** What the keys do. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const keys: readonly [string, ReactNode][] = [
    ['j', <Trans key="j">Next note</Trans>],
    ['k', <Trans key="k">Previous note</Trans>],
    ['Enter', <Trans key="e">Open it</Trans>],
    ['l', <Trans key="l">Like</Trans>],
    ['s', <Trans key="s">Collect</Trans>],
    ['n', <Trans key="n">New note</Trans>],
    ['/', <Trans key="/">Search</Trans>],
    ['Esc', <Trans key="x">Close</Trans>],
    ['?', <Trans key="?">This help</Trans>],
  ]
  return (
    <Dialog kind="dialog" title={<Trans>Keyboard</Trans>} onClose={onClose}>
      <dl className={css.keys}>
        {keys.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
