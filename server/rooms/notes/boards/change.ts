import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { lock } from '#server/platform/locks.ts'
import { everyTime, type Once } from '#server/platform/once.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { cleanLine } from '#server/platform/text.ts'
import { countersChanged } from '../core/changes.ts'
import { defaultBoard as defaultBoardStays, nameEmpty, tooManyBoards } from '../errors.ts'
import { locks } from '../locks.ts'
import { countCollects, dropUnshelved } from '../reactions/collect.ts'
import type { MakeBoard } from '../schema.ts'

type Owner = Pick<Viewer, 'accountId'>

/** Held by the database (0121_promised_numbers.sql), which makes no row of one too many. */
export const MAX_BOARDS = 200

/** A new board; its id. */
export async function makeBoard(
  ctx: Context,
  owner: Owner,
  input: MakeBoard,
  onMade: Once['made'] = everyTime.made,
): Promise<Result<string>> {
  const title = cleanLine(input.title)
  if (!title) return fail(nameEmpty, { fields: { title: 'name-empty' } })
  const made = await ctx.db.tx(async (tx) => {
    const row = await tx.one<{ id: string }>(sql`
    insert into board (id, owner_id, title, is_private)
    values (${ctx.ids.next()}, ${owner.accountId}, ${title}, ${input.private})
    returning id`)
    if (row) await onMade(tx, row.id)
    return row
  })
  return made ? ok(made.id) : fail(tooManyBoards, { params: { maximum: MAX_BOARDS } })
}

export interface BoardChange {
  title?: string | undefined
  private?: boolean | undefined
  /** A note that lies in the board; null: the latest ones. */
  cover?: string | null | undefined
}

export async function updateBoard(ctx: Context, owner: Owner, id: string, change: BoardChange): Promise<Result<undefined>> {
  const title = change.title === undefined ? null : cleanLine(change.title)
  if (title === '') return fail(nameEmpty, { fields: { title: 'name-empty' } })
  const cover = change.cover ?? null
  const done = await ctx.db.run(sql`
    update board as b set title = coalesce(${title}, b.title), is_private = coalesce(${change.private ?? null}::boolean, b.is_private),
      cover_note_id = case when ${change.cover === undefined} then b.cover_note_id else ${cover}::bigint end
    where b.id = ${id} and b.owner_id = ${owner.accountId}
      and (${cover}::bigint is null or exists (select 1 from board_note where board_id = b.id and note_id = ${cover}::bigint))`)
  return done ? ok() : fail(notFound)
}

/** Deletes a board; notes that lie in none of the others are no longer collected. */
export async function deleteBoard(ctx: Context, owner: Owner, id: string): Promise<Result<undefined>> {
  const counts = await ctx.db.tx(async (tx) => {
    await lock(tx, locks.boards, [owner.accountId])
    const board = await tx.one<{ is_default: boolean }>(
      sql`select is_default from board where id = ${id} and owner_id = ${owner.accountId} for update`,
    )
    if (!board) return 'missing'
    if (board.is_default) return 'default'
    const held = await tx.rows<{ note_id: string }>(sql`delete from board_note where board_id = ${id} returning note_id`)
    await tx.run(sql`delete from board where id = ${id}`)
    const ids = held.map((h) => h.note_id)
    return countCollects(
      ctx,
      tx,
      [],
      await dropUnshelved(
        tx,
        ids,
        ids.map(() => owner.accountId),
      ),
    )
  })
  if (counts === 'missing') return fail(notFound)
  if (counts === 'default') return fail(defaultBoardStays)
  countersChanged(ctx, counts)
  return ok()
}
