import { type Queryable, sql } from '#server/platform/db.ts'
import { noteTexts } from './read.ts'
import { countWords } from './suggestions.ts'
import { timeLexemes } from './times.ts'
import { indexed } from './tokens.ts'
import { titleWords } from './words.ts'

/** Makes the index say of these notes what they say now; those that may not be found are taken out. As often as wanted, in any order. */
export async function indexNotes(tx: Queryable, noteIds: readonly string[]): Promise<void> {
  const ids = [...new Set(noteIds)].sort()
  if (ids.length === 0) return
  const notes = await noteTexts(tx, ids)
  const rows = notes
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((n) => ({
      ...n,
      ...indexed({
        title: [n.title, n.layer_title ?? ''].join('\n'),
        topics: n.names,
        text: [n.text, n.layer_text ?? ''].join('\n'),
      }),
    }))
  const before = await tx.rows<{ title: string }>(sql`select title from search_note where note_id = any(${ids}::bigint[]) for update`)
  await tx.run(sql`delete from search_note where note_id = any(${ids}::bigint[]) and note_id <> all(${rows.map((r) => r.id)}::bigint[])`)
  if (rows.length > 0)
    await tx.run(sql`
      insert into search_note (note_id, author_id, language, title, topics, body, tsv)
      select id, author_id, language, title, array(select jsonb_array_elements_text(topics)), body, tsv::tsvector
      from unnest(${rows.map((r) => r.id)}::bigint[], ${rows.map((r) => r.author_id)}::bigint[], ${rows.map((r) => r.language)}::text[],
        ${rows.map((r) => r.title)}::text[], ${rows.map((r) => JSON.stringify(r.keys))}::jsonb[], ${rows.map((r) => r.body)}::text[],
        ${rows.map((r) => `${r.tsv} ${timeLexemes(r.id)}`)}::text[]) as new(id, author_id, language, title, topics, body, tsv)
      on conflict (note_id) do update set author_id = excluded.author_id, language = excluded.language, title = excluded.title,
        topics = excluded.topics, body = excluded.body, tsv = excluded.tsv`)
  const counts = new Map<string, number>()
  const add = (title: string, n: number) => {
    for (const word of titleWords(title)) counts.set(word, (counts.get(word) ?? 0) + n)
  }
  for (const r of before) add(r.title, -1)
  for (const r of rows) add(r.title, 1)
  await countWords(tx, counts)
}
