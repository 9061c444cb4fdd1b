import { onAccountChanged, onAccountDeleted } from './on-accounts.ts'
import { onNoteDeleted, onNoteEdited, onNoteLiked, onNotePublished, onNoteUnliked } from './on-notes.ts'

/** What this room hears of; `server/wiring.ts` says from which events. */
export const graphHears = {
  onAccountChanged,
  onAccountDeleted,
  onNoteDeleted,
  onNoteEdited,
  onNoteLiked,
  onNotePublished,
  onNoteUnliked,
}
