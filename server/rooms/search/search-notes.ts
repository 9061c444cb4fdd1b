import type { Context } from '#server/platform/context.ts'
import { decodeCursor, encodeCursor } from '#server/platform/cursor.ts'
import { type Sql, sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { idAt } from '#server/platform/ids.ts'
import type { List } from '#server/platform/schema.ts'
import { type Relations, relations } from '#server/rooms/graph/index.ts'
import { cards } from '#server/rooms/notes/index.ts'
import type { Card } from '#server/rooms/notes/schema.ts'
import { type Question, question } from './question.ts'
import { readableAuthor, responseOf } from './read.ts'

/** How many of the newest matches are put in order by how well they match; after them the next as many, and so on. */
const WINDOW = 300
const DAY_MS = 86_400_000

interface Hit {
  note_id: string
  score: number
}
interface Place {
  /** The moment of the first page (ms since 1970): later pages rank by the same clock and without newer notes. */
  asOf: number
  /** The window's upper end: only older notes are in it. */
  below: string
  after: Hit | null
}

/**
 * Notes that answer a question, best first: title before topics before text, then freshness and response. Windows of the newest matches are ranked
 * one after the other, so that a word in every second note costs no more than a rare one, and every match is reached in the end.
 */
export async function searchNotes(
  ctx: Context,
  viewer: Viewer | null,
  q: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<List<Card>> {
  const asked = question(q)
  if (!asked) return { items: [], next: null }
  const mine = await relations(ctx, viewer?.accountId ?? null)
  let place: Place | null = placeOf(page.cursor, ctx.clock.now().getTime())
  const items: Card[] = []
  while (place && items.length < page.limit) {
    const at: Place = place
    const found = await windowOf(ctx, asked, mine, at, page.limit - items.length + 1)
    const hits = found.hits.slice(0, page.limit - items.length)
    items.push(
      ...(await cards(
        ctx,
        viewer,
        hits.map((h) => h.note_id),
      )),
    )
    const last = hits.at(-1)
    if (found.hits.length > hits.length && last) place = { ...at, after: last }
    else place = found.full ? { asOf: at.asOf, below: found.oldest, after: null } : null
  }
  return { items, next: place ? encodeCursor([place.asOf, place.below, place.after?.score ?? null, place.after?.note_id ?? null]) : null }
}

function placeOf(cursor: string | undefined, now: number): Place {
  const parts = decodeCursor(cursor, ['n', 'id', 'n?', 'id?'])
  // A moment later, so that a note of this very millisecond is in.
  if (!parts) return { asOf: now, below: idAt(now + 1000), after: null }
  const [asOf, below, score, id] = parts as [number, string, number | null, string | null]
  return { asOf, below, after: score !== null && id !== null ? { score, note_id: id } : null }
}

interface Window {
  hits: Hit[]
  oldest: string
  full: boolean
}

async function windowOf(ctx: Context, asked: Question, mine: Relations, { asOf, below, after }: Place, limit: number): Promise<Window> {
  const rows = await ctx.db.rows<Hit & { oldest: string; size: number }>(sql`
    with found as materialized (
      select s.note_id, s.author_id,
        case when s.tsv @@ ${asked.inTitle}::tsquery then 3 when s.tsv @@ ${asked.inTopics}::tsquery then 1.5 else 0 end as place
      from search_note as s
      where s.tsv @@ ${asked.tsquery}::tsquery and s.note_id < ${below} ${textFits(asked)}
      -- Not by the bare key: reading the whole table backwards by it is what the planner takes to be cheap when a rare word looks frequent.
      order by s.note_id + 0 desc limit ${WINDOW}),
    ranked as (
      select f.note_id, round((f.place
          + 2 * exp(-greatest(0, ${asOf}::float8 - ((f.note_id >> 22) + 1735689600000)) / ${30 * DAY_MS}::float8)
          + 0.4 * ${responseOf})::numeric, 4)::float8 as score
      from found as f join account as a on a.id = f.author_id left join note_counter as c on c.note_id = f.note_id
      where ${readableAuthor([...mine.following])} ${notFrom(mine)}),
    edge as (select min(note_id) as oldest, count(*)::int as size from found)
    select e.oldest, e.size, r.note_id, r.score from edge as e left join lateral (
      select note_id, score from ranked
      ${after ? sql`where (score, note_id) < (${after.score}::float8, ${after.note_id}::bigint)` : sql``}
      order by score desc, note_id desc limit ${limit}) as r on true
    order by r.score desc, r.note_id desc`)
  const { oldest, size } = rows[0] ?? { oldest: '1', size: 0 }
  return { hits: rows.filter((r) => r.note_id !== null), oldest, full: size === WINDOW }
}

/** Longer runs and quoted words are looked for in the text; so is what mixes characters and words. */
function textFits(asked: Question): Sql {
  const like = asked.like.length > 0 ? sql`and s.body like all (${asked.like}::text[])` : sql``
  const mixed = asked.mixed.map((m) => sql` and (s.tsv @@ ${m.tsquery}::tsquery or s.body like ${m.like})`)
  return sql`${like} ${sql.join(mixed, ' ')}`
}

function notFrom(mine: Relations): Sql {
  const hidden = [...mine.blocked, ...mine.muted]
  return hidden.length > 0 ? sql`and f.author_id <> all (${hidden}::bigint[])` : sql``
}
