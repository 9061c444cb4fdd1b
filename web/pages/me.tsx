import { msg } from '@lingui/core/macro'
import { useViewer } from '#web/features/accounts/queries.ts'
import type { Page } from '#web/lib/page.ts'
import { pathTo } from '#web/lib/path.ts'
import { Redirect } from '#web/lib/router.tsx'

/** One's own page has one address, the same that others see. */
function Body() {
  const me = useViewer()
  return me ? <Redirect to={pathTo.account(me.handle)} /> : null
}

export const page: Page = {
  Body,
  head: ({ i18n }) => ({ title: `${i18n._(msg`Me`)} · Vermilion`, hidden: true }),
}
