import { fold } from './matcher.ts'
import type { Relations } from './relations.ts'

/** What is looked at before something is shown: who wrote it, and what it says where that is at hand. */
export interface Shown {
  authorId: string
  title?: string | null
  text?: string | null
  /** Further texts, such as the second language layer. */
  more?: readonly (string | null | undefined)[]
  /** The texts as `fold` gives them, where that was done before. */
  folded?: readonly string[]
  /** Topic keys (see the language room's `topicKey`). */
  topics?: readonly string[]
}

/** Whether two people may have to do with each other at all: neither has blocked the other. */
export const mayMeet = (relations: Relations, authorId: string): boolean => !relations.blocked.has(authorId)

/** Whether the reader may read what this author shares: nobody blocked the other, and a private author has accepted the reader. */
export const mayRead = (relations: Relations, author: { id: string; private: boolean }): boolean =>
  mayMeet(relations, author.id) && (!author.private || author.id === relations.accountId || relations.following.has(author.id))

/**
 * Whether lists (feed, search, comments, notifications) leave this out for this reader: blocked either way, muted person, muted word, muted
 * topic. One's own is never hidden. A page asked for by its address only needs `mayMeet`: muting is about not running into things.
 */
export function hides(relations: Relations, shown: Shown): boolean {
  const { authorId, title, text, more = [], folded = [], topics = [] } = shown
  if (authorId === relations.accountId) return false
  if (relations.blocked.has(authorId) || relations.muted.has(authorId)) return true
  if (relations.filters.topics.size > 0 && topics.some((t) => relations.filters.topics.has(t))) return true
  const { matcher } = relations.filters
  if (matcher === null) return false
  return folded.some((t) => matcher.test(t)) || [title, text, ...more].some((t) => t && matcher.test(fold(t)))
}
