import { type Queryable, sql } from '#server/platform/db.ts'

export interface Beginning {
  kind: 'topic' | 'account'
  ref: string
  keys: string[]
  weight: number
}

/** Puts topics or people where suggestions look for them, instead of what stood there. `gone` ones are only taken away. */
export async function putBeginnings(
  tx: Queryable,
  kind: Beginning['kind'],
  refs: readonly string[],
  list: readonly Beginning[],
): Promise<void> {
  const rows = list.flatMap((b) => b.keys.map((key) => ({ ref: b.ref, key, weight: b.weight })))
  await tx.run(sql`
    with new as (select * from unnest(${rows.map((r) => r.ref)}::bigint[], ${rows.map((r) => r.key)}::text[], ${rows.map((r) => r.weight)}::int[]) as n(ref, key, weight)),
    old as (delete from search_suggestion as s where kind = ${kind} and ref = any(${refs}::bigint[])
      and not exists (select from new where new.ref = s.ref and new.key = s.key))
    insert into search_suggestion as s (kind, ref, key, weight) select ${kind}, ref, key, weight from new order by ref, key
    on conflict (kind, ref, key) do update set weight = excluded.weight where s.weight <> excluded.weight`)
}

/** Counts words of titles up and down. */
export async function countWords(tx: Queryable, counts: ReadonlyMap<string, number>): Promise<void> {
  const changed = [...counts].filter(([, n]) => n !== 0).sort(([a], [b]) => (a < b ? -1 : 1))
  if (changed.length === 0) return
  await tx.run(sql`
    insert into search_suggestion as s (kind, ref, key, weight)
    select 'words', 0, key, n from unnest(${changed.map(([w]) => w)}::text[], ${changed.map(([, n]) => n)}::int[]) as c(key, n) order by key
    on conflict (kind, ref, key) do update set weight = s.weight + excluded.weight`)
  if (changed.some(([, n]) => n < 0))
    await tx.run(
      sql`delete from search_suggestion where kind = 'words' and ref = 0 and key = any(${changed.map(([w]) => w)}::text[]) and weight <= 0`,
    )
}
