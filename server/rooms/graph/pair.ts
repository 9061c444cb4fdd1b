import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db.ts'
import { lock } from '#server/platform/locks.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { yourself } from './errors.ts'
import { locks } from './locks.ts'
import { findParty, type Party } from './read.ts'
import { forgetRelations, relationsChanged } from './relations.ts'

/**
 * Finds the other person and runs `work` with the two of them locked against each other: a follow and a block at the same moment
 * happen one after the other, so a block never leaves a follow behind. `work` says whether anything changed.
 */
export async function withPair(
  ctx: Context,
  me: string,
  handle: string,
  work: (tx: Tx, them: Party) => Promise<Result<boolean>>,
): Promise<Result<undefined>> {
  const them = await findParty(ctx.db, handle)
  if (!them || them.state === 'deleted') return fail(notFound)
  if (them.id === me) return fail(yourself)
  const both = [me, them.id]
  const done = await ctx.db.tx(async (tx) => {
    await lock(tx, locks.pair, [
      both
        .map(BigInt)
        .sort((a, b) => (a < b ? -1 : 1))
        .join(' '),
    ])
    const said = await work(tx, them)
    if (said.ok && said.value) await relationsChanged(tx, both)
    return said
  })
  if (!done.ok) return done
  if (done.value) forgetRelations(ctx, both)
  return ok()
}
