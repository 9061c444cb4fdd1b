import type { Context } from '#server/platform/context.ts'
import { type Sql, sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { relations } from '#server/rooms/graph/index.ts'
import { suggestedAccounts, suggestedTopics } from './read.ts'
import type { Suggestion } from './schema.ts'
import type { SuggestionRow } from './tables.ts'
import { suggestionKey } from './terms.ts'

const EACH = 4
const MOST = 10
/** Enough to lose some to blocks and doubles. */
const READ = 12
/** A single title says little about what people look for. */
const LEAST_TITLES = 2

/** What someone may be about to type: topics, words of titles, people. `#` and `@` in front choose. */
export async function suggest(ctx: Context, viewer: Viewer | null, q: string): Promise<Suggestion[]> {
  const typed = q.trim()
  const only = /^[#＃]/u.test(typed) ? 'topic' : /^[@＠]/u.test(typed) ? 'account' : null
  const key = suggestionKey(typed.replace(/^[#＃@＠]/u, ''))
  if (!key) return []
  const kinds: SuggestionRow['kind'][] = only ? [only] : ['topic', 'words', 'account']
  const rows = await ctx.db.rows<SuggestionRow>(
    sql.join(
      kinds.map((kind) => beginningWith(kind, key)),
      ' union all ',
    ),
  )
  if (rows.length === 0 && !only) return completed(ctx, key)
  const refs = (kind: SuggestionRow['kind']): string[] => [...new Set(rows.filter((r) => r.kind === kind).map((r) => r.ref))]
  const [topics, people, mine] = await Promise.all([
    refs('topic').length ? suggestedTopics(ctx.db, refs('topic')) : [],
    refs('account').length ? suggestedAccounts(ctx.db, refs('account')) : [],
    relations(ctx, viewer?.accountId ?? null),
  ])
  const topic = new Map(topics.map((t) => [t.id, t]))
  const person = new Map(people.filter((p) => !mine.blocked.has(p.id)).map((p) => [p.id, p]))
  const most = only ? MOST : EACH
  const found: Suggestion[] = []
  for (const kind of kinds) {
    const seen = new Set<string>()
    for (const row of rows) {
      if (row.kind !== kind || seen.size === most) continue
      const one =
        kind === 'words'
          ? ({ kind, text: row.key } as const)
          : kind === 'topic'
            ? topicOf(topic.get(row.ref))
            : personOf(person.get(row.ref))
      const id = kind === 'words' ? row.key : row.ref
      if (!one || seen.has(id)) continue
      seen.add(id)
      found.push(one)
    }
  }
  return found.slice(0, MOST)
}

/** Of several words the last one is being typed: it is completed, the others stay. */
async function completed(ctx: Context, key: string): Promise<Suggestion[]> {
  const cut = key.lastIndexOf(' ') + 1
  if (cut === 0 || cut === key.length) return []
  const rows = await ctx.db.rows<SuggestionRow>(beginningWith('words', key.slice(cut)))
  return rows.slice(0, EACH).map((row) => ({ kind: 'words', text: key.slice(0, cut) + row.key }))
}

const topicOf = (t: { name: string; notes: number } | undefined): Suggestion | null =>
  t ? { kind: 'topic', text: t.name, notes: t.notes } : null
const personOf = (p: { handle: string; display_name: string; avatar_url: string | null } | undefined): Suggestion | null =>
  p ? { kind: 'account', text: p.display_name, handle: p.handle, avatar: p.avatar_url } : null

/** Up to three characters have an index of their own with the weightiest first; beyond that few are left to sort. */
function beginningWith(kind: SuggestionRow['kind'], key: string): Sql {
  const length = [...key].length
  // Strings of one, two or three characters: the index is on left(key, n).
  const where = length <= 3 ? sql`left(key, ${sql.raw(String(length))}) = ${key}` : sql`key >= ${key} and key < ${`${key}\u{10FFFF}`}`
  const least = kind === 'words' ? sql`and weight >= ${LEAST_TITLES}` : sql``
  return sql`(select kind, ref, key, weight from search_suggestion where kind = ${kind} and ${where} ${least} order by weight desc limit ${READ})`
}
