import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { openSession, type SessionFrom } from '../sessions/open.ts'

/** One-click sign-in as one of the demo's people. On any other site there is no such door. */
export async function demoSignIn(ctx: Context, handle: string, from: SessionFrom): Promise<Result<{ accountId: string; token: string }>> {
  if (!ctx.config.demo) return fail(notFound)
  const row = await ctx.db.one<{ id: string }>(sql`
    select a.id from account a join account_secret s on s.account_id = a.id where a.handle = ${handle} and a.state <> 'deleted' and s.is_demo`)
  return row ? ok({ accountId: row.id, token: await openSession(ctx, row.id, from) }) : fail(notFound)
}
