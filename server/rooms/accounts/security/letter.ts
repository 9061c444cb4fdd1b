import { z } from 'zod'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { write } from '../email/letter.ts'
import { securityLine } from './words.ts'

const Payload = z.object({ account: z.string(), to: z.string(), kind: z.string(), name: z.string(), device: z.string(), at: z.string() })

/** Letters that say more than the common one. */
const own = new Map([
  ['password-set', 'password-changed'],
  ['password-changed', 'password-changed'],
  ['password-reset', 'password-changed'],
  ['email-asked', 'email-changed'],
  ['email-removed', 'email-changed'],
])

/** Job: tells a proven address what was changed, so that a thief is noticed. */
export async function securityLetter(ctx: Context, payload: unknown): Promise<void> {
  const { account, to, at, ...facts } = Payload.parse(payload)
  const row = await ctx.db.one<{ handle: string; locale: string }>(
    sql`select handle, locale from account where id = ${account} and state <> 'deleted'`,
  )
  if (!row) return
  const when = new Intl.DateTimeFormat(row.locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(at))
  await write(ctx, to, row.locale, own.get(facts.kind) ?? 'security', {
    handle: row.handle,
    what: securityLine(row.locale, facts),
    when: `${when} UTC`,
    link: `${ctx.config.origin}/reset`,
    list: `${ctx.config.origin}/settings/security`,
  })
}
