import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db.ts'
import type { EventFacts } from '#server/platform/events.ts'
import type { Visibility } from './schema.ts'

export interface NoteFacts {
  noteId: string
  authorId: string
  /** Accounts named in the text, here the ones that were not named before. */
  mentions: string[]
  /** By their ids: what a topic is called is somebody's words. */
  topics: { id: string }[]
  language: string
  visibility: Visibility
}

/** What happens to notes, with the facts that upper (and lower) rooms need. Ids are decimal strings. */
export interface NoteEvents {
  /** Now, or when its hour came. */
  'note.published': NoteFacts
  /** Of published notes; `was` is the visibility before. */
  'note.edited': NoteFacts & { was: Visibility }
  /** By its author or by a decision; it was published until then. */
  'note.deleted': { noteId: string; authorId: string; visibility: Visibility }
  /** `noteId` is what was liked, a comment if `comment`; then `rootId` is the note it stands under. */
  'note.liked': { noteId: string; authorId: string; by: string; comment: boolean; rootId: string | null }
  'note.unliked': { noteId: string; authorId: string; by: string; comment: boolean; rootId: string | null }
  'note.collected': { noteId: string; authorId: string; by: string }
  'note.uncollected': { noteId: string; authorId: string; by: string }
  'comment.made': {
    commentId: string
    noteId: string
    noteAuthorId: string
    /** First-level comment it stands under, and whose that is; null: it is one. */
    threadId: string | null
    threadAuthorId: string | null
    /** Whom it answers. */
    replyToAuthorId: string | null
    authorId: string
    mentions: string[]
  }
  'comment.deleted': { commentId: string; noteId: string; authorId: string }
  /** Its author deleted it (`comment`: a comment), whatever it was before: its words are gone. */
  'note.erased': { noteId: string; comment: boolean }
  /** Nothing carries these topics any more; they are gone. */
  'topic.dropped': { topics: string[] }
}

declare module '#server/platform/events.ts' {
  interface EventFacts extends NoteEvents {}
}

/** Writes events of one name in the transaction of their facts. */
export const emit = <N extends keyof NoteEvents>(ctx: Context, tx: Tx, name: N, ...facts: EventFacts[N][]): Promise<void> =>
  ctx.events.emitMany(tx, name, facts)
