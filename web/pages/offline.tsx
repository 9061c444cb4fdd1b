import { msg } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { Page } from '#web/lib/page.ts'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/states.tsx'

const Body = () => (
  <EmptyState
    title={<Trans>You are offline, your draft is kept</Trans>}
    action={
      <Button look="primary" onClick={() => location.reload()}>
        <Trans>Try again</Trans>
      </Button>
    }
  >
    <Trans>What you were writing stays on this device and is sent when you are connected again.</Trans>{' '}
    <ButtonLink href="/compose" look="plain">
      <Trans>Go on writing</Trans>
    </ButtonLink>
  </EmptyState>
)

export const page: Page = {
  Body,
  head: ({ i18n }) => ({ title: `${i18n._(msg`You are offline`)} · Vermilion`, hidden: true }),
}
