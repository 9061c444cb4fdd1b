import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql } from '#server/platform/db.ts'
import { emit } from '../events.ts'

/** What can change about how one gets in. `security.<kind>` says it in words. */
export const securityKinds = [
  'password-set',
  'password-changed',
  'password-reset',
  'passkey-added',
  'passkey-removed',
  'totp-on',
  'totp-off',
  'codes-made',
  'code-used',
  'email-asked',
  'email-confirmed',
  'email-removed',
  'sessions-ended',
  'reset-link-made',
  'role-changed',
  'leaving',
  'restored',
] as const
export type SecurityKind = (typeof securityKinds)[number]

export interface SecurityNote {
  accountId: string
  kind: SecurityKind
  /** What was changed, where it has a name: a passkey's, a role. */
  name?: string
  /** Where from: the session that did it, or the device where there is none yet. */
  session?: string
  device?: string
  /** Further addresses to write to: one that was given up in the same moment. */
  also?: readonly (string | null)[]
}

/**
 * Tells the owner, in the transaction of the change: a line in their list, a notification, and a letter where there is a proven address. A
 * process killed at any point has changed and told, or neither.
 */
export async function noteSecurity(ctx: Context, tx: Queryable, note: SecurityNote): Promise<void> {
  const id = ctx.ids.next()
  const at = ctx.clock.now()
  const row = await tx.one<{ device: string; email: string | null; handle: string }>(sql`
    with e as (
      insert into security_event (id, account_id, kind, name, device, at)
      values (${id}, ${note.accountId}, ${note.kind}, ${note.name ?? ''},
        coalesce((select device from session where id = ${note.session ?? null}::bigint), ${note.device ?? ''}), ${at})
      returning account_id, device)
    select e.device, s.email, a.handle from e join account a on a.id = e.account_id left join account_secret s on s.account_id = a.id`)
  if (!row) return
  const what = { kind: note.kind, name: note.name ?? '', device: row.device }
  await emit(ctx, tx, 'account.secured', { account: note.accountId, handle: row.handle, id, kind: note.kind, device: row.device })
  if (!ctx.mail.on) return
  const before = (note.also ?? []).filter((address) => address !== null)
  // Whoever has just answered a letter of ours need not be told by another, unless an address before it lost its place.
  const to = new Set(
    note.kind === 'email-confirmed' && before.length === 0 ? [] : [row.email, ...before].filter((address) => address !== null),
  )
  for (const address of to)
    await ctx.jobs.add(tx, 'accounts.security-letter', { account: note.accountId, to: address, at: at.toISOString(), ...what })
}
