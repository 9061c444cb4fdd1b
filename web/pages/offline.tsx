import { msg } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useEffect } from 'react'
import type { Page } from '#web/lib/page.ts'
import { Button } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/states.tsx'

const ASK_MS = 5000

/** What the service worker shows instead of any page when the line is gone. Comes back by itself with the line. */
function Body() {
  useEffect(() => {
    // Whoever opened this very address came to read it.
    if (location.pathname === '/offline') return
    const again = () => location.reload()
    // A device can be connected while the site is not, and the other way round: asking is surer than its word.
    const ask = () =>
      fetch('/healthz', { cache: 'no-store' }).then(
        ({ ok }) => ok && again(),
        () => {},
      )
    addEventListener('online', again)
    const timer = setInterval(ask, ASK_MS)
    return () => {
      removeEventListener('online', again)
      clearInterval(timer)
    }
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
