import type { Kinds } from './kind.ts'
import { collect } from './kinds/collect.ts'
import { comment } from './kinds/comment.ts'
import { decision } from './kinds/decision.ts'
import { follow } from './kinds/follow.ts'
import { followAccepted } from './kinds/follow-accepted.ts'
import { followRequest } from './kinds/follow-request.ts'
import { like } from './kinds/like.ts'
import { mention } from './kinds/mention.ts'
import { reply } from './kinds/reply.ts'
import { security } from './kinds/security.ts'

/** Every kind, in order of nearness: who is answered by a comment is not told that it names them, too. */
export const kinds: Kinds = {
  reply,
  comment,
  mention,
  like,
  collect,
  follow,
  'follow-request': followRequest,
  'follow-accepted': followAccepted,
  decision,
  security,
}
