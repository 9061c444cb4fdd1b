import { Secret, TOTP } from 'otpauth'
import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql } from '#server/platform/db.ts'

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

/** The time step a code belongs to, one step early or late allowed; null when it is no code of this secret. */
export function stepOf(ctx: Context, secret: string, code: string): number | null {
  const digits = code.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return null
  const now = ctx.clock.now().getTime()
  const delta = totpOf(ctx, 'x', secret).validate({ token: digits, timestamp: now, window: 1 })
  return delta === null ? null : Math.floor(now / 1000 / PERIOD) + delta
}

/** Uses up a code: false when it is wrong, or when it or a later one was used before. */
export async function useTotp(ctx: Context, db: Queryable, accountId: string, secret: string, code: string): Promise<boolean> {
  const step = stepOf(ctx, secret, code)
  if (step === null) return false
  const used = await db.run(sql`
    update account_secret set totp_step = ${step}
    where account_id = ${accountId} and totp_secret = ${secret} and (totp_step is null or totp_step < ${step}::bigint)`)
  return used === 1
}
