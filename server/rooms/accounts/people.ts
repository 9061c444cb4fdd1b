import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { type Gathered, gather } from '#server/platform/gather.ts'
import type { AccountStub } from './schema.ts'
import { known, type Person, type Standing } from './sessions/known.ts'

interface Row {
  id: string
  handle: string
  origin: string | null
  display_name: string
  avatar: string | null
  private: boolean
  state: Standing['state']
}

const reading = (ctx: Context): Gathered<Person> => ctx.hold('accounts.people', () => gather((ids) => read(ctx, ids)))

async function read(ctx: Context, ids: readonly string[]): Promise<Map<string, Person>> {
  const memory = known(ctx)
  const before = memory.changes.now
  const rows = await ctx.db.rows<Row>(sql`
    select id, handle, origin, display_name, avatar_url as avatar, is_private as private, state from account where id = any(${ids}::bigint[])`)
  const found = new Map<string, Person>()
  for (const { id, handle, origin, display_name, avatar, private: hidden, state } of rows) {
    const stub = { id, handle: origin === null ? handle : `${handle}@${origin}`, displayName: display_name, avatar }
    const person: Person = { standing: { private: hidden, state }, stub: state === 'deleted' ? null : stub }
    found.set(id, person)
    if (!memory.changes.since(before, id)) memory.people.set(id, person)
  }
  return found
}

/** Someone as this process remembers them, at once; undefined: it has to be read. */
const personNow = (ctx: Context, id: string): Person | undefined => known(ctx).people.get(id)

/** Many people at once, by id. Who never was is missing. Kept for half a minute, and dropped when the person changes. */
async function peopleById(ctx: Context, ids: readonly string[]): Promise<Map<string, Person>> {
  const found = new Map<string, Person>()
  let missing: string[] | null = null
  for (const id of ids) {
    const person = personNow(ctx, id)
    if (person) found.set(id, person)
    else {
      missing ??= []
      missing.push(id)
    }
  }
  if (missing === null) return found
  const read = await reading(ctx)(missing)
  for (const id of missing) {
    const person = read.get(id)
    if (person) found.set(id, person)
  }
  return found
}

/**
 * The least of many people at once, by id: what stands beside notes and comments. Whoever is erased is missing. Whether someone may be shown
 * (suspended, leaving, blocked) is for the reader's query, which joins `account`.
 */
export async function accountStubs(ctx: Context, ids: readonly string[]): Promise<Map<string, AccountStub>> {
  const stubs = new Map<string, AccountStub>()
  for (const [id, { stub }] of await peopleById(ctx, ids)) if (stub) stubs.set(id, stub)
  return stubs
}

/** People as others meet them, and whether they are active and private: what decides if their things are shown. */
export const people = { byId: peopleById, now: personNow }
