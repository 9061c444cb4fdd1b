import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { purge } from './leaving/purge.ts'
import { sweepTries } from './passwords/tries.ts'
import { SECURITY_DAYS } from './security/list.ts'
import { SESSION_DAYS } from './sessions/viewer.ts'

/** Job by the clock: erases who has left, and forgets what has run out. */
export async function sweep(ctx: Context): Promise<void> {
  const now = ctx.clock.now()
  await purge(ctx)
  await ctx.db.run(sql`delete from passkey_challenge where expires_at <= ${now}`)
  await ctx.db.run(sql`delete from account_token where expires_at <= ${now}`)
  await ctx.db.run(sql`delete from security_event where at < ${now}::timestamptz - make_interval(days => ${SECURITY_DAYS})`)
  await ctx.db.run(sql`delete from session where seen_at < ${now}::timestamptz - make_interval(days => ${SESSION_DAYS})`)
  await sweepTries(ctx)
}
