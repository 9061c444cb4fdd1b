import { z } from 'zod'
import type { Context } from '#server/platform/context.ts'
import { HOUR, issue, write } from '../email/letter.ts'
import { counts, plainLogin, secretsByLogin } from '../secret.ts'

const Payload = z.object({ login: z.string() })
const PER_ACCOUNT = { burst: 3, seconds: 3600 } as const

/** Asks for a reset letter. Whether there is such an account, and an address to write to, is found out by the job: the answer is always the same. */
export async function askReset(ctx: Context, login: string): Promise<void> {
  if (!ctx.mail.on) return
  const who = plainLogin(login)
  if ((await ctx.limits.take('reset letters', who, PER_ACCOUNT)) > 0) return
  await ctx.jobs.add(ctx.db, 'accounts.reset-letter', { login: who })
}

/** Job: sends the link to a proven address, good for an hour and one use. */
export async function resetLetter(ctx: Context, payload: unknown): Promise<void> {
  const { login } = Payload.parse(payload)
  const found = await secretsByLogin(ctx, login)
  if (!found?.email || !counts(ctx, found)) return
  // However the account was named: each way of writing it had its turn already (see `askReset`), the mailbox has one.
  if ((await ctx.limits.take('reset letters to', found.account_id, PER_ACCOUNT)) > 0) return
  const token = await issue(ctx, found.account_id, 'reset', HOUR)
  await write(ctx, found.email, found.locale, 'reset', { handle: found.handle, link: `${ctx.config.origin}/reset?token=${token}` })
}
