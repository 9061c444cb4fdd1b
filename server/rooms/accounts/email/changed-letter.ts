import { z } from 'zod'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { write } from './letter.ts'

const Payload = z.object({ account: z.string(), to: z.string(), what: z.enum(['email', 'password']) })

/** Job: tells a proven address that the password or the address itself was changed, so that a thief is noticed. */
export async function changedLetter(ctx: Context, payload: unknown): Promise<void> {
  const { account, to, what } = Payload.parse(payload)
  const row = await ctx.db.one<{ handle: string; locale: string }>(
    sql`select handle, locale from account where id = ${account} and state <> 'deleted'`,
  )
  if (row) await write(ctx, to, row.locale, `${what}-changed`, { handle: row.handle, link: `${ctx.config.origin}/reset` })
}
