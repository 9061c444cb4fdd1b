import type { Context } from '#server/platform/context.ts'
import { sql, type Tx } from '#server/platform/db.ts'

export interface TopicRef {
  id: string
  key: string
}

/**
 * The topics of these keys, made where nobody has used them yet. Key → as it was written. A topic that nobody could come across until now is
 * named as the first note says that all can: how somebody spelt it in private is theirs.
 */
export async function ensureTopics(ctx: Context, tx: Tx, wanted: ReadonlyMap<string, string>, open: boolean): Promise<TopicRef[]> {
  const keys = [...wanted.keys()]
  if (keys.length === 0) return []
  if (open)
    await tx.run(sql`
      update topic as t set name = w.name from unnest(${keys}::text[], ${[...wanted.values()]}::text[]) as w(key, name), topic_counter as c
      where t.key = w.key and c.topic_id = t.id and c.notes = 0 and t.name <> w.name`)
  // Held in order of id, so that none is dropped for want of notes (see drop.ts) before this note has it.
  const known = await byKeys(tx, keys)
  if (known.length === keys.length) return known
  const had = new Set(known.map((t) => t.key))
  const fresh = keys.filter((k) => !had.has(k))
  // In order of key: of two notes that bring the same new topics, one waits for the other and never both.
  await tx.run(sql`
    insert into topic (id, key, name)
    select * from unnest(${fresh.map(() => ctx.ids.next())}::bigint[], ${fresh}::text[], ${fresh.map((k) => wanted.get(k))}::text[]) as t(id, key, name)
    order by key on conflict (key) do nothing`)
  const all = await byKeys(tx, keys)
  const made = all.filter((t) => !had.has(t.key)).map((t) => t.id)
  await tx.run(
    sql`insert into topic_counter (topic_id) select id from unnest(${made}::bigint[]) as t(id) order by id on conflict do nothing`,
  )
  return all
}

const byKeys = (tx: Tx, keys: readonly string[]): Promise<TopicRef[]> =>
  tx.rows<TopicRef>(sql`select id, key from topic where key = any(${keys}::text[]) order by id for key share`)

export const topicsOf = (tx: Tx, noteId: string): Promise<(TopicRef & { name: string })[]> =>
  tx.rows<TopicRef & { name: string }>(
    sql`select t.id, t.key, t.name from note_topic as x join topic as t on t.id = x.topic_id where x.note_id = ${noteId}`,
  )

/** Puts the note under exactly these topics (the ones it left are answered) and moves their counters, given whether the note counted before and counts now. The note's row is held by the caller. */
export async function settleTopics(
  tx: Tx,
  noteId: string,
  had: readonly TopicRef[],
  wants: readonly TopicRef[],
  counted: { before: boolean; now: boolean },
): Promise<string[]> {
  const before = new Set(had.map((t) => t.id))
  const now = new Set(wants.map((t) => t.id))
  const gone = [...before].filter((id) => !now.has(id))
  const added = [...now].filter((id) => !before.has(id))
  if (gone.length) await tx.run(sql`delete from note_topic where note_id = ${noteId} and topic_id = any(${gone}::bigint[])`)
  if (added.length)
    await tx.run(
      sql`insert into note_topic (topic_id, note_id) select id, ${noteId} from unnest(${added}::bigint[]) as t(id) on conflict do nothing`,
    )
  const change = new Map<string, number>()
  if (counted.before) for (const id of before) change.set(id, -1)
  if (counted.now) for (const id of now) change.set(id, (change.get(id) ?? 0) + 1)
  await bumpTopics(tx, change)
  return gone
}

/** Adds to numbers of notes, rows in order of id. */
export async function bumpTopics(tx: Tx, change: ReadonlyMap<string, number>): Promise<void> {
  const changed = [...change].filter(([, n]) => n !== 0)
  if (changed.length === 0) return
  const ids = changed.map(([id]) => id)
  await tx.run(sql`
    with locked as materialized (select topic_id from topic_counter where topic_id = any(${ids}::bigint[]) order by topic_id for update)
    update topic_counter as c set notes = c.notes + d.n
    from unnest(${ids}::bigint[], ${changed.map(([, n]) => n)}::int[]) as d(id, n)
    where c.topic_id = d.id and c.topic_id in (select topic_id from locked)`)
}
