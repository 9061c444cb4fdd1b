import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'

const MINUTES = 10

export interface Challenge {
  account_id: string | null
  wish: unknown
}

/** Where a passkey is good for: the host of the public address. */
export const party = (ctx: Context) => ({
  id: new URL(ctx.config.origin).hostname,
  origin: new URL(ctx.config.origin).origin,
  name: ctx.config.siteName,
})

export async function ask(
  ctx: Context,
  challenge: string,
  kind: 'register' | 'sign-in' | 'sign-up',
  of: { accountId?: string; wish?: unknown } = {},
): Promise<void> {
  const until = new Date(ctx.clock.now().getTime() + MINUTES * 60_000)
  await ctx.db.run(sql`
    insert into passkey_challenge (challenge, kind, account_id, wish, expires_at)
    values (${challenge}, ${kind}, ${of.accountId ?? null}, ${of.wish === undefined ? null : JSON.stringify(of.wish)}::jsonb, ${until})`)
}

/** The challenge an authenticator says it answers; null when its answer is not even of the right form. */
export function challengeOf(response: { clientDataJSON?: unknown }): string | null {
  if (typeof response.clientDataJSON !== 'string' || response.clientDataJSON.length > 4096) return null
  try {
    const said = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString()) as { challenge?: unknown }
    // Ours are base64url; anything else, U+0000 among it, was never asked and need not reach the database.
    return typeof said.challenge === 'string' && /^[\w-]{1,200}$/.test(said.challenge) ? said.challenge : null
  } catch {
    return null
  }
}

/** Takes a question off the table: it was ours, of this kind, still open, and cannot be answered again. */
export const take = (ctx: Context, challenge: string, kind: 'register' | 'sign-in' | 'sign-up'): Promise<Challenge | undefined> =>
  ctx.db.one<Challenge>(sql`
    delete from passkey_challenge where challenge = ${challenge} and kind = ${kind} and expires_at > ${ctx.clock.now()} returning account_id, wish`)
