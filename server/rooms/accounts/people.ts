import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { together } from '#server/platform/together.ts'
import type { AccountStub } from './schema.ts'
import { known, type Person } from './sessions/known.ts'
import type { AccountState } from './tables.ts'

interface Row {
  id: string
  handle: string
  origin: string | null
  display_name: string
  avatar: string | null
  private: boolean
  state: AccountState
}

const read = (ctx: Context) =>
  together(async (ids: readonly string[]): Promise<ReadonlyMap<string, Person>> => {
    const memory = known(ctx)
    const before = memory.changes
    const rows = await ctx.db.rows<Row>(sql`
      select id, handle, origin, display_name, avatar_url as avatar, is_private as private, state
      from account where id = any(${ids}::bigint[])`)
    const found = new Map<string, Person>()
    for (const row of rows) {
      const person = personOf(row)
      found.set(row.id, person)
      // A change that came while we were reading may be newer than what we read.
      if (memory.changes === before) memory.people.set(row.id, person)
    }
    return found
  })

const personOf = ({ id, handle, origin, display_name, avatar, private: isPrivate, state }: Row): Person => ({
  private: isPrivate,
  state,
  stub: state === 'deleted' ? null : { id, handle: origin === null ? handle : `${handle}@${origin}`, displayName: display_name, avatar },
})

/**
 * Whether these people are active and private, which decides if their things are shown, and what stands beside those (null: erased), by id. Who
 * never was is missing. Kept for ten seconds, and dropped when the person changes; what is missing is read in one statement for all who ask at once.
 */
export async function accountsById(ctx: Context, ids: Iterable<string>): Promise<Map<string, Person>> {
  const memory = known(ctx)
  const found = new Map<string, Person>()
  const missing = new Set<string>()
  for (const id of ids) {
    const person = memory.people.get(id)
    if (person) found.set(id, person)
    else missing.add(id)
  }
  if (missing.size === 0) return found
  const readPeople = ctx.hold('accounts.people', () => read(ctx))
  const rows = await readPeople(missing)
  for (const id of missing) {
    const person = rows.get(id)
    if (person) found.set(id, person)
  }
  return found
}

/**
 * The least of many people at once, by id: what stands beside notes and comments. Whoever is erased is missing. Whether someone may be shown
 * (suspended, leaving, blocked) is for the reader's query, which joins `account`, or for `accountsById`.
 */
export async function accountStubs(ctx: Context, ids: Iterable<string>): Promise<Map<string, AccountStub>> {
  const stubs = new Map<string, AccountStub>()
  for (const [id, { stub }] of await accountsById(ctx, ids)) if (stub) stubs.set(id, stub)
  return stubs
}
