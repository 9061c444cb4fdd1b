import type { Context } from '#server/platform/context.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import type { Job } from '#server/platform/jobs.ts'
import { lock } from '#server/platform/locks.ts'
import { eraseMedia } from '#server/rooms/media/index.ts'
import { dropComment } from '../comments/change.ts'
import { countersChanged, forgetNotes, tellEveryone } from '../core/changes.ts'
import { bumpCounters } from '../core/counters.ts'
import { detachPictures } from '../core/pictures.ts'
import { emit } from '../events.ts'
import { locks } from '../locks.ts'
import { countCollects, dropUnshelved } from '../reactions/collect.ts'
import { eraseWords } from '../write/erase-words.ts'
import { deleteNote } from '../write/take-down.ts'

/** Rows taken in one transaction. */
const STEP = 500

/** Everything by this person: likes, boards, drafts, comments, notes, pictures. Done again it finds nothing. */
export const eraseAccount: Job = async (ctx, { accountId }: { accountId: string }) => {
  while (await takeBackLikes(ctx, accountId));
  while (await clearBoards(ctx, accountId));
  await ctx.db.run(sql`delete from draft where account_id = ${accountId}`)
  for (const id of await written(ctx, accountId, true)) {
    const counts = await ctx.db.tx((tx) => dropComment(ctx, tx, id, null))
    countersChanged(ctx, counts)
  }
  for (const id of await written(ctx, accountId, false)) await deleteNote(ctx, { accountId }, id)
  while (await blank(ctx, accountId));
  await eraseMedia(ctx, accountId)
}

async function takeBackLikes(ctx: Context, accountId: string): Promise<boolean> {
  const counts = await ctx.db.tx(async (tx) => {
    const gone = await tx.rows<{ note_id: string; author_id: string; root_id: string | null }>(sql`
      with gone as (
        delete from note_like where account_id = ${accountId} and note_id in (
          select note_id from note_like where account_id = ${accountId} order by note_id limit ${STEP}) returning note_id)
      select gone.note_id, n.author_id, n.root_id from gone join note as n on n.id = gone.note_id`)
    const facts = gone.map((g) => ({
      noteId: g.note_id,
      authorId: g.author_id,
      by: accountId,
      comment: g.root_id !== null,
      rootId: g.root_id,
    }))
    await emit(ctx, tx, 'note.unliked', ...facts)
    return bumpCounters(
      tx,
      gone.map((g) => ({ noteId: g.note_id, likes: -1 })),
    )
  })
  countersChanged(ctx, counts)
  return counts.length > 0
}

async function clearBoards(ctx: Context, accountId: string): Promise<boolean> {
  const counts = await ctx.db.tx(async (tx) => {
    await lock(tx, locks.boards, [accountId])
    await tx.run(sql`delete from board where owner_id = ${accountId}`)
    const held = await tx.rows<{ note_id: string }>(sql`select note_id from note_collect where account_id = ${accountId} limit ${STEP}`)
    const ids = held.map((h) => h.note_id)
    const owners = ids.map(() => accountId)
    return countCollects(ctx, tx, [], await dropUnshelved(tx, ids, owners))
  })
  countersChanged(ctx, counts)
  return counts.length > 0
}

const written = async (ctx: Context, accountId: string, comments: boolean): Promise<string[]> =>
  (
    await ctx.db.rows<{ id: string }>(sql`
      select id from note where author_id = ${accountId} and state <> 'deleted' and ${comments ? sql`root_id is not null` : sql`root_id is null`}`)
  ).map((r) => r.id)

/** Whatever still says something; the bare rows stay for the replies of others. */
async function blank(ctx: Context, accountId: string): Promise<boolean> {
  const ids = await ctx.db.tx(async (tx: Tx) => {
    const rows = await tx.rows<{ id: string }>(sql`
      update note set client_key = null
      where id in (
        select id from note as n where author_id = ${accountId} and (title <> '' or text <> '' or layer is not null or notice is not null
          or removal is not null or client_key is not null or exists (select 1 from note_revision where note_id = n.id)
          or exists (select 1 from note_topic where note_id = n.id)) limit ${STEP}) returning id`)
    const blanked = rows.map((r) => r.id)
    if (blanked.length === 0) return blanked
    await eraseWords(ctx, tx, blanked)
    for (const id of blanked) await detachPictures(ctx, tx, accountId, id)
    await tellEveryone(tx, blanked)
    return blanked
  })
  forgetNotes(ctx, ids)
  return ids.length > 0
}
