import { type Queryable, sql } from '#server/platform/db.ts'
import { accountTexts, topicTexts } from './read.ts'
import { putBeginnings } from './suggestions.ts'
import { beginnings, suggestionKey } from './terms.ts'
import { lexemes, quoted, tokens } from './tokens.ts'

const tsv = (texts: readonly string[]): string => [...new Set(texts.flatMap((t) => [...lexemes(tokens(t))]))].map(quoted).join(' ')

/** The parts of a name that is written without spaces: "TikTokRefugee", "pet_tax". */
const apart = (name: string): string => name.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2').replaceAll(/[_.]/g, ' ')

/** Makes the index say of these people what their profiles say now; whoever is suspended or leaving is taken out. */
export async function indexAccounts(tx: Queryable, accountIds: readonly string[]): Promise<void> {
  const ids = [...new Set(accountIds)].sort()
  if (ids.length === 0) return
  const people = await accountTexts(tx, ids)
  await tx.run(
    sql`delete from search_account where account_id = any(${ids}::bigint[]) and account_id <> all(${people.map((p) => p.id)}::bigint[])`,
  )
  if (people.length > 0)
    await tx.run(sql`
      insert into search_account (account_id, handle, tsv)
      select id, handle, tsv::tsvector from unnest(${people.map((p) => p.id)}::bigint[], ${people.map((p) => p.handle)}::text[],
        ${people.map((p) => tsv([p.display_name, apart(p.display_name), p.handle, apart(p.handle)]))}::text[]) as new(id, handle, tsv) order by id
      on conflict (account_id) do update set handle = excluded.handle, tsv = excluded.tsv`)
  await putBeginnings(
    tx,
    'account',
    ids,
    people.map((p) => ({
      kind: 'account',
      ref: p.id,
      keys: [...new Set([suggestionKey(p.handle), ...beginnings(p.display_name)])].filter(Boolean),
      weight: p.followers,
    })),
  )
}

/** The same for topics; one without notes stays findable by its page only. */
export async function indexTopics(tx: Queryable, topicIds: readonly string[]): Promise<void> {
  const ids = [...new Set(topicIds)].sort()
  if (ids.length === 0) return
  const all = await topicTexts(tx, ids)
  const used = all.filter((t) => t.notes > 0)
  await tx.run(sql`delete from search_topic where topic_id = any(${ids}::bigint[]) and topic_id <> all(${used.map((t) => t.id)}::bigint[])`)
  if (used.length > 0)
    await tx.run(sql`
      insert into search_topic (topic_id, key, tsv)
      select id, key, tsv::tsvector from unnest(${used.map((t) => t.id)}::bigint[], ${used.map((t) => t.key)}::text[],
        ${used.map((t) => tsv([t.name, apart(t.name)]))}::text[]) as new(id, key, tsv) order by id
      on conflict (topic_id) do update set key = excluded.key, tsv = excluded.tsv`)
  await putBeginnings(
    tx,
    'topic',
    ids,
    used.map((t) => ({ kind: 'topic', ref: t.id, keys: beginnings(t.name), weight: t.notes })),
  )
}
