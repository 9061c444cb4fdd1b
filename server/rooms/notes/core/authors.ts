import type { Context } from '#server/platform/context.ts'
import { people } from '#server/rooms/accounts/index.ts'
import type { AccountStub } from '#server/rooms/accounts/schema.ts'
import type { Standing } from '../policy.ts'

export interface Author extends Standing {
  stub: AccountStub
}

/** The people who wrote what is shown, with what decides whether it may be. */
export async function authorsOf(ctx: Context, ids: readonly string[]): Promise<Map<string, Author>> {
  const authors = new Map<string, Author>()
  for (const [id, { standing, stub }] of await people.byId(ctx, ids))
    if (stub) authors.set(id, { private: standing.private, state: standing.state, stub })
  return authors
}
