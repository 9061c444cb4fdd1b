import type { Context } from '#server/platform/context.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { lock } from '#server/platform/locks.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { defaultBoard, ownsBoard } from '../boards/default.ts'
import { countersChanged } from '../core/changes.ts'
import { bumpCounters } from '../core/counters.ts'
import { visible } from '../core/visible.ts'
import { emit } from '../events.ts'
import { locks } from '../locks.ts'
import { Gatherer } from './gather.ts'

interface Op {
  noteId: string
  accountId: string
  /** null: all of one's boards (only when taking out). */
  boardId: string | null
  on: boolean
}
export interface Collected {
  note_id: string
  account_id: string
  author_id: string
}

type Who = Pick<Viewer, 'accountId' | 'role' | 'locale'>

/** Puts a note into a board, the default one unless one's own is named. Again changes nothing; in however many boards, it counts once. */
export async function collect(ctx: Context, viewer: Who, noteId: string, board?: string): Promise<Result<undefined>> {
  const seen = await visible(ctx, viewer, noteId)
  if (!seen || seen.core.rootId !== null || seen.core.state !== 'published') return fail(notFound)
  if (board && !(await ownsBoard(ctx.db, viewer.accountId, board))) return fail(notFound)
  const boardId = board ?? (await defaultBoard(ctx, viewer))
  await gatherer(ctx).add({ noteId, accountId: viewer.accountId, boardId, on: true })
  return ok()
}

/** Takes a note out of one board, or out of all of one's own. Works for notes one no longer sees, too: it is one's own shelf. */
export async function uncollect(ctx: Context, viewer: Who, noteId: string, board?: string): Promise<Result<undefined>> {
  if (board && !(await ownsBoard(ctx.db, viewer.accountId, board))) return fail(notFound)
  const seen = await visible(ctx, viewer, noteId)
  if (!seen || seen.core.rootId !== null) {
    const kept = await ctx.db.one(sql`select 1 from note_collect where note_id = ${noteId} and account_id = ${viewer.accountId}`)
    if (!kept) return fail(notFound)
  }
  await gatherer(ctx).add({ noteId, accountId: viewer.accountId, boardId: board ?? null, on: false })
  return ok()
}

const gatherer = (ctx: Context): Gatherer<Op> =>
  ctx.hold('notes.collects', () => {
    const made = new Gatherer<Op>(
      (ops) => write(ctx, ops),
      (op) => `${op.noteId} ${op.accountId}`,
    )
    ctx.onStop(() => made.idle())
    return made
  })

async function write(ctx: Context, ops: readonly Op[]): Promise<void> {
  const counts = await ctx.db.tx(async (tx) => {
    await lock(
      tx,
      locks.boards,
      ops.map((op) => op.accountId),
    )
    const made = await add(
      tx,
      ops.filter((op) => op.on),
    )
    const gone = await remove(
      tx,
      ops.filter((op) => !op.on),
    )
    return countCollects(ctx, tx, made, gone)
  })
  countersChanged(ctx, counts)
}

/** Counters and events of what was collected and given back. */
export async function countCollects(ctx: Context, tx: Tx, made: readonly Collected[], gone: readonly Collected[]) {
  const facts = (row: Collected) => ({ noteId: row.note_id, authorId: row.author_id, by: row.account_id })
  await emit(ctx, tx, 'note.collected', ...made.map(facts))
  await emit(ctx, tx, 'note.uncollected', ...gone.map(facts))
  return bumpCounters(tx, [
    ...made.map((row) => ({ noteId: row.note_id, collects: 1 })),
    ...gone.map((row) => ({ noteId: row.note_id, collects: -1 })),
  ])
}

async function add(tx: Tx, ops: readonly Op[]): Promise<Collected[]> {
  if (ops.length === 0) return []
  return tx.rows<Collected>(sql`
    with wanted as (
      select n.id as note_id, b.owner_id as account_id, b.id as board_id, n.author_id
      from unnest(${ops.map((op) => op.noteId)}::bigint[], ${ops.map((op) => op.accountId)}::bigint[], ${ops.map((op) => op.boardId)}::bigint[])
        as w(note_id, account_id, board_id)
      join note as n on n.id = w.note_id and n.state = 'published' and n.root_id is null
      join board as b on b.id = w.board_id and b.owner_id = w.account_id),
    laid as (
      insert into board_note (board_id, note_id) select board_id, note_id from wanted order by board_id, note_id on conflict do nothing),
    made as (
      insert into note_collect (note_id, account_id) select note_id, account_id from wanted order by note_id, account_id
      on conflict do nothing returning note_id, account_id)
    select made.note_id, made.account_id, wanted.author_id from made join wanted using (note_id, account_id)`)
}

async function remove(tx: Tx, ops: readonly Op[]): Promise<Collected[]> {
  if (ops.length === 0) return []
  const noteIds = ops.map((op) => op.noteId)
  const accountIds = ops.map((op) => op.accountId)
  await tx.run(sql`
    delete from board_note as x
    using unnest(${noteIds}::bigint[], ${accountIds}::bigint[], ${ops.map((op) => op.boardId)}::bigint[]) as w(note_id, account_id, board_id), board as b
    where x.note_id = w.note_id and b.id = x.board_id and b.owner_id = w.account_id and (w.board_id is null or w.board_id = x.board_id)`)
  return dropUnshelved(tx, noteIds, accountIds)
}

/** Ends the collecting of those notes that lie in none of that person's boards any more. Shelves must be locked. */
export const dropUnshelved = (tx: Tx, noteIds: readonly string[], accountIds: readonly string[]): Promise<Collected[]> =>
  tx.rows<Collected>(sql`
    with gone as (
      delete from note_collect as c using unnest(${noteIds}::bigint[], ${accountIds}::bigint[]) as w(note_id, account_id)
      where c.note_id = w.note_id and c.account_id = w.account_id and not exists (
        select 1 from board_note as x join board as b on b.id = x.board_id where x.note_id = c.note_id and b.owner_id = c.account_id)
      returning c.note_id, c.account_id)
    select gone.note_id, gone.account_id, n.author_id from gone join note as n on n.id = gone.note_id`)
