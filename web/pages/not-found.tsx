import { msg } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { Page } from '#web/lib/page.ts'
import { ButtonLink } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/states.tsx'
import { TopBar } from '#web/ui/top-bar.tsx'

const Body = () => (
  <>
    <TopBar title={<Trans>Not found</Trans>} />
    <EmptyState
      title={<Trans>There is no page at this address</Trans>}
      action={
        <ButtonLink href="/" look="primary">
          <Trans>Go to Explore</Trans>
        </ButtonLink>
      }
    >
      <Trans>It may have been deleted, or the link may have lost a letter on its way.</Trans>
    </EmptyState>
  </>
)

export const page: Page = {
  Body,
  head: ({ i18n }) => ({ title: `${i18n._(msg`Not found`)} · Vermilion`, hidden: true }),
}
