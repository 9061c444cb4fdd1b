import type { Notification } from '#server/rooms/notify/schema.ts'
import { pathTo } from '#web/lib/path.ts'

/** To what it is about, or, where that cannot be seen any more, to who did it. */
export const toSubject = (of: Notification): string | null =>
  of.note ? (of.comment ? pathTo.comment(of.note.id, of.comment.id) : pathTo.note(of.note.id)) : toPerson(of)

/** To who did it; of several the latest. */
export const toPerson = ({ actors: [first] }: Notification): string | null => (first ? pathTo.account(first.handle) : null)
