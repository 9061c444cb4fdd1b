import { z } from 'zod'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { HOUR, issue, write } from './letter.ts'

const Payload = z.object({ account: z.string(), email: z.string() })
const DAYS = 3

/**
 * Job: the letter to an address somebody gave as theirs. Where it is proven for another account already, its owner is told instead, without
 * a link. Does nothing when the wish has changed meanwhile.
 */
export async function confirmLetter(ctx: Context, payload: unknown): Promise<void> {
  const { account, email } = Payload.parse(payload)
  const row = await ctx.db.one<{ handle: string; locale: string; owner: string | null; owner_locale: string | null }>(sql`
    select a.handle, a.locale, o.handle as owner, o.locale as owner_locale
    from account a join account_secret s on s.account_id = a.id
    left join account_secret os on lower(os.email) = lower(${email}) left join account o on o.id = os.account_id
    where a.id = ${account} and lower(s.pending_email) = lower(${email}) and a.state <> 'deleted'`)
  if (!row) return
  if (row.owner) {
    await write(ctx, email, row.owner_locale ?? row.locale, 'known', { handle: row.owner, link: `${ctx.config.origin}/sign-in` })
    return
  }
  const token = await issue(ctx, account, 'email', DAYS * 24 * HOUR, email)
  await write(ctx, email, row.locale, 'confirm', { handle: row.handle, link: `${ctx.config.origin}/settings/account?token=${token}` })
}
