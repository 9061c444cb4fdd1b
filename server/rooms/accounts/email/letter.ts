import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql } from '#server/platform/db.ts'
import { say } from '#server/platform/i18n.ts'
import { hashOf, newToken } from '../sessions/token.ts'

export const HOUR = 3_600_000

/** Sends a letter in the person's language. Its words are `letter.<name>.subject` and `.text`. */
export function write(ctx: Context, to: string, locale: string, name: string, params: Record<string, string | number>): Promise<void> {
  const all = { site: ctx.config.siteName, ...params }
  const text = `${say(locale, `letter.${name}.text`, all)}\n\n${say(locale, 'letter.foot', { ...all, origin: ctx.config.origin })}\n`
  return ctx.mail.send({ to, subject: say(locale, `letter.${name}.subject`, all), text })
}

/** A fresh token of a kind for an account; earlier ones of the kind end. */
export async function issue(
  ctx: Context,
  accountId: string,
  kind: 'reset' | 'reset-link' | 'email',
  lifeMs: number,
  email: string | null = null,
  db: Queryable = ctx.db,
): Promise<string> {
  const token = newToken()
  const until = new Date(ctx.clock.now().getTime() + lifeMs)
  await db.run(sql`
    with old as (delete from account_token where account_id = ${accountId} and kind = ${kind})
    insert into account_token (token_hash, account_id, kind, email, expires_at) values (${hashOf(token)}, ${accountId}, ${kind}, ${email}, ${until})`)
  return token
}
