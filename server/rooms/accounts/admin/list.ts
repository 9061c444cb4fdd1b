import type { Context } from '#server/platform/context.ts'
import { decodeCursor, page } from '#server/platform/cursor.ts'
import { sql } from '#server/platform/db.ts'
import type { List, Page } from '#server/platform/schema.ts'
import type { AdminAccount } from '../schema.ts'
import type { AccountState, Role } from '../tables.ts'

interface Row {
  id: string
  handle: string
  display_name: string
  avatar: string | null
  role: Role
  state: AccountState
  has_email: boolean
  suspended_words: string | null
  deletes_at: Date | null
  created_at: Date
}

const literal = (text: string) => text.replace(/[\\%_]/g, (c) => `\\${c}`)

/** The site's people for its administrators, newest first; `q` is the start of a handle or a part of a name. */
export async function listAccounts(ctx: Context, q: string, { cursor, limit }: Page): Promise<List<AdminAccount>> {
  const after = decodeCursor(cursor, ['id'])?.[0] ?? null
  const wish = literal(q.trim().replace(/^@/, ''))
  const rows = await ctx.db.rows<Row>(sql`
    select a.id, a.handle, a.display_name, a.avatar_url as avatar, a.role, a.state,
      s.email is not null as has_email, a.suspended_words, a.deletes_at, a.created_at
    from account a left join account_secret s on s.account_id = a.id
    where a.origin is null and (${after}::bigint is null or a.id < ${after}::bigint)
      and (${wish} = '' or a.handle like ${`${wish.toLowerCase()}%`} or a.display_name ilike ${`%${wish}%`})
    order by a.id desc limit ${limit + 1}`)
  const { items, next } = page(rows, limit, (r) => [r.id])
  return {
    items: items.map((r) => ({
      id: r.id,
      handle: r.handle,
      displayName: r.display_name,
      avatar: r.avatar,
      role: r.role,
      state: r.state,
      hasEmail: r.has_email,
      suspendedWords: r.suspended_words,
      deletesAt: r.deletes_at?.toISOString() ?? null,
      createdAt: r.created_at.toISOString(),
    })),
    next,
  }
}

/** Someone at home here, by handle, unless erased. */
export const idOf = async (ctx: Context, handle: string): Promise<string | null> => {
  const row = await ctx.db.one<{ id: string }>(
    sql`select id from account where handle = ${handle.toLowerCase()} and origin is null and state <> 'deleted'`,
  )
  return row?.id ?? null
}
