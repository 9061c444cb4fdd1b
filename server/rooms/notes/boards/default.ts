import { LRUCache } from 'lru-cache'
import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { say } from '#server/platform/i18n.ts'

/** The board that collecting fills when none is named; made with the first thing collected, named in its owner's language. */
export async function defaultBoard(ctx: Context, owner: Pick<Viewer, 'accountId' | 'locale'>): Promise<string> {
  const known = ctx.hold('notes.default-boards', () => new LRUCache<string, string>({ max: 20_000 }))
  const had = known.get(owner.accountId)
  if (had) return had
  const find = () => ctx.db.one<{ id: string }>(sql`select id from board where owner_id = ${owner.accountId} and is_default`)
  const board =
    (await find()) ??
    (await ctx.db.one<{ id: string }>(sql`
      insert into board (id, owner_id, title, is_default)
      values (${ctx.ids.next()}, ${owner.accountId}, ${say(owner.locale, 'board-favourites')}, true)
      on conflict (owner_id) where is_default do nothing returning id`)) ??
    (await find())
  if (!board) throw new Error('a default board was neither found nor made')
  known.set(owner.accountId, board.id)
  return board.id
}

export const ownsBoard = async (db: Queryable, accountId: string, boardId: string): Promise<boolean> =>
  (await db.one(sql`select 1 from board where id = ${boardId} and owner_id = ${accountId}`)) !== undefined
