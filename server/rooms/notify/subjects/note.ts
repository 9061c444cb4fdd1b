import { notes, sight } from '#server/rooms/notes/index.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  standing: sight.standing,
  show: async (ctx, reader, ids) =>
    new Map([...(await notes.stubs(ctx, reader, ids))].map(([id, stub]) => [id, { note: stub, comment: null }])),
  gone: { 'note.deleted': (events) => events.map((e) => e.facts.noteId) },
}
