import { Trans } from '@lingui/react/macro'
import { PersonIcon } from '#web/ui/icons.tsx'
import type { KindView } from '../kind.ts'
import { toPerson } from '../target.ts'

export const kind: KindView = {
  mark: <PersonIcon size={12} />,
  tab: 'followers',
  sentence: (_of, who) => <Trans>{who} started following you</Trans>,
  href: toPerson,
}
