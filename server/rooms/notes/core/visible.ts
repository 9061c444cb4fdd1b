import type { Context } from '#server/platform/context.ts'
import { people } from '#server/rooms/accounts/index.ts'
import { type Relations, relations } from '#server/rooms/graph/index.ts'
import { canSee, type Standing } from '../policy.ts'
import type { Core } from './cache.ts'
import type { Reader } from './cards.ts'
import { noteCache } from './changes.ts'

export interface Visible {
  core: Core
  /** The note itself, or the one the comment stands under. */
  root: Core
  author: Standing
  relations: Relations
}

/** A note or comment as far as this reader may see it; undefined for all that is not there for them, and nobody learns why. */
export async function visible(ctx: Context, reader: Reader, id: string): Promise<Visible | undefined> {
  const cache = noteCache(ctx)
  const core = (await cache.load([id])).get(id)
  if (!core) return undefined
  const root = core.rootId === null ? core : (await cache.load([core.rootId])).get(core.rootId)
  if (!root) return undefined
  const [persons, theirs] = await Promise.all([
    people.byId(ctx, root === core ? [core.authorId] : [root.authorId, core.authorId]),
    relations(ctx, reader?.accountId ?? null),
  ])
  const author = persons.get(root.authorId)?.standing
  if (!author || !canSee(root, author, theirs, reader?.role)) return undefined
  if (core !== root) {
    // A comment has no visibility of its own, but its writer may be suspended, or blocked by the reader.
    const writer = persons.get(core.authorId)?.standing
    if (!writer || !canSee({ ...core, visibility: 'public' }, { ...writer, private: false }, theirs, reader?.role)) return undefined
  }
  return { core, root, author, relations: theirs }
}
