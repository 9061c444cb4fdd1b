import type { Context } from '#server/platform/context.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { yourself } from './errors.ts'
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
    await lockPair(tx, me, them.id)
    const said = await work(tx, them)
    if (said.ok && said.value) await relationsChanged(tx, both)
    return said
  })
  if (!done.ok) return done
  if (done.value) forgetRelations(ctx, both)
  return ok()
}

const lockPair = (tx: Tx, a: string, b: string): Promise<number> => {
  const [low, high] = BigInt(a) < BigInt(b) ? [a, b] : [b, a]
  return tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`pair ${low} ${high}`}, 0))`)
}
