import { msg } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { agreementsQuery, PaperText } from '#web/features/accounts/agreements.tsx'
import type { Page } from '#web/lib/page.ts'
import { TopBar } from '#web/ui/top-bar.tsx'

const Body = () => (
  <>
    <TopBar title={<Trans>Terms</Trans>} />
    <PaperText which="terms" />
  </>
)

export const page: Page = {
  Body,
  prefetch: ({ client, i18n }) => client.prefetchQuery(agreementsQuery(i18n.locale)),
  head: ({ i18n }) => ({ title: `${i18n._(msg`Terms`)} · Vermilion`, canonical: '/terms' }),
}
