import { LRUCache } from 'lru-cache'
import type { Context } from '#server/platform/context.ts'
import { type Queryable, type Sql, sql } from '#server/platform/db.ts'
import { idTime } from '#server/platform/ids.ts'
import { sweep } from '#server/platform/sweep.ts'
import type { Relations } from '#server/rooms/graph/index.ts'
import { sight } from '#server/rooms/notes/index.ts'
import type { Question } from './question.ts'
import { responseOf } from './read.ts'
import { since } from './times.ts'

/** How many of the newest matches are put in order by how well they match; after them the next as many, and so on. */
const WINDOW = 200
const DAY_MS = 86_400_000

export interface Hit {
  note_id: string
  score: number
}
export interface Place {
  /** The moment of the first page (ms since 1970): later pages rank by the same clock and without newer notes. */
  asOf: number
  /** The window's upper end: only older notes are in it. */
  below: string
  /** No window came before. */
  isFirst: boolean
  /** The last word is taken for the beginning of one, because nothing has it as it stands. */
  isHalf: boolean
  after: Hit | null
}

/** What a window holds is the same for every reader. */
interface Ranked extends Hit {
  author_id: string
  /** By somebody whose notes only their followers find. */
  guarded: boolean
}
interface Window {
  /** Best first. */
  ranked: Ranked[]
  oldest: string
  full: boolean
}

/** So many of the newest notes are looked through first, then so many, then all: a word in every tenth note fills the window from the first few thousand. */
const NEWEST = [4_000, 32_000] as const
const NEWEST_MS = 60_000

/** So many windows are kept, of some 30 KB each. */
const SHARED = 200
const SHARED_MS = 1_000

/**
 * The moment that whoever asks this now has in common: one in each second. Each question has its own, so that they are not all read anew at once.
 */
export function momentOf(q: string, now: number): number {
  let h = 0
  for (let i = 0; i < q.length; i++) h = (Math.imul(h, 31) + q.charCodeAt(i)) | 0
  return now - ((now + (h >>> 0)) % SHARED_MS)
}

/** The best of a window after a place, as far as this reader may find them and wants to run into their authors. */
export async function findIn(
  ctx: Context,
  asked: Question,
  mine: Relations,
  place: Place,
  limit: number,
): Promise<{ hits: Hit[]; oldest: string; full: boolean }> {
  const { ranked, oldest, full } = await windowOf(ctx, asked, place)
  const hits: Hit[] = []
  for (const hit of ranked) {
    if (hits.length === limit) break
    if (comesAfter(hit, place.after) && isFor(hit, mine)) hits.push(hit)
  }
  return { hits, oldest, full }
}

const comesAfter = (hit: Hit, after: Hit | null): boolean =>
  after === null || hit.score < after.score || (hit.score === after.score && BigInt(hit.note_id) < BigInt(after.note_id))

const isFor = ({ author_id, guarded }: Ranked, mine: Relations): boolean =>
  !mine.blocked.has(author_id) && !mine.muted.has(author_id) && (!guarded || mine.following.has(author_id))

/**
 * The newest notes that fit, put in order. What somebody looks for is what many look for at once (a topic in the news): whoever asks in the same
 * second shares one reading, and is told apart afterwards. Cards ask for each note once more whether this reader may see it, as it is then.
 */
function windowOf(ctx: Context, asked: Question, place: Place): Promise<Window> {
  const now = ctx.clock.now().getTime()
  // A list that was begun a while ago: nobody else is at this place.
  if (now - place.asOf >= SHARED_MS) return read(ctx, asked, place, now)
  const shared = ctx.hold('search.shared', () => sweep(ctx, new LRUCache<string, Promise<Window>>({ max: SHARED, ttl: SHARED_MS })))
  const key = JSON.stringify([place.asOf, place.below, place.isFirst, asked])
  const had = shared.get(key)
  if (had) return had
  const window = read(ctx, asked, place, now)
  shared.set(key, window)
  window.catch(() => shared.delete(key))
  return window
}

/**
 * A frequent word fills the window from the newest notes alone, and the rest of the table is never looked at; only
 * when they do not fill it, more are asked. All in one statement: a step that is not needed is not run.
 */
async function read(ctx: Context, asked: Question, place: Place, now: number): Promise<Window> {
  const spans = place.isFirst
    ? (await newestSince(ctx, now)).map((from) => since(from, now + NEWEST_MS)).filter((span) => span !== null)
    : []
  return readWindow(ctx.db, asked, place, [...spans.map((span) => `(${asked.tsquery}) & (${span})`), asked.tsquery])
}

/** When the newest few thousand notes begin (ms since 1970), for each step; looked up once a minute. On a small site there are no steps. */
async function newestSince(ctx: Context, now: number): Promise<readonly number[]> {
  const kept = ctx.hold('search.newest', () => ({ since: [] as number[], until: 0 }))
  if (kept.until <= now) {
    kept.until = now + NEWEST_MS
    const rows = await ctx.db.rows<{ id: string | null }>(sql`
      select (select note_id from search_note order by note_id desc offset n limit 1) as id from unnest(${NEWEST}::int[]) as n order by n`)
    kept.since = rows.flatMap((r) => (r.id === null ? [] : [idTime(r.id).getTime()]))
  }
  return kept.since
}

const step = (n: number): Sql => sql.raw(`step${n}`)
const sizeOf = (n: number): Sql => sql`(select count(*) from ${step(n)})`

/** The matches of each step, as tables `step0`, `step1` … of which all but one are empty or too short. */
function stepTables(asked: Question, below: string, tsqueries: readonly string[]): Sql {
  const tables = tsqueries.map((tsquery, n) => {
    const needed = tsqueries.slice(0, n).map((_, before) => sql`${sizeOf(before)} < ${WINDOW} and `)
    return sql`${step(n)} as materialized (
      select s.note_id from search_note as s
      where ${sql.join(needed, ' ')} s.tsv @@ ${tsquery}::tsquery and s.note_id + 0 < ${below} ${textFits(asked)}
      -- Never by the bare key: the planner may take it to be cheap to read the whole table along it.
      order by s.note_id + 0 desc limit ${WINDOW})`
  })
  return sql.join(tables)
}

function fullStep(count: number): Sql {
  const parts = Array.from({ length: count }, (_, n) =>
    n === count - 1 ? sql`select note_id from ${step(n)}` : sql`select note_id from ${step(n)} where ${sizeOf(n)} = ${WINDOW}`,
  )
  return sql.join(parts, ' union all ')
}

async function readWindow(db: Queryable, asked: Question, { asOf, below }: Place, tsqueries: readonly string[]): Promise<Window> {
  const rows = await db.rows<Ranked & { oldest: string; size: number }>(sql`
    with ${stepTables(asked, below, tsqueries)},
    found as materialized (${fullStep(tsqueries.length)}),
    ranked as (
      select f.note_id, s.author_id, a.is_private as guarded, round((
          case when s.tsv @@ ${asked.inTitle}::tsquery then 3 when s.tsv @@ ${asked.inTopics}::tsquery then 1.5 else 0 end
          + 2 * exp(-greatest(0, ${asOf}::float8 - ((f.note_id >> 22) + 1735689600000)) / ${30 * DAY_MS}::float8)
          + 0.4 * ${responseOf})::numeric, 4)::float8 as score
      from found as f join search_note as s on s.note_id = f.note_id join account as a on a.id = s.author_id
        left join note_counter as c on c.note_id = f.note_id
      where ${sight.activeAuthor}),
    edge as (select min(note_id) as oldest, count(*)::int as size from found)
    select e.oldest, e.size, r.note_id, r.author_id, r.guarded, r.score from edge as e left join ranked as r on true
    order by r.score desc, r.note_id desc`)
  const { oldest, size } = rows[0] ?? { oldest: '1', size: 0 }
  const ranked = rows.flatMap(({ note_id, author_id, guarded, score }) => (note_id === null ? [] : { note_id, author_id, guarded, score }))
  return { ranked, oldest, full: size === WINDOW }
}

/** Longer runs and quoted words are looked for in the text; so is what mixes characters and words. */
function textFits(asked: Question): Sql {
  const like = asked.like.length > 0 ? sql`and s.body like all (${asked.like}::text[])` : sql``
  const mixed = asked.mixed.map((m) => sql` and (s.tsv @@ ${m.tsquery}::tsquery or s.body like ${m.like})`)
  return sql`${like} ${sql.join(mixed, ' ')}`
}
