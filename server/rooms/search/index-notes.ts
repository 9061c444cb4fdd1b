import { setImmediate as breathe } from 'node:timers/promises'
import { type Queryable, sql } from '#server/platform/db.ts'
import { type NoteText, noteTexts } from './read.ts'
import { countWords } from './suggestions.ts'
import { titleWords } from './terms.ts'
import { timeLexemes } from './times.ts'
import { type Indexed, indexed } from './tokens.ts'

/** Makes the index say of these notes what they say now; those that may not be found are taken out. As often as wanted, in any order. */
export async function indexNotes(tx: Queryable, noteIds: readonly string[]): Promise<void> {
  const ids = [...new Set(noteIds)].sort()
  if (ids.length === 0) return
  const notes = await noteTexts(tx, ids)
  const rows: (NoteText & Indexed)[] = []
  for (const n of notes.sort((x, y) => (x.id < y.id ? -1 : 1))) {
    // A long note takes some milliseconds to cut, and hundreds may come at once: others are let in between two of them.
    await breathe()
    const title = [n.title, n.layer_title ?? ''].join('\n')
    rows.push({ ...n, ...indexed({ title, topics: n.names, text: [n.text, n.layer_text ?? ''].join('\n') }) })
  }
  const before = await tx.rows<{ title: string }>(
    sql`select title from search_note where note_id = any(${ids}::bigint[]) and open for update`,
  )
  await tx.run(sql`delete from search_note where note_id = any(${ids}::bigint[]) and note_id <> all(${rows.map((r) => r.id)}::bigint[])`)
  if (rows.length > 0)
    await tx.run(sql`
      insert into search_note (note_id, author_id, language, title, topics, body, tsv, open)
      select id, author_id, language, title, array(select jsonb_array_elements_text(topics)), body, tsv::tsvector, open
      from unnest(${rows.map((r) => r.id)}::bigint[], ${rows.map((r) => r.author_id)}::bigint[], ${rows.map((r) => r.language)}::text[],
        ${rows.map((r) => r.title)}::text[], ${rows.map((r) => JSON.stringify(r.keys))}::jsonb[], ${rows.map((r) => r.body)}::text[],
        ${rows.map((r) => `${r.tsv} ${timeLexemes(r.id)}`)}::text[],
        ${rows.map((r) => r.open)}::boolean[]) as new(id, author_id, language, title, topics, body, tsv, open)
      on conflict (note_id) do update set author_id = excluded.author_id, language = excluded.language, title = excluded.title,
        topics = excluded.topics, body = excluded.body, tsv = excluded.tsv, open = excluded.open`)
  // Words of titles are suggested to everybody: those of private people are not among them.
  await count(
    tx,
    before,
    rows.filter((r) => r.open),
  )
}

/** Notes whose author has opened or closed (gone, come back): found by everybody or by followers only from now on. */
export async function turnNotes(tx: Queryable, noteIds: readonly string[]): Promise<void> {
  const rows = await tx.rows<{ title: string; open: boolean }>(sql`
    with held as materialized (select note_id from search_note where note_id = any(${noteIds}::bigint[]) order by note_id for update)
    update search_note as s set open = not s.open where s.note_id in (select note_id from held) returning s.title, s.open`)
  const [closed, opened] = [rows.filter((r) => !r.open), rows.filter((r) => r.open)]
  await count(tx, closed, opened)
}

type Titled = readonly { title: string }[]
/** Takes the words of some titles out of what is suggested, and puts those of others in. */
async function count(tx: Queryable, out: Titled, into: Titled): Promise<void> {
  const counts = new Map<string, number>()
  const add = (title: string, n: number) => {
    for (const word of titleWords(title)) counts.set(word, (counts.get(word) ?? 0) + n)
  }
  for (const r of out) add(r.title, -1)
  for (const r of into) add(r.title, 1)
  await countWords(tx, counts)
}
