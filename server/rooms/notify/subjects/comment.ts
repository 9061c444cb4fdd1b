import { comments, sight } from '#server/rooms/notes/index.ts'
import type { Subject } from '../subject.ts'

/** A comment is shown with the note it stands under, and goes with it. */
export const subject: Subject = {
  standing: sight.standing,
  show: comments.stubs,
  gone: {
    'comment.deleted': (events) => events.map((e) => e.facts.commentId),
    'note.deleted': (events, tx) =>
      comments.under(
        tx,
        events.map((e) => e.facts.noteId),
      ),
  },
}
