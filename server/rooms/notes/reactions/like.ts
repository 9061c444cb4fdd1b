import type { Context } from '#server/platform/context.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { countersChanged } from '../core/changes.ts'
import { bumpCounters } from '../core/counters.ts'
import { visible } from '../core/visible.ts'
import { emit, type NoteEvents } from '../events.ts'
import { Gatherer } from './gather.ts'

interface Op {
  noteId: string
  accountId: string
  on: boolean
}
interface Changed {
  note_id: string
  account_id: string
  author_id: string
  root_id: string | null
}

/** Likes a note (or a comment), or takes it back; doing it again changes nothing. Committed and counted when this resolves. */
export async function like(
  ctx: Context,
  viewer: Pick<Viewer, 'accountId' | 'role'>,
  noteId: string,
  on = true,
  what: 'note' | 'comment' = 'note',
): Promise<Result<undefined>> {
  const seen = await visible(ctx, viewer, noteId)
  if (!seen || (seen.core.rootId === null) !== (what === 'note') || seen.core.state !== 'published' || seen.root.state !== 'published')
    if (on || !(await likes(ctx, viewer.accountId, noteId, what)))
      // A like one gave can be taken back wherever its note went.
      return fail(notFound)
  await gatherer(ctx).add({ noteId, accountId: viewer.accountId, on })
  return ok()
}

const likes = async (ctx: Context, accountId: string, noteId: string, what: 'note' | 'comment'): Promise<boolean> =>
  (await ctx.db.one(sql`
    select 1 from note_like as l join note as n on n.id = l.note_id
    where l.note_id = ${noteId} and l.account_id = ${accountId} and (n.root_id is null) = ${what === 'note'}`)) !== undefined

const gatherer = (ctx: Context): Gatherer<Op> =>
  ctx.hold('notes.likes', () => {
    const made = new Gatherer<Op>(
      (ops) => write(ctx, ops),
      (op) => `${op.noteId} ${op.accountId}`,
    )
    ctx.onStop(() => made.idle())
    return made
  })

/** One transaction: rows, counters and events together, so that a kill between any two lines leaves them equal. */
async function write(ctx: Context, ops: readonly Op[]): Promise<void> {
  const counts = await ctx.db.tx(async (tx) => {
    const made = await add(
      tx,
      ops.filter((op) => op.on),
    )
    const gone = await remove(
      tx,
      ops.filter((op) => !op.on),
    )
    await emit(ctx, tx, 'note.liked', ...made.map(factsOf))
    await emit(ctx, tx, 'note.unliked', ...gone.map(factsOf))
    // Counters last: their rows are the ones that everybody wants.
    return bumpCounters(tx, [
      ...made.map((row) => ({ noteId: row.note_id, likes: 1 })),
      ...gone.map((row) => ({ noteId: row.note_id, likes: -1 })),
    ])
  })
  countersChanged(ctx, counts)
}

const factsOf = (row: Changed): NoteEvents['note.liked'] => ({
  noteId: row.note_id,
  authorId: row.author_id,
  by: row.account_id,
  comment: row.root_id !== null,
  rootId: row.root_id,
})

async function add(tx: Tx, ops: readonly Op[]): Promise<Changed[]> {
  if (ops.length === 0) return []
  return tx.rows<Changed>(sql`
    with made as (
      insert into note_like (note_id, account_id)
      select n.id, w.account_id
      from unnest(${ops.map((op) => op.noteId)}::bigint[], ${ops.map((op) => op.accountId)}::bigint[]) as w(note_id, account_id)
      join note as n on n.id = w.note_id and n.state = 'published'
      order by n.id, w.account_id
      on conflict do nothing
      returning note_id, account_id)
    select made.note_id, made.account_id, n.author_id, n.root_id from made join note as n on n.id = made.note_id`)
}

async function remove(tx: Tx, ops: readonly Op[]): Promise<Changed[]> {
  if (ops.length === 0) return []
  return tx.rows<Changed>(sql`
    with gone as (
      delete from note_like as l
      using unnest(${ops.map((op) => op.noteId)}::bigint[], ${ops.map((op) => op.accountId)}::bigint[]) as w(note_id, account_id)
      where l.note_id = w.note_id and l.account_id = w.account_id
      returning l.note_id, l.account_id)
    select gone.note_id, gone.account_id, n.author_id, n.root_id from gone join note as n on n.id = gone.note_id`)
}
