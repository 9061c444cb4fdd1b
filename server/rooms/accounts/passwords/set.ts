import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql } from '#server/platform/db.ts'
import { lockSecrets } from '../secret.ts'
import { noteSecurity, type SecurityKind } from '../security/note.ts'

export interface NewPassword {
  accountId: string
  hash: string
  kind: Extract<SecurityKind, 'password-set' | 'password-changed' | 'password-reset'>
  /** The session that goes on; null: none. */
  keep: string | null
  /** Passkeys that the changer has shown or named; all others end. `all`: a first password, which replaces nothing. */
  passkeys: readonly string[] | 'all'
  /** Whether the recovery codes stay: only where one of them was shown, or none could have been stolen with the password. */
  codes: boolean
  /** The device, where no session goes on. */
  device?: string
}

/**
 * Puts a new password in place, in the caller's transaction. What a thief could have added leaves with the old one: sessions and tokens of
 * apps, links on their way, an address not confirmed, a second step not confirmed, recovery codes, and passkeys that were not kept. The
 * sessions come first: whoever is just adding something holds theirs, so that we see what they add.
 */
export async function putPassword(ctx: Context, tx: Queryable, p: NewPassword): Promise<void> {
  await lockSecrets(tx, p.accountId)
  await tx.run(sql`delete from session where account_id = ${p.accountId} and id is distinct from ${p.keep}::bigint`)
  await tx.run(sql`
    update account_secret set password_hash = ${p.hash}, pending_email = null,
      totp_secret = case when totp_enabled_at is null then null else totp_secret end
    where account_id = ${p.accountId}`)
  await tx.run(sql`delete from account_token where account_id = ${p.accountId}`)
  await tx.run(sql`delete from passkey_challenge where account_id = ${p.accountId}`)
  if (!p.codes) await tx.run(sql`delete from recovery_code where account_id = ${p.accountId}`)
  if (p.passkeys !== 'all')
    await tx.run(sql`delete from passkey where account_id = ${p.accountId} and id <> all(${[...p.passkeys]}::bigint[])`)
  await noteSecurity(ctx, tx, {
    accountId: p.accountId,
    kind: p.kind,
    ...(p.keep ? { session: p.keep } : {}),
    ...(p.device ? { device: p.device } : {}),
  })
}
