import type { Context } from '#server/platform/context.ts'
import { decodeCursor, encodeCursor } from '#server/platform/cursor.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import type { List } from '#server/platform/schema.ts'
import { people, relations } from '#server/rooms/graph/index.ts'
import type { Person } from '#server/rooms/graph/schema.ts'
import { topicKey } from '#server/rooms/language/index.ts'
import type { Topic } from '#server/rooms/notes/schema.ts'
import { question } from './question.ts'
import { suggestionKey } from './words.ts'

interface At {
  cursor?: string | undefined
  limit: number
}
/** Names are found by their best; nobody turns pages for ever. */
const MOST = 500

/** LIKE pattern for texts that begin so. */
const beginsWith = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`

/** A list in a fixed order, by offset: exact names first, so that people reading on see no one twice unless names change meanwhile. */
const offsetOf = (cursor: string | undefined): number =>
  Math.max(0, Math.min(MOST, Math.trunc(Number(decodeCursor(cursor, ['n'])?.[0] ?? 0))))
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
  const rows = await ctx.db.rows<{ id: string; bio: string }>(sql`
    with found as (
      select account_id from search_account where handle like ${beginsWith(handle)} and ${handle} <> ''
      union select account_id from search_account where tsv @@ ${asked?.tsquery ?? null}::tsquery)
    select a.id, a.bio from found as f join account as a on a.id = f.account_id left join account_counter as c on c.account_id = a.id
    where a.state = 'active' and a.id <> all (${[...mine.blocked]}::bigint[])
    order by a.handle = ${handle} desc, coalesce(c.followers, 0) desc, a.id
    limit ${limit + 1} offset ${offset}`)
  return { items: await people(ctx, viewer, rows.slice(0, limit)), next: nextOf(offset, limit, rows.length) }
}

/** Topics by name or a part of it. */
export async function searchTopics(ctx: Context, viewer: Viewer | null, q: string, { cursor, limit }: At): Promise<List<Topic>> {
  const key = topicKey(q.trim())
  const asked = question(q)
  if (!asked && !key) return { items: [], next: null }
  const offset = offsetOf(cursor)
  const mine = await relations(ctx, viewer?.accountId ?? null)
  const rows = await ctx.db.rows<{ name: string; key: string; notes: number; views: number }>(sql`
    with found as (
      select topic_id from search_topic where key like ${beginsWith(suggestionKey(key) || key)}
      union select topic_id from search_topic where tsv @@ ${asked?.tsquery ?? null}::tsquery
      union select ref from search_suggestion where kind = 'topic' and key like ${beginsWith(suggestionKey(key) || key)})
    select t.name, t.key, c.notes, c.views::float8 as views
    from found as f join topic as t on t.id = f.topic_id join topic_counter as c on c.topic_id = t.id
    where c.notes > 0 order by t.key = ${key} desc, c.notes desc, t.id limit ${limit + 1} offset ${offset}`)
  const items = rows.slice(0, limit).map(({ name, key: k, notes, views }) => ({
    name,
    counts: { notes, views },
    ...(viewer ? { muted: mine.filters.topics.has(k) } : {}),
  }))
  return { items, next: nextOf(offset, limit, rows.length) }
}
