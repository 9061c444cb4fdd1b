import type { Relations } from '#server/rooms/graph/index.ts'
import { mayMeet } from '#server/rooms/graph/index.ts'
import type { NoteState } from './tables.ts'

/** What decides over a note, or over the note a comment stands under. */
export interface Seen {
  authorId: string
  state: NoteState
  visibility: 'public' | 'followers' | 'private'
  whoComments: 'open' | 'followers' | 'off'
}
export interface Standing {
  private: boolean
  state: 'active' | 'suspended' | 'deleting' | 'deleted'
}
/** Moderators look at what was reported, wherever its author put it, but not at what somebody wrote for themselves alone. */
export type Role = 'person' | 'moderator' | 'admin'

/**
 * THE rule of who may see a note, in two forms: here for what is at hand, in read-sight.ts for statements. A test holds them against each
 * other for every state there is. Everything that shows, counts or names something of a note asks one of them, once.
 */
export function canSee(note: Seen, author: Standing, relations: Relations, role: Role = 'person'): boolean {
  if (note.state === 'deleted' || author.state === 'deleted') return false
  if (note.authorId === relations.accountId) return true
  if (note.state === 'scheduled' || note.visibility === 'private') return false
  if (role !== 'person') return true
  if (note.state !== 'published' || author.state !== 'active' || !mayMeet(relations, note.authorId)) return false
  return (note.visibility === 'public' && !author.private) || relations.following.has(note.authorId)
}

/** Whether a topic counts this note, given whether its author is open (active, not private). */
export const countsIn = (state: string, visibility: string, authorOpen: boolean): boolean =>
  authorOpen && state === 'published' && visibility === 'public'

/** Whether someone who sees the note may answer it. `off` holds for its author too. */
export function canComment(note: Seen, relations: Relations): boolean {
  if (relations.accountId === null || note.state !== 'published' || note.whoComments === 'off') return false
  if (note.authorId === relations.accountId) return true
  if (!mayMeet(relations, note.authorId)) return false
  return note.whoComments === 'open' || relations.following.has(note.authorId)
}
