import { sql, type Tx } from '#server/platform/db.ts'
import type { CountRow } from './read.ts'

export interface Bump {
  noteId: string
  likes?: number
  collects?: number
  comments?: number
  views?: number
}

/**
 * Adds to counters of many notes in one statement, rows taken in order of id so that two such statements never wait for each other in a
 * circle. Answers the new values; notes without a counter are passed over. To be called in the transaction that writes the rows counted.
 */
export async function bumpCounters(tx: Tx, bumps: readonly Bump[]): Promise<CountRow[]> {
  const sums = new Map<string, Required<Bump>>()
  for (const b of bumps) {
    const sum = sums.get(b.noteId) ?? { noteId: b.noteId, likes: 0, collects: 0, comments: 0, views: 0 }
    sum.likes += b.likes ?? 0
    sum.collects += b.collects ?? 0
    sum.comments += b.comments ?? 0
    sum.views += b.views ?? 0
    sums.set(b.noteId, sum)
  }
  const all = [...sums.values()].filter((s) => s.likes || s.collects || s.comments || s.views)
  if (all.length === 0) return []
  const ids = all.map((s) => s.noteId)
  return tx.rows<CountRow>(sql`
    with locked as materialized (select note_id from note_counter where note_id = any(${ids}::bigint[]) order by note_id for update)
    update note_counter as c
    set likes = c.likes + d.likes, collects = c.collects + d.collects, comments = c.comments + d.comments, views = c.views + d.views,
      version = c.version + 1
    from unnest(${ids}::bigint[], ${all.map((s) => s.likes)}::int[], ${all.map((s) => s.collects)}::int[],
      ${all.map((s) => s.comments)}::int[], ${all.map((s) => s.views)}::bigint[]) as d(id, likes, collects, comments, views)
    where c.note_id = d.id and c.note_id in (select note_id from locked)
    returning c.note_id as id, c.likes, c.collects, c.comments, c.views::float8 as views, c.version::float8 as version`)
}
