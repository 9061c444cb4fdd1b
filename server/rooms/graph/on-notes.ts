import { sql, type Tx } from '#server/platform/db.ts'
import type { Event, EventName, Handler } from '#server/platform/events.ts'
import { stillThere } from './read.ts'

/** How much each event adds to which person's number. */
function sum<N extends EventName>(
  events: readonly Event<N>[],
  of: (facts: Event<N>['facts']) => [id: string, n: number],
): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { facts } of events) {
    const [id, n] = of(facts)
    sums.set(id, (sums.get(id) ?? 0) + n)
  }
  return sums
}

/** Adds to the numbers of several people at once, rows in order of id. */
async function add(tx: Tx, column: 'notes' | 'followers_notes' | 'likes', sums: Map<string, number>): Promise<void> {
  const changed = [...sums].filter(([, n]) => n !== 0)
  if (changed.length === 0) return
  const ids = changed.map(([id]) => id)
  const name = sql.raw(column)
  await tx.run(sql`
    insert into account_counter (account_id) select id from ${stillThere(ids)} as people order by id on conflict do nothing`)
  await tx.run(sql`select 1 from account_counter where account_id = any(${ids}::bigint[]) order by account_id for update`)
  await tx.run(sql`
    update account_counter as c set ${name} = c.${name} + k.n
    from unnest(${ids}::bigint[], ${changed.map(([, n]) => n)}::int[]) as k(id, n) where c.account_id = k.id`)
}

type Visibility = 'public' | 'followers' | 'private'
const counts = (visibility: Visibility): number => (visibility === 'private' ? 0 : 1)
const forFollowers = (visibility: Visibility): number => (visibility === 'followers' ? 1 : 0)

/** Notes that others may see, and of these the ones for followers: a stranger is told the rest. */
async function addNotes<N extends EventName>(
  tx: Tx,
  events: readonly Event<N>[],
  of: (facts: Event<N>['facts'], n: (visibility: Visibility) => number) => [id: string, n: number],
): Promise<void> {
  await add(
    tx,
    'notes',
    sum(events, (f) => of(f, counts)),
  )
  await add(
    tx,
    'followers_notes',
    sum(events, (f) => of(f, forFollowers)),
  )
}

/** `note.published`: one more, if others may see it. */
export const onNotePublished: Handler<'note.published'> = (_ctx, tx, events) =>
  addNotes(tx, events, (f, n) => [f.authorId, n(f.visibility)])

/** `note.edited`: it may have become private, or ceased to be. */
export const onNoteEdited: Handler<'note.edited'> = (_ctx, tx, events) =>
  addNotes(tx, events, (f, n) => [f.authorId, n(f.visibility) - n(f.was)])

/** `note.deleted`: one less, whether its author or a decision took it away. */
export const onNoteDeleted: Handler<'note.deleted'> = (_ctx, tx, events) => addNotes(tx, events, (f, n) => [f.authorId, -n(f.visibility)])

/** `note.liked` and `note.unliked`: likes on notes, not on comments. */
export const onNoteLiked: Handler<'note.liked'> = (_ctx, tx, events) =>
  add(
    tx,
    'likes',
    sum(events, (f) => [f.authorId, f.comment ? 0 : 1]),
  )
export const onNoteUnliked: Handler<'note.unliked'> = (_ctx, tx, events) =>
  add(
    tx,
    'likes',
    sum(events, (f) => [f.authorId, f.comment ? 0 : -1]),
  )
