import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db.ts'
import { type Fail, ok, type Result } from '#server/platform/result.ts'

/** Leaves a transaction without a trace. */
class Refused extends Error {
  readonly refusal: Fail
  constructor(refusal: Fail) {
    super(refusal.problem.code)
    this.refusal = refusal
  }
}

export function refuse(refusal: Fail): never {
  throw new Refused(refusal)
}

/** A transaction that may be refused halfway: then nothing of it happened. */
export async function attempt<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await ctx.db.tx(work))
  } catch (e) {
    if (e instanceof Refused) return e.refusal
    throw e
  }
}
