import type { Context } from '#server/platform/context.ts'
import { decodeCursor, page, timed } from '#server/platform/cursor.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import type { List, Page } from '#server/platform/schema.ts'
import { mayMeet, mayRead, relations } from '#server/rooms/graph/index.ts'
import type { Reader } from '../core/cards.ts'
import { standingByHandle } from '../core/read-accounts.ts'
import type { Card, Note } from '../schema.ts'
import { noteViews } from '../write/view.ts'
import { fill } from './fill.ts'
import { asTimed, type Place } from './place.ts'
import { authorNoteRows, savedRows, scheduledRows } from './read.ts'

type Me = NonNullable<Reader>

/** What someone published, as far as this reader may see it; of oneself also what is private or was removed. */
export async function accountNotes(ctx: Context, reader: Reader, handle: string, { cursor, limit }: Page): Promise<Result<List<Card>>> {
  const author = await standingByHandle(ctx.db, handle)
  if (!author) return fail(notFound)
  const mine = await relations(ctx, reader?.accountId ?? null)
  const own = author.id === mine.accountId
  if (!own && (author.state !== 'active' || !mayMeet(mine, author.id))) return fail(notFound)
  if (!own && !mayRead(mine, author)) return ok({ items: [], next: null })
  const visibilities = own ? ['public', 'followers', 'private'] : mine.following.has(author.id) ? ['public', 'followers'] : ['public']
  const start = decodeCursor(cursor, ['id']) as [string] | null
  const read = async (after: Place, most: number) =>
    (await authorNoteRows(ctx.db, author.id, visibilities, own, after ? String(after[0]) : null, most)).map(({ id }) => ({
      id,
      place: [id],
    }))
  // Who opens a profile wants to see it, muted or not.
  return ok(await fill(ctx, reader, start, limit, read, { muted: true }))
}

/** What I liked or collected, last first. */
export async function savedNotes(ctx: Context, me: Me, what: 'liked' | 'collected', { cursor, limit }: Page): Promise<List<Card>> {
  const start = timed(cursor)
  const read = async (after: Place, most: number) =>
    (await savedRows(ctx.db, what, me.accountId, asTimed(after), most)).map((r) => ({ id: r.id, place: [r.us, r.id] }))
  return fill(ctx, me, start && [start.us, start.id], limit, read, { muted: true })
}

/** My notes that wait for their hour. */
export async function scheduledNotes(ctx: Context, me: Me, { cursor, limit }: Page): Promise<List<Note>> {
  const rows = page(await scheduledRows(ctx.db, me.accountId, timed(cursor), limit + 1), limit, (last) => [last.us, last.id])
  return {
    items: await noteViews(
      ctx,
      me,
      rows.items.map((r) => r.id),
    ),
    next: rows.next,
  }
}
