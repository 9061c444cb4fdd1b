import { msg } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { Page } from '#web/lib/page.ts'
import { TopBar } from '#web/ui/top-bar.tsx'

const Body = () => <TopBar title={<Trans>Boards</Trans>} />

export const page: Page = {
  Body,
  head: ({ i18n }) => ({ title: `${i18n._(msg`Boards`)} · Vermilion`, hidden: true }),
}
