import { Trans } from '@lingui/react/macro'
import { AtIcon } from '#web/ui/icons-more.tsx'
import type { KindView } from '../kind.ts'
import { toSubject } from '../target.ts'

export const kind: KindView = {
  mark: <AtIcon size={12} />,
  tab: 'mentions',
  sentence: (_of, who) => <Trans>{who} mentioned you</Trans>,
  href: toSubject,
}
