import { Trans } from '@lingui/react/macro'
import { LockIcon } from '#web/ui/icons-more.tsx'
import type { KindView } from '../kind.ts'

export const kind: KindView = {
  mark: <LockIcon size={12} />,
  tab: 'site',
  sentence: () => <Trans>The way you sign in was changed. If it was not you, change your password.</Trans>,
  href: () => '/settings/security',
}
