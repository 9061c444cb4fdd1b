import { Trans } from '@lingui/react/macro'
import { ShieldIcon } from '#web/ui/icons-more.tsx'
import type { KindView } from '../kind.ts'
import { toSubject } from '../target.ts'

export const kind: KindView = {
  mark: <ShieldIcon size={12} />,
  tab: 'site',
  sentence: () => <Trans>The moderators of this site decided about something of yours</Trans>,
  href: (of) => (of.note ? toSubject(of) : null),
}
