import type { Context } from '#server/platform/context.ts'
import { accountsById } from '#server/rooms/accounts/index.ts'
import type { AccountStub } from '#server/rooms/accounts/schema.ts'
import type { Standing } from '../policy.ts'

export interface Author extends Standing {
  readonly stub: AccountStub
}

/** The people who wrote what is shown, with what decides whether it may be. Whoever is erased is missing. */
export async function authorsOf(ctx: Context, ids: Iterable<string>): Promise<Map<string, Author>> {
  const people = await accountsById(ctx, ids)
  for (const [id, { stub }] of people) if (stub === null) people.delete(id)
  return people as Map<string, Author>
}
