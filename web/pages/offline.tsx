import { msg } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useEffect } from 'react'
import type { Page } from '#web/lib/page.ts'
import { Button } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/states.tsx'

/** What the service worker shows instead of any page when the line is gone. Comes back by itself with the line. */
function Body() {
  useEffect(() => {
    const again = () => location.reload()
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [])
  return (
    <>
      <h1 className="aloud">
        <Trans>You are offline</Trans>
      </h1>
      <EmptyState
        title={<Trans>You are offline, your draft is kept</Trans>}
        action={
          <Button look="primary" onClick={() => location.reload()}>
            <Trans>Try again</Trans>
          </Button>
        }
      >
        <Trans>What you were writing stays on this device. This page comes back by itself when you are connected again.</Trans>
      </EmptyState>
    </>
  )
}

export const page: Page = {
  Body,
  head: ({ i18n }) => ({ title: `${i18n._(msg`You are offline`)} · Vermilion`, hidden: true }),
}
