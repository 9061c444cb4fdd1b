import type { Context } from '#server/platform/context.ts'
import type { Queryable } from '#server/platform/db.ts'
import { cutText } from '#server/platform/text.ts'
import { still } from '#server/rooms/media/index.ts'
import { cards, type Reader } from './cards.ts'
import { commentTexts, saidRows, underRows } from './read-stubs.ts'

/** The least of a note that points to it: its title (without one, its first words) and the smallest picture of its cover, where it has one. */
export interface NoteStub {
  id: string
  title: string
  cover: string | null
}

/** A comment with the note it stands under, as far as this reader may see them. */
export interface CommentStub {
  note: NoteStub | null
  /** Null: not for this reader. */
  comment: { id: string; text: string } | null
  /** Only its author sees it: it was removed, or the note is out of their sight. */
  own: boolean
}

/** Of its first words a list has room for one line. */
const LINE = 80

/** Of these notes, those this reader may see now (muted ones as well), by id. */
export async function noteStubs(ctx: Context, reader: Reader, ids: readonly string[]): Promise<Map<string, NoteStub>> {
  const seen = await cards(ctx, reader, ids, { muted: true, bare: true })
  return new Map(
    seen.map(({ id, title, excerpt, cover }) => [
      id,
      { id, title: title || cutText(excerpt, LINE), cover: cover && still.smallest(cover) },
    ]),
  )
}

/** These comments as far as this reader may see them, by id; its first 200 letters. Whoever may see the note may see its comments; one's own one may always. */
export async function commentStubs(ctx: Context, reader: Reader, ids: readonly string[]): Promise<Map<string, CommentStub>> {
  const rows = await commentTexts(ctx.db, ids)
  const under = await noteStubs(ctx, reader, [...new Set(rows.map((r) => r.root_id))])
  return new Map(
    rows.map(({ id, root_id, author_id, text, state }) => {
      const note = under.get(root_id) ?? null
      const open = note !== null && state === 'published'
      const mine = author_id === reader?.accountId
      return [id, { note, comment: open || mine ? { id, text } : null, own: !open }]
    }),
  )
}

/** All comments that stood or stand under these notes. */
export const commentsUnder = async (db: Queryable, noteIds: readonly string[]): Promise<string[]> =>
  noteIds.length === 0 ? [] : (await underRows(db, noteIds)).map((r) => r.id)

/** What a note or comment says, as muted words and topics are looked for in it (`hides` of `graph`); a comment has the topics of its note. */
export interface Words {
  title: string
  text: string
  more: (string | null)[]
  topics: string[]
}

/** The words of these notes and comments, by id, read on the caller's transaction. */
export async function wordsOf(db: Queryable, ids: readonly string[]): Promise<Map<string, Words>> {
  const rows = await saidRows(db, [...new Set(ids)])
  return new Map(
    rows.map(({ id, title, text, layer_title, layer_text, topics }) => [id, { title, text, more: [layer_title, layer_text], topics }]),
  )
}
