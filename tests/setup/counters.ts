import { type Queryable, sql } from '#server/platform/db.ts'

/** Counters that are not what their rows come to, and collected notes that stand on no board (or the other way round); none is right. */
export async function wrongCounters(db: Pick<Queryable, 'rows'>): Promise<object[]> {
  const notes = await db.rows<object>(sql`
    select c.note_id, c.likes, c.collects, c.comments, r.* from note_counter as c join note as n on n.id = c.note_id,
      lateral (select
        (select count(*)::int from note_like where note_id = c.note_id) as like_rows,
        (select count(*)::int from note_collect where note_id = c.note_id) as collect_rows,
        (select count(*)::int from note as m where (m.root_id = c.note_id or m.thread_id = c.note_id) and m.state = 'published') as comment_rows) as r
    where c.likes <> like_rows or c.collects <> collect_rows or c.comments <> comment_rows`)
  const topics = await db.rows<object>(sql`
    select t.name, c.notes, r.n from topic as t left join topic_counter as c on c.topic_id = t.id,
      lateral (select count(*)::int as n from note_topic as x join note on note.id = x.note_id join account as a on a.id = note.author_id
        where x.topic_id = t.id and note.state = 'published' and note.visibility = 'public' and a.state = 'active' and not a.is_private) as r
    where c.notes is distinct from r.n`)
  const shelves = await db.rows<object>(sql`
    (select x.note_id, b.owner_id from board_note as x join board as b on b.id = x.board_id except select note_id, account_id from note_collect)
    union all (select note_id, account_id from note_collect except select x.note_id, b.owner_id from board_note as x join board as b on b.id = x.board_id)`)
  return [...notes, ...topics, ...shelves]
}
