import { Trans } from '@lingui/react/macro'
import { CommentIcon } from '#web/ui/icons-more.tsx'
import type { KindView } from '../kind.ts'
import { toSubject } from '../target.ts'

export const kind: KindView = {
  mark: <CommentIcon size={12} />,
  tab: 'comments',
  sentence: (_of, who) => <Trans>{who} replied to you</Trans>,
  href: toSubject,
}
