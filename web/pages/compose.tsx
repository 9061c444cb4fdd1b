import { msg } from '@lingui/core/macro'
import { ComposerPage } from '#web/features/compose/composer-page.tsx'
import type { Page } from '#web/lib/page.ts'

export const page: Page = {
  Body: ({ search }) => <ComposerPage search={search} />,
  head: ({ i18n, search }) => ({
    title: `${search.has('edit') ? i18n._(msg`Edit note`) : i18n._(msg`New note`)} · Vermilion`,
    hidden: true,
  }),
}
