import type { Kind } from '#server/rooms/notify/schema.ts'
import type { KindView, TabName } from './kind.ts'
import { collect } from './kinds/collect.tsx'
import { comment } from './kinds/comment.tsx'
import { decision } from './kinds/decision.tsx'
import { follow } from './kinds/follow.tsx'
import { followAccepted } from './kinds/follow-accepted.tsx'
import { followRequest } from './kinds/follow-request.tsx'
import { like } from './kinds/like.tsx'
import { mention } from './kinds/mention.tsx'
import { reply } from './kinds/reply.tsx'
import { security } from './kinds/security.tsx'

export const kinds: Readonly<Record<Kind, KindView>> = {
  like,
  collect,
  comment,
  reply,
  mention,
  follow,
  'follow-request': followRequest,
  'follow-accepted': followAccepted,
  decision,
  security,
}

/** The kinds of a tab, as the list is asked for them. */
export const kindsOf = (tab: TabName): string =>
  Object.entries(kinds)
    .filter(([, view]) => view.tab === tab)
    .map(([kind]) => kind)
    .join(',')
