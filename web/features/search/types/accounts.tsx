import { Trans } from '@lingui/react/macro'
import { PersonList } from '#web/features/graph/person-list.tsx'
import { Nothing } from '../nothing.tsx'
import { peopleFoundQuery } from '../queries.ts'
import type { SearchTypeView } from '../search-type.ts'

export const type: SearchTypeView = {
  place: 2,
  label: <Trans>People</Trans>,
  Results: ({ q }) => <PersonList query={peopleFoundQuery(q)} empty={<Nothing q={q} />} />,
  prefetch: (client, q) => client.prefetchInfiniteQuery(peopleFoundQuery(q)),
}
