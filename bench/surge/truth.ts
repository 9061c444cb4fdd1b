import type pg from 'pg'
import type { Report } from './generator.ts'

/** Acknowledged things that the database does not have. */
export async function countLost(db: pg.Client, made: Report['made']): Promise<number> {
  const missing = async (table: 'note' | 'account', ids: readonly string[]): Promise<number> => {
    const { rows } = await db.query<{ n: number }>(`select count(*)::int as n from ${table} where id = any($1::bigint[])`, [ids])
    return ids.length - (rows[0]?.n ?? 0)
  }
  return (await missing('note', [...made.notes, ...made.comments])) + (await missing('account', made.accounts))
}

/** By how much counters of notes differ from the rows they count, summed: comments and likes. */
export async function counterError(db: pg.Client): Promise<number> {
  const { rows } = await db.query<{ n: number }>(`
    select coalesce(sum(abs(c.likes - coalesce(l.n, 0)) + abs(c.comments - coalesce(m.n, 0))), 0)::int as n from note_counter as c
    join note on note.id = c.note_id and note.root_id is null
    left join (select note_id, count(*) as n from note_like group by 1) as l on l.note_id = c.note_id
    left join (select root_id, count(*) as n from note where root_id is not null and state = 'published' group by 1) as m on m.root_id = c.note_id`)
  return rows[0]?.n ?? 0
}

/** All looks at notes as the database has them. */
export async function viewsSoFar(db: pg.Client): Promise<number> {
  const { rows } = await db.query<{ n: number }>('select coalesce(sum(views), 0)::float8 as n from note_counter')
  return rows[0]?.n ?? 0
}
