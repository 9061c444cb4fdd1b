import { Secret, TOTP } from 'otpauth'
import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql } from '#server/platform/db.ts'
import { vault } from '#server/platform/vault.ts'

/** Seconds a code stands for, as every authenticator app expects. */
export const PERIOD = 30

/** The shared secret of an account as authenticator apps understand it (RFC 6238: SHA-1, six digits, 30 s). */
export const totpOf = (ctx: Context, handle: string, secret: string): TOTP =>
  new TOTP({
    issuer: ctx.config.siteName,
    label: handle,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
    secret: Secret.fromBase32(secret),
  })

export const newSecret = (): string => new Secret({ size: 20 }).base32

const place = (accountId: string) => `account_secret.totp_secret ${accountId}`

/** What is stored of a secret: sealed for this account, with a key that is not in the database. */
export const sealSecret = (ctx: Context, accountId: string, secret: string): string => vault(ctx).seal(secret, place(accountId))
/** The secret again; null when the key it was sealed with is not here. */
export const openSecret = (ctx: Context, accountId: string, sealed: string): string | null => vault(ctx).open(sealed, place(accountId))

/** The time step a code belongs to, one step early or late allowed; null when it is no code of this secret. */
export function stepOf(ctx: Context, secret: string, code: string): number | null {
  const digits = code.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return null
  const now = ctx.clock.now().getTime()
  const delta = totpOf(ctx, 'x', secret).validate({ token: digits, timestamp: now, window: 1 })
  return delta === null ? null : Math.floor(now / 1000 / PERIOD) + delta
}

/** Uses up a code of a sealed secret: false when it is wrong, when it or a later one was used before, or when the secret cannot be read. */
export async function useTotp(ctx: Context, db: Queryable, accountId: string, sealed: string, code: string): Promise<boolean> {
  const secret = openSecret(ctx, accountId, sealed)
  const step = secret === null ? null : stepOf(ctx, secret, code)
  if (step === null) return false
  const used = await db.run(sql`
    update account_secret set totp_step = ${step}
    where account_id = ${accountId} and totp_secret = ${sealed} and (totp_step is null or totp_step < ${step}::bigint)`)
  return used === 1
}
