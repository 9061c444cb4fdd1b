import type { Context } from '#server/platform/context.ts'
import { type Queryable, type Sql, sql } from '#server/platform/db.ts'
import type { AccountState } from './tables.ts'

/** What signing in and proving oneself need of an account. Never leaves this room. */
export interface Secrets {
  account_id: string
  handle: string
  locale: string
  state: AccountState
  is_demo: boolean
  /** Made while this was a demo: see `counts`. */
  on_demo: boolean
  email: string | null
  password_hash: string | null
  totp_secret: string | null
  /** Whether the second step is asked for. */
  totp: boolean
  passkeys: number
}

const select = (where: Sql): Sql => sql`
  select a.id as account_id, a.handle, a.locale, a.state, s.is_demo, s.on_demo, s.email, s.password_hash, s.totp_secret,
    s.totp_enabled_at is not null as totp, (select count(*)::int from passkey p where p.account_id = a.id) as passkeys
  from account a join account_secret s on s.account_id = a.id
  where a.origin is null and a.state <> 'deleted' and ${where}`

/** Accounts made on a demo are powerless off one: they do not sign in, and nothing that was handed out to them counts. In JavaScript … */
export const counts = (ctx: Context, account: { on_demo: boolean }): boolean => ctx.config.demo || !account.on_demo
/** … and in SQL, of the `account_secret` named `s`. */
export const countsHere = (ctx: Context): Sql => sql`(${ctx.config.demo} or not s.on_demo)`

/** All who change how one gets into an account, or open a session, queue here: first these secrets, then its sessions. */
export const lockSecrets = (tx: Queryable, accountId: string) =>
  tx.one<{ password_hash: string | null }>(sql`select password_hash from account_secret where account_id = ${accountId} for update`)

export const secretsOf = (db: Queryable, accountId: string): Promise<Secrets | undefined> =>
  db.one<Secrets>(select(sql`a.id = ${accountId}`))

/** What someone typed to say who they are, in the form in which it is compared and counted. */
export const plainLogin = (login: string): string =>
  login
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/^[\s@]+|\s+$/gu, '')
    .toLowerCase()

/** By handle, or by an e-mail address that is proven. One statement for both, so that both cost the same. */
export const secretsByLogin = (ctx: Context, login: string): Promise<Secrets | undefined> => {
  const plain = plainLogin(login)
  // Two looks by index put together: an `or` over two tables would read them whole.
  return ctx.db.one<Secrets>(
    select(sql`a.id in (
      select id from account where handle = ${plain} and origin is null
      union all select account_id from account_secret where email is not null and lower(email) = ${plain})`),
  )
}
