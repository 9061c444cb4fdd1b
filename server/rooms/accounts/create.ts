import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql } from '#server/platform/db.ts'
import { fail, ok, type Result } from '#server/platform/result.ts'
import { cleanLine, cleanText, fewerBlanks } from '#server/platform/text.ts'
import { currentVersion } from './agreements.ts'
import { handleReserved, handleTaken } from './errors.ts'
import { emit } from './events.ts'
import { isReserved } from './handles.ts'
import { hashPassword } from './passwords/hashing.ts'
import { refusePassword } from './passwords/rules.ts'
import { demoMark } from './read-demo.ts'
import type { Role } from './tables.ts'

export interface Person {
  id: string
  handle: string
  displayName: string
  /** PHC string, or null where a passkey is the way in. */
  passwordHash: string | null
  locale: string
  languages: readonly string[]
  /** Version of rules and terms agreed to. */
  accepted: string | null
  pendingEmail: string | null
  role?: Role
  bio?: string
  pronouns?: string
  place?: string
  isPrivate?: boolean
  isDemo?: boolean
  createdAt?: Date
}

/** Writes a new person in the caller's transaction; false when the handle is taken, whoever came a moment earlier. */
export async function insertPerson(ctx: Context, tx: Queryable, p: Person): Promise<boolean> {
  const at = p.createdAt ?? ctx.clock.now()
  const bio = p.bio ?? ''
  const made = await tx.run(sql`
    with person as (
      insert into account (id, handle, display_name, bio, pronouns, place, languages, locale, is_private, role, created_at)
      values (${p.id}, ${p.handle}, ${p.displayName}, ${bio}, ${p.pronouns ?? ''}, ${p.place ?? ''},
        ${[...p.languages]}::text[], ${p.locale}, ${p.isPrivate ?? false}, ${p.role ?? 'person'}, ${at})
      on conflict (handle, coalesce(origin, '')) do nothing returning id)
    insert into account_secret (account_id, password_hash, pending_email, accepted_version, accepted_at, is_demo, on_demo)
    select id, ${p.passwordHash}, ${p.pendingEmail}, ${p.accepted}, case when ${p.accepted}::text is null then null else ${at}::timestamptz end,
      ${p.isDemo ?? false}, ${p.isDemo ?? false} or (${ctx.config.demo} and ${demoMark})
    from person`)
  if (!made) return false
  await emit(ctx, tx, 'account.created', {
    account: p.id,
    handle: p.handle,
    locale: p.locale,
    private: p.isPrivate ?? false,
  })
  return true
}

export interface NewAccount {
  handle: string
  password: string
  displayName?: string
  locale?: string
  languages?: readonly string[]
  bio?: string
  pronouns?: string
  place?: string
  private?: boolean
  role?: Role
  accepted?: string
  createdAt?: Date
  /**
   * For seeds and tests only: no rules for handle and password, and one hash shared by all accounts with the same password, so that forty
   * people are made in the time of one.
   */
  skipRules?: boolean
  /** One of the demo's people: the password works on a demo site only. With `about` they are offered for one-click sign-in, by `position`. */
  demo?: boolean | { position: number; about: Record<string, string> }
}

/** Makes an account without signing it in. Answers its id. */
export async function createAccount(ctx: Context, input: NewAccount): Promise<Result<{ id: string }>> {
  if (!input.skipRules) {
    if (isReserved(input.handle)) return fail(handleReserved, { fields: { handle: 'handle-reserved' } })
    const refused = refusePassword(ctx, input.password, input)
    if (refused) return refused
  }
  const hashed = input.skipRules ? await sharedHash(ctx, input.password) : await hashPassword(ctx, input.password)
  if (!hashed.ok) return hashed
  const id = ctx.ids.next()
  const locale = input.locale ?? 'en'
  const person: Person = {
    id,
    handle: input.handle.toLowerCase(),
    displayName: cleanLine(input.displayName ?? '') || input.handle,
    passwordHash: hashed.value,
    locale,
    languages: input.languages ?? [locale],
    accepted: input.accepted ?? (input.demo ? currentVersion(ctx) : null),
    pendingEmail: null,
    role: input.role ?? 'person',
    bio: fewerBlanks(cleanText(input.bio ?? '')),
    pronouns: cleanLine(input.pronouns ?? ''),
    place: cleanLine(input.place ?? ''),
    isPrivate: input.private ?? false,
    isDemo: Boolean(input.demo),
    ...(input.createdAt ? { createdAt: input.createdAt } : {}),
  }
  return ctx.db.tx(async (tx) => {
    if (!(await insertPerson(ctx, tx, person))) return fail(handleTaken, { fields: { handle: 'handle-taken' } })
    if (typeof input.demo === 'object')
      await tx.run(sql`
        insert into demo_person (account_id, position, about) values (${id}, ${input.demo.position}, ${JSON.stringify(input.demo.about)}::jsonb)`)
    return ok({ id })
  })
}

/** The hash of a password that many made-up people share. */
function sharedHash(ctx: Context, password: string): ReturnType<typeof hashPassword> {
  const made = ctx.hold('accounts.shared-hashes', () => new Map<string, ReturnType<typeof hashPassword>>())
  const had = made.get(password)
  if (had) return had
  const hash = hashPassword(ctx, password)
  made.set(password, hash)
  return hash
}
