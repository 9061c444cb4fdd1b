import type { Context } from '#server/platform/context.ts'
import { type Sql, sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { type Fail, fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { cleanLine, cleanText, fewerBlanks } from '#server/platform/text.ts'
import { changeEmail } from './email/change.ts'
import { mediaNotYours, nameEmpty } from './errors.ts'
import { emit } from './events.ts'
import type { Proof } from './schema.ts'
import { changed } from './sessions/known.ts'

/** A picture of one's own, with the address its avatar or banner form is served under. */
export interface Picture {
  id: string
  url: string
}

/** The proof comes along with `email`, unless the session gave one lately. */
export interface AccountChange extends Proof {
  displayName?: string | undefined
  bio?: string | undefined
  pronouns?: string | undefined
  place?: string | undefined
  languages?: readonly string[] | undefined
  locale?: string | undefined
  private?: boolean | undefined
  avatar?: Picture | null | undefined
  banner?: Picture | null | undefined
  email?: string | null | undefined
}

/** Changes what is given of the viewer's own profile. That pictures are one's own is the database's promise. */
export async function updateAccount(ctx: Context, viewer: Viewer, change: AccountChange): Promise<Result<undefined>> {
  const displayName = change.displayName === undefined ? undefined : cleanLine(change.displayName)
  if (displayName === '') return fail(nameEmpty, { fields: { displayName: 'name-empty' } })
  // First, because it can be refused for the password: then nothing else changes either.
  if (change.email !== undefined) {
    const done = await changeEmail(ctx, viewer, change.email, change)
    if (!done.ok) return done
  }
  const sets = columns({ ...change, displayName })
  if (sets.length === 0) return ok()
  const done = await write(ctx, viewer, sets)
  changed(ctx, viewer.accountId)
  return done
}

function columns(c: AccountChange): Sql[] {
  const sets: Sql[] = []
  if (c.displayName !== undefined) sets.push(sql`display_name = ${c.displayName}`)
  if (c.bio !== undefined) sets.push(sql`bio = ${fewerBlanks(cleanText(c.bio))}`)
  if (c.pronouns !== undefined) sets.push(sql`pronouns = ${cleanLine(c.pronouns)}`)
  if (c.place !== undefined) sets.push(sql`place = ${cleanLine(c.place)}`)
  if (c.languages !== undefined) sets.push(sql`languages = ${[...new Set(c.languages)]}::text[]`)
  if (c.locale !== undefined) sets.push(sql`locale = ${c.locale}`)
  if (c.private !== undefined) sets.push(sql`is_private = ${c.private}`)
  if (c.avatar !== undefined) sets.push(sql`avatar_id = ${c.avatar?.id ?? null}, avatar_url = ${c.avatar?.url ?? null}`)
  if (c.banner !== undefined) sets.push(sql`banner_id = ${c.banner?.id ?? null}, banner_url = ${c.banner?.url ?? null}`)
  return sets
}

interface Row {
  handle: string
  locale: string
  is_private: boolean
  was_private: boolean
}

async function write(ctx: Context, viewer: Viewer, sets: Sql[]): Promise<Result<undefined>> {
  try {
    return await ctx.db.tx(async (tx) => {
      const row = await tx.one<Row>(sql`
        with old as (select id, is_private from account where id = ${viewer.accountId} and state in ('active', 'suspended') for update)
        update account a set ${sql.join(sets)} from old where a.id = old.id
        returning a.handle, a.locale, a.is_private, old.is_private as was_private`)
      if (!row) return fail(notFound)
      await emit(ctx, tx, 'account.changed', {
        account: viewer.accountId,
        handle: row.handle,
        locale: row.locale,
        private: row.is_private,
        opened: row.was_private && !row.is_private,
      })
      return ok()
    })
  } catch (e) {
    const refused = refusalOf(e)
    if (refused) return refused
    throw e
  }
}

function refusalOf(e: unknown): Fail | null {
  const { constraint } = e as { constraint?: string }
  if (constraint === 'account_avatar_own') return fail(mediaNotYours, { fields: { avatar: 'media-not-yours' } })
  if (constraint === 'account_banner_own') return fail(mediaNotYours, { fields: { banner: 'media-not-yours' } })
  return null
}
