import { sql } from '#server/platform/db.ts'

/** What a doubling of response is worth: half a day. */
export const HALF_DAY_MS = 43_200_000

export interface Response {
  likes: number
  collects: number
  comments: number
}

/** Response weighed by what it costs a person: a tap, keeping it, writing something. */
export const weigh = ({ likes, collects, comments }: Response): number => likes + 2 * collects + 3 * comments

/**
 * Warmth of a note: `log2(1 + response) + published / 12 h`, in doublings. A note loses one doubling every half-day against newer ones; ten times the
 * response buys 40 hours. It is the additive form of gravity ranking, known from Reddit's public source ("hot": log of votes plus time of
 * submission over 12.5 h). Time passing moves all notes alike, so the order needs no recalculation.
 */
export const warmth = (response: number, publishedMs: number): number => Math.log2(1 + response) + publishedMs / HALF_DAY_MS

/** The same in SQL, over `n` (a note) and `c` (its counters). */
export const warmthSql = sql`(ln(1 + coalesce(c.likes, 0) + 2 * coalesce(c.collects, 0) + 3 * coalesce(c.comments, 0)) / ln(2)
  + ((n.id >> 22) + 1735689600000) / ${sql.raw(`${HALF_DAY_MS}.0`)}::float8)`
