import { Trans } from '@lingui/react/macro'
import { StarFullIcon } from '#web/ui/icons-more.tsx'
import type { KindView } from '../kind.ts'
import { toSubject } from '../target.ts'

export const kind: KindView = {
  mark: <StarFullIcon size={12} />,
  tab: 'likes',
  sentence: (_of, who) => <Trans>{who} collected your note</Trans>,
  href: toSubject,
}
