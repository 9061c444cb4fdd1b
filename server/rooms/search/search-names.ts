import type { Context } from '#server/platform/context.ts'
import { decodeCursor, encodeCursor } from '#server/platform/cursor.ts'
import type { Viewer } from '#server/platform/http.ts'
import type { List } from '#server/platform/schema.ts'
import { people, relations } from '#server/rooms/graph/index.ts'
import type { Person } from '#server/rooms/graph/schema.ts'
import { topicKey } from '#server/rooms/language/index.ts'
import type { Topic } from '#server/rooms/notes/schema.ts'
import { question } from './question.ts'
import { accountsNamed, topicsNamed } from './read-names.ts'
import { suggestionKey } from './terms.ts'

interface At {
  cursor?: string | undefined
  limit: number
}
/** Names are found by their best; nobody turns pages for ever. */
const MOST = 500

/** A list in a fixed order, by offset: exact names first, so that people reading on see no one twice unless names change meanwhile. */
const offsetOf = (cursor: string | undefined): number => Math.min(MOST, Number(decodeCursor(cursor, ['i'])?.[0] ?? 0))
const nextOf = (offset: number, limit: number, found: number): string | null =>
  found > limit && offset + limit < MOST ? encodeCursor([offset + limit]) : null

/** People by handle or name. Private accounts can be found, too: what they share cannot. */
export async function searchAccounts(ctx: Context, viewer: Viewer | null, q: string, { cursor, limit }: At): Promise<List<Person>> {
  const handle = q
    .trim()
    .replace(/^[@＠]/u, '')
    .toLowerCase()
  const asked = question(q)
  if (!asked && !handle) return { items: [], next: null }
  const offset = offsetOf(cursor)
  const mine = await relations(ctx, viewer?.accountId ?? null)
  const rows = await accountsNamed(
    ctx.db,
    { handle, beginning: suggestionKey(handle), tsquery: asked?.tsquery ?? null, without: [...mine.blocked] },
    limit + 1,
    offset,
  )
  return { items: await people(ctx, viewer, rows.slice(0, limit)), next: nextOf(offset, limit, rows.length) }
}

/** Topics by name or a part of it. */
export async function searchTopics(ctx: Context, viewer: Viewer | null, q: string, { cursor, limit }: At): Promise<List<Topic>> {
  const key = topicKey(q.trim())
  const asked = question(q)
  if (!asked && !key) return { items: [], next: null }
  const offset = offsetOf(cursor)
  const mine = await relations(ctx, viewer?.accountId ?? null)
  const rows = await topicsNamed(ctx.db, { key, beginning: suggestionKey(key) || key, tsquery: asked?.tsquery ?? null }, limit + 1, offset)
  const items = rows.slice(0, limit).map(({ name, key: k, notes, views }) => ({
    name,
    counts: { notes, views },
    ...(viewer ? { muted: mine.filters.topics.has(k) } : {}),
  }))
  return { items, next: nextOf(offset, limit, rows.length) }
}
