import type { Context } from './context.ts'
import type { Tx } from './db.ts'
import { type Fail, ok, type Result } from './result.ts'

/** Leaves a transaction without a trace. */
class Refused extends Error {
  readonly refusal: Fail
  constructor(refusal: Fail) {
    super(refusal.problem.code)
    this.refusal = refusal
  }
}

/** Inside `attempt`: nothing of the transaction happens, and its caller gets this refusal. */
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
