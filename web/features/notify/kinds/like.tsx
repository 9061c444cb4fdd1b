import { Trans } from '@lingui/react/macro'
import { HeartFullIcon } from '#web/ui/icons.tsx'
import type { KindView } from '../kind.ts'
import { toSubject } from '../target.ts'

export const kind: KindView = {
  mark: <HeartFullIcon size={12} />,
  warm: true,
  tab: 'likes',
  sentence: (of, who) => (of.comment ? <Trans>{who} liked your comment</Trans> : <Trans>{who} liked your note</Trans>),
  href: toSubject,
}
