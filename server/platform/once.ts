import type { Context } from './context.ts'
import type { Queryable } from './db.ts'
import { type Claim, claim, forget, settle } from './idempotency.ts'
import { fail, keyBusy, keyGone, keyReused, notFound, ok, type Result } from './result.ts'

/** One intention of a caller, however often it arrives. */
export interface Once {
  /**
   * Does `work` unless it was done under this key: then reads again what was made, as it is now. `what` is what was asked, where the door cannot
   * know it (the bytes of an upload).
   */
  run<T>(what: string, work: () => Promise<Result<T>>): Promise<Result<T>>
  /** To be called in the transaction that makes something: a process killed right after it has made it under its key, or not at all. */
  made(tx: Queryable, id: string): Promise<void>
}

/** For calls without a key. */
export const everyTime: Once = { run: (_what, work) => work(), made: async () => {} }

/** Thrown through a transaction: another process took this call for dead and does it now. */
class TakenOver extends Error {}

export interface OnceOf {
  owner: string
  key: string
  /** Method and address. */
  call: string
  /** Reads what was made, as its caller may see it now. */
  again(id: string): unknown
  /** Called when the answer is of something made before. */
  onReplay(): void
}

export function onceOf(ctx: Context, { owner, key, call, again, onReplay }: OnceOf): Once {
  let held: Claim | undefined
  const repeat = async (id: string): Promise<Result<unknown>> => {
    const read = resultOf(await again(id))
    if (!read.ok) return read.problem === notFound ? fail(keyGone) : read
    onReplay()
    return read
  }
  return {
    async run<T>(what: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
      const got = await claim(ctx.db, { owner, key, request: `${call}\n${what}` })
      if (got === 'busy') return fail(keyBusy)
      if (got === 'other') return fail(keyReused)
      if ('made' in got) return (await repeat(got.made)) as Result<T>
      held = got
      try {
        const said = await work()
        const id = said.ok ? (said.value as { id?: string } | undefined)?.id : undefined
        if (id === undefined) await forget(ctx.db, got)
        else await settle(ctx.db, got, id)
        return said
      } catch (e) {
        if (e instanceof TakenOver) return fail(keyBusy)
        await forget(ctx.db, got)
        throw e
      }
    },
    async made(tx, id) {
      if (held && !(await settle(tx, held, id))) throw new TakenOver()
    },
  }
}

const isResult = (v: unknown): v is Result<unknown> =>
  typeof v === 'object' && v !== null && typeof (v as { ok?: unknown }).ok === 'boolean'

/** What a verb or a reader answers, as a result. */
export const resultOf = (said: unknown): Result<unknown> => (isResult(said) ? said : ok(said))
