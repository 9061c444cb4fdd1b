import type { Context } from '#server/platform/context.ts'
import { decodeCursor, page, timed } from '#server/platform/cursor.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import type { List, Page } from '#server/platform/schema.ts'
import { mayMeet, mayRead, relations } from '#server/rooms/graph/index.ts'
import { still } from '#server/rooms/media/index.ts'
import { authorsOf } from '../core/authors.ts'
import { cards, type Reader } from '../core/cards.ts'
import { standingByHandle } from '../core/read-accounts.ts'
import { fill } from '../lists/fill.ts'
import { asTimed, type Place } from '../lists/place.ts'
import type { Board, Card } from '../schema.ts'
import { type BoardFull, boardNoteRows, boardRow, boardRows, holdingBoards } from './read.ts'

/** A board if this reader may look into it: public and of somebody active they may read, or their own. */
export async function seenBoard(ctx: Context, reader: Reader, id: string): Promise<BoardFull | undefined> {
  const row = await boardRow(ctx.db, reader?.accountId ?? null, id)
  if (!row || row.owner_id === reader?.accountId) return row
  if (row.is_private) return undefined
  const [owners, mine] = await Promise.all([authorsOf(ctx, [row.owner_id]), relations(ctx, reader?.accountId ?? null)])
  const owner = owners.get(row.owner_id)
  return owner?.state === 'active' && mayRead(mine, { id: row.owner_id, private: owner.private }) ? row : undefined
}

/** Rows as views. Covers are of notes this reader may see, the chosen one first. */
export async function boardViews(ctx: Context, reader: Reader, rows: readonly BoardFull[]): Promise<Board[]> {
  const coverIds = new Set(rows.flatMap((r) => (r.cover_note_id ? [r.cover_note_id, ...r.latest] : r.latest)))
  const [owners, shown] = await Promise.all([
    authorsOf(ctx, [...new Set(rows.map((r) => r.owner_id))]),
    cards(ctx, reader, [...coverIds], { bare: true }),
  ])
  const byId = new Map(shown.map((card) => [card.id, card]))
  return rows.flatMap((row) => {
    const owner = owners.get(row.owner_id)?.stub
    if (!owner) return []
    const order = new Set(row.cover_note_id ? [row.cover_note_id, ...row.latest] : row.latest)
    const covers = [...order].flatMap((id) => pictureOf(byId.get(id)) ?? []).slice(0, 4)
    const { id, title, is_private, is_default, notes, created_at } = row
    return [{ id, owner, title, private: is_private, default: is_default, notes, covers, createdAt: created_at.toISOString() }]
  })
}

const pictureOf = (card: Card | undefined): string | null => (card?.cover ? still.smallest(card.cover) : null)

export async function readBoard(ctx: Context, reader: Reader, id: string): Promise<Result<Board>> {
  const row = await seenBoard(ctx, reader, id)
  const [view] = row ? await boardViews(ctx, reader, [row]) : []
  return view ? ok(view) : fail(notFound)
}

/** Someone's boards, as far as this reader may see them. */
export async function boardsOf(ctx: Context, reader: Reader, handle: string, { cursor, limit }: Page): Promise<Result<List<Board>>> {
  const owner = await standingByHandle(ctx.db, handle)
  if (!owner) return fail(notFound)
  const own = owner.id === reader?.accountId
  const mine = await relations(ctx, reader?.accountId ?? null)
  if (!own && (owner.state !== 'active' || !mayMeet(mine, owner.id))) return fail(notFound)
  if (!own && !mayRead(mine, owner)) return ok({ items: [], next: null })
  const [before] = decodeCursor(cursor, ['id']) ?? []
  const rows = page(await boardRows(ctx.db, reader?.accountId ?? null, owner.id, before ? String(before) : null, limit), limit, (last) => [
    last.id,
  ])
  return ok({ items: await boardViews(ctx, reader, rows.items), next: rows.next })
}

/** What lies in a board, last collected first. */
export async function boardNotes(ctx: Context, reader: Reader, id: string, { cursor, limit }: Page): Promise<Result<List<Card>>> {
  const row = await seenBoard(ctx, reader, id)
  if (!row) return fail(notFound)
  const start = timed(cursor)
  const read = async (after: Place, most: number) =>
    (await boardNoteRows(ctx.db, id, asTimed(after), most)).map((r) => ({ id: r.note_id, place: [r.us, r.note_id] }))
  // What one put on one's own shelf stays there, muted words or not.
  return ok(await fill(ctx, reader, start && [start.us, start.id], limit, read, { muted: row.owner_id === reader?.accountId }))
}

/** All of my boards, and which of them hold this note. */
export async function boardsHolding(
  ctx: Context,
  reader: NonNullable<Reader>,
  noteId: string,
): Promise<{ board: Board; holds: boolean }[]> {
  const [rows, holding] = await Promise.all([
    boardRows(ctx.db, reader.accountId, reader.accountId, null, 200),
    holdingBoards(ctx.db, reader.accountId, noteId),
  ])
  const held = new Set(holding.map((h) => h.board_id))
  return (await boardViews(ctx, reader, rows)).map((board) => ({ board, holds: held.has(board.id) }))
}
