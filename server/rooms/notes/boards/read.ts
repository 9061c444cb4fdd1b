import { type Queryable, type Sql, sql } from '#server/platform/db.ts'
import { sight } from '../read-sight.ts'
import type { BoardRow } from '../tables.ts'

export interface BoardFull extends BoardRow {
  /** That this reader may see: a number names hidden ones, too. */
  notes: number
  /** Latest first. */
  latest: string[]
}

/** How many of the latest notes are looked at for four covers: some may be hidden from the reader. */
const LOOK_AT = 8

const full = (reader: string | null, which: Sql): Sql => sql`
  select b.id, b.owner_id, b.title, b.is_default, b.is_private, b.cover_note_id, b.created_at,
    (select count(*)::int from board_note as x join note as n on n.id = x.note_id join account as a on a.id = n.author_id
      where x.board_id = b.id and ${sight.publishedFor(sql`${reader}::bigint`)}) as notes,
    array(select x.note_id::text from board_note as x where x.board_id = b.id order by x.at desc, x.note_id desc limit ${LOOK_AT}) as latest
  from board as b ${which}`

/** A board, its notes counted for this reader. */
export const boardRow = (db: Queryable, reader: string | null, id: string): Promise<BoardFull | undefined> =>
  db.one<BoardFull>(full(reader, sql`where b.id = ${id}`))

/** Someone's boards, newest first; private ones only for their owner. */
export const boardRows = (
  db: Queryable,
  reader: string | null,
  ownerId: string,
  before: string | null,
  limit: number,
): Promise<BoardFull[]> =>
  db.rows<BoardFull>(
    full(
      reader,
      sql`where b.owner_id = ${ownerId} ${reader === ownerId ? sql`` : sql`and not b.is_private`} ${before ? sql`and b.id < ${before}` : sql``}
      order by b.id desc limit ${limit + 1}`,
    ),
  )

export interface Shelved {
  note_id: string
  us: string
}
export const boardNoteRows = (
  db: Queryable,
  boardId: string,
  after: { us: string; id: string } | null,
  limit: number,
): Promise<Shelved[]> => {
  const from = after
    ? sql`and (x.at, x.note_id) < (timestamptz 'epoch' + ${after.us}::bigint * interval '1 microsecond', ${after.id}::bigint)`
    : sql``
  return db.rows<Shelved>(sql`
    select x.note_id, (extract(epoch from x.at) * 1000000)::bigint as us from board_note as x join note as n on n.id = x.note_id
    where x.board_id = ${boardId} and n.state = 'published' ${from} order by x.at desc, x.note_id desc limit ${limit}`)
}

export const holdingBoards = (db: Queryable, ownerId: string, noteId: string): Promise<{ board_id: string }[]> =>
  db.rows<{ board_id: string }>(sql`
    select x.board_id from board_note as x join board as b on b.id = x.board_id where x.note_id = ${noteId} and b.owner_id = ${ownerId}`)
