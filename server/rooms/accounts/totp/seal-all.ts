import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { isSealed, vault } from '#server/platform/vault.ts'
import { sealSecret } from './totp.ts'

/**
 * Seals what an earlier release stored in plain, and says how many secrets this process cannot read. Each row is changed only as it was
 * read, so that processes that start together, or one killed on the way, leave nothing half done.
 */
export async function sealAll(ctx: Context): Promise<void> {
  const { prefix } = vault(ctx)
  const rows = await ctx.db.rows<{ id: string; secret: string }>(sql`
    select account_id as id, totp_secret as secret from account_secret where totp_secret is not null and not starts_with(totp_secret, ${prefix})`)
  const plain = rows.filter((r) => !isSealed(r.secret))
  for (const { id, secret } of plain)
    await ctx.db.run(sql`
      update account_secret set totp_secret = ${sealSecret(ctx, id, secret)} where account_id = ${id} and totp_secret = ${secret}`)
  const lost = rows.length - plain.length
  if (lost > 0)
    ctx.log.error(
      { accounts: lost },
      'authenticator secrets were sealed with another key: bring keys/secrets.key back from a backup or set SECRETS_KEY; until then these people sign in with recovery codes',
    )
}
