import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { changed } from './known.ts'

/** Ends one of one's own sessions, such as the one on a lost phone. */
export async function endSession(ctx: Context, viewer: Viewer, id: string): Promise<Result<undefined>> {
  const ended = await ctx.db.run(sql`delete from session where id = ${id} and account_id = ${viewer.accountId}`)
  changed(ctx, viewer.accountId)
  return ended ? ok() : fail(notFound)
}

/** Ends all sessions of an account but one (or none). Inside a transaction the caller says `changed` after it. */
export async function endSessions(ctx: Context, accountId: string, but: string | null, db: Queryable = ctx.db): Promise<void> {
  await db.run(sql`delete from session where account_id = ${accountId} and id is distinct from ${but}::bigint`)
  if (db === ctx.db) changed(ctx, accountId)
}
