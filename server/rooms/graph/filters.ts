import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, invalid, notFound, ok, type Result } from '#server/platform/result.ts'
import type { List } from '#server/platform/schema.ts'
import { cleanLine } from '#server/platform/text.ts'
import { topicKey } from '#server/rooms/language/index.ts'
import { filterEmpty, filterLimit } from './errors.ts'
import { fold } from './matcher.ts'
import { forgetRelations, relationsChanged } from './relations.ts'
import type { Filter, MakeFilter } from './schema.ts'
import type { FilterRow } from './tables.ts'

/** One pattern is made of all words: enough for anybody, too few to slow a list down. Held by the database (0121_promised_numbers.sql). */
const MOST_FILTERS = 200
const LONGEST_KEY = 60

const view = (row: FilterRow): Filter => ({ id: row.id, kind: row.kind, value: row.value, until: row.until?.toISOString() ?? null })

/** Muted words and topics in force, latest first. */
export async function filters(ctx: Context, viewer: Pick<Viewer, 'accountId'>): Promise<List<Filter>> {
  const rows = await ctx.db.rows<FilterRow>(sql`
    select id, kind, value, key, until from filter
    where account_id = ${viewer.accountId} and (until is null or until > now()) order by id desc`)
  return { items: rows.map(view), next: null }
}

/** One of them. */
export async function readFilter(ctx: Context, viewer: Pick<Viewer, 'accountId'>, id: string): Promise<Result<Filter>> {
  const row = await ctx.db.one<FilterRow>(
    sql`select id, kind, value, key, until from filter where id = ${id} and account_id = ${viewer.accountId}`,
  )
  return row ? ok(view(row)) : fail(notFound)
}

/** Mutes a word or a topic, for good or until a time. The same one again only moves its end. */
export async function addFilter(ctx: Context, viewer: Pick<Viewer, 'accountId'>, input: MakeFilter): Promise<Result<Filter>> {
  const said = cleanLine(input.value)
  const value = input.kind === 'topic' ? said.replace(/^[#＃]|[#＃]$/gu, '') : said
  const key = input.kind === 'topic' ? topicKey(value) : fold(value)
  if (!key) return fail(filterEmpty, { fields: { value: 'field.required' } })
  // Compatibility forms can be eighteen times as long as they look.
  if (key.length > LONGEST_KEY) return fail(invalid, { fields: { value: 'field.too-long' }, params: { maximum: LONGEST_KEY } })
  const me = viewer.accountId
  const row = await ctx.db.tx(async (tx) => {
    const made = await tx.one<FilterRow>(sql`
      insert into filter (id, account_id, kind, value, key, until)
      values (${ctx.ids.next()}, ${me}, ${input.kind}::text, ${value}::text, ${key}::text, ${input.until ?? null}::timestamptz)
      on conflict (account_id, kind, key) do update set value = excluded.value, until = excluded.until
      returning id, kind, value, key, until`)
    if (made) await relationsChanged(tx, [me])
    return made
  })
  forgetRelations(ctx, [me])
  return row ? ok(view(row)) : fail(filterLimit, { params: { most: MOST_FILTERS } })
}

export async function removeFilter(ctx: Context, viewer: Pick<Viewer, 'accountId'>, id: string): Promise<Result<undefined>> {
  await ctx.db.tx(async (tx) => {
    await tx.run(sql`delete from filter where id = ${id} and account_id = ${viewer.accountId}`)
    await relationsChanged(tx, [viewer.accountId])
  })
  forgetRelations(ctx, [viewer.accountId])
  return ok()
}
