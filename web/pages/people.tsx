import { msg } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { PersonList } from '#web/features/graph/person-list.tsx'
import { peopleQuery } from '#web/features/graph/queries.ts'
import type { Page } from '#web/lib/page.ts'
import { pathTo } from '#web/lib/path.ts'
import { useRouter } from '#web/lib/router.tsx'
import { EmptyState } from '#web/ui/states.tsx'
import { TopBar } from '#web/ui/top-bar.tsx'

function Body({ params }: { params: Readonly<Record<string, string>> }) {
  const { place } = useRouter()
  const handle = params.handle ?? ''
  const what = place.path.endsWith('/followers') ? 'followers' : 'following'
  return (
    <>
      <TopBar
        title={what === 'followers' ? <Trans>Followers of @{handle}</Trans> : <Trans>@{handle} follows</Trans>}
        fallback={pathTo.account(handle)}
      />
      <PersonList query={peopleQuery(handle, what)} empty={<EmptyState title={<Trans>Nobody yet</Trans>} />} />
    </>
  )
}

export const page: Page = {
  Body,
  head: ({ i18n, params }) => ({ title: `@${params.handle} · ${i18n._(msg`People`)} · Vermilion`, hidden: true }),
}
