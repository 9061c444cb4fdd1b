import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'

/** What only oneself sees of one's account. */
export interface MeSecret {
  email: string | null
  emailVerified: boolean
  hasPassword: boolean
  passkeys: number
  totp: boolean
  accepted: string | null
  deletesAt: string | null
}

interface Row {
  email: string | null
  pending_email: string | null
  has_password: boolean
  passkeys: number
  totp: boolean
  accepted_version: string | null
  deletes_at: Date | null
}

/** The private half of `Me`. An address that waits to be confirmed is shown before the one it will replace. */
export async function meSecret(ctx: Context, accountId: string): Promise<MeSecret | undefined> {
  const row = await ctx.db.one<Row>(sql`
    select s.email, s.pending_email, s.password_hash is not null as has_password, s.totp_enabled_at is not null as totp, s.accepted_version,
      a.deletes_at, (select count(*)::int from passkey p where p.account_id = a.id) as passkeys
    from account a join account_secret s on s.account_id = a.id where a.id = ${accountId}`)
  if (!row) return undefined
  return {
    email: row.pending_email ?? row.email,
    emailVerified: row.pending_email === null && row.email !== null,
    hasPassword: row.has_password,
    passkeys: row.passkeys,
    totp: row.totp,
    accepted: row.accepted_version,
    deletesAt: row.deletes_at?.toISOString() ?? null,
  }
}
