import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { forgetOwner } from '#server/platform/idempotency.ts'
import { emit } from '../events.ts'
import { plainLogin } from '../secret.ts'
import { changed } from '../sessions/known.ts'
import { keepErasureLog } from './erasure-log.ts'

/**
 * Job: erases everyone whose time is up, one person a transaction. What is left is the handle, so that nobody can take the name over and be
 * taken for its former owner. The event tells the other rooms to erase what hangs on the account. Running it twice, or at once in two
 * processes, does nothing more.
 */
export async function purge(ctx: Context): Promise<void> {
  for (;;) {
    const id = await ctx.db.tx(async (tx) => {
      const gone = await tx.one<{ id: string; handle: string }>(sql`
        update account set state = 'deleted', deletes_at = null, display_name = '—', bio = '', pronouns = '', place = '', avatar_id = null,
          avatar_url = null, banner_id = null, banner_url = null, languages = '{}', is_private = true, role = 'person', suspended_at = null,
          suspended_words = null
        where id = (
          select id from account where state = 'deleting' and deletes_at <= ${ctx.clock.now()} order by deletes_at limit 1 for update skip locked)
        returning id, handle`)
      if (!gone) return null
      // They may have asked for a letter by their address instead of their name.
      const addresses = await tx.one<{ email: string | null; pending_email: string | null }>(
        sql`select email, pending_email from account_secret where account_id = ${gone.id}`,
      )
      // Passkeys, codes, letters and sessions hang on the account, not on its secrets.
      await tx.run(sql`
        with a as (delete from account_secret where account_id = ${gone.id}), b as (delete from session where account_id = ${gone.id}),
          c as (delete from passkey where account_id = ${gone.id}), d as (delete from recovery_code where account_id = ${gone.id}),
          e as (delete from account_token where account_id = ${gone.id}), f as (delete from passkey_challenge where account_id = ${gone.id}),
          g as (delete from security_event where account_id = ${gone.id})
        delete from demo_person where account_id = ${gone.id}`)
      await forgetOwner(tx, gone.id)
      const logins = [gone.handle, addresses?.email, addresses?.pending_email].filter((login) => login != null).map(plainLogin)
      for (const what of [{ account: gone.id }, ...logins.map((login) => ({ login }))]) await ctx.jobs.forget(tx, what)
      await emit(ctx, tx, 'account.deleted', { account: gone.id, handle: gone.handle })
      return gone.id
    })
    if (id === null) break
    changed(ctx, id)
  }
  await keepErasureLog(ctx)
}
