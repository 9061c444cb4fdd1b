import type { Context } from '#server/platform/context.ts'
import { HOUR, issue } from '../email/letter.ts'

const LIFE_MS = 24 * HOUR

/**
 * A one-time address with which its receiver sets a new password and is signed in, second step or not. For people who have lost every other
 * way in: the administrator makes sure who is asking and hands it over by a way of their own. Good for a day.
 */
export async function makeResetLink(ctx: Context, accountId: string): Promise<{ url: string }> {
  const token = await issue(ctx, accountId, 'reset-link', LIFE_MS)
  ctx.log.info({ account: accountId }, 'an administrator made a reset link')
  return { url: `${ctx.config.origin}/reset?token=${token}` }
}
