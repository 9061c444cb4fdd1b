import { onDecided } from './on-decided.ts'
import { onAccountDeleted, onBlocked, onFollowAccepted, onFollowed, onFollowRefused, onFollowRequested, onUnfollowed } from './on-people.ts'
import { onCollected, onLiked, onUncollected, onUnliked } from './on-reactions.ts'
import { onSecured } from './on-secured.ts'
import { onCommentDeleted, onCommented, onNoteDeleted, onPublished } from './on-words.ts'

/** What this room hears of; `server/wiring.ts` says from which events. */
export const notifyHears = {
  onAccountDeleted,
  onBlocked,
  onCollected,
  onCommentDeleted,
  onCommented,
  onDecided,
  onFollowAccepted,
  onFollowed,
  onFollowRefused,
  onFollowRequested,
  onLiked,
  onNoteDeleted,
  onPublished,
  onSecured,
  onUncollected,
  onUnfollowed,
  onUnliked,
}
