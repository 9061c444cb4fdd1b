import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'

/** What cannot work without JavaScript says so there, instead of looking alive. (Buttons of type `button` hide by themselves.) */
export const NeedsScripts = ({ children }: { children: ReactNode }) => (
  <>
    <noscript>
      <p>
        <Trans>This part needs JavaScript, which is off in this browser.</Trans>
      </p>
    </noscript>
    <div className="scripted">{children}</div>
  </>
)
