import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql } from '#server/platform/db.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { cleanText } from '#server/platform/text.ts'
import { staffStays, wordsMissing } from '../errors.ts'
import { emit } from '../events.ts'
import { changed } from '../sessions/known.ts'

const inOwn = async <T>(ctx: Context, tx: Queryable | null, work: (tx: Queryable) => Promise<T>): Promise<T> =>
  tx ? work(tx) : ctx.db.tx(work)

/**
 * Suspends an account: hidden from others, it can read, take its data out and leave. `words` say why, for its owner to read. Those who run
 * the site lose their role first. With a `tx` it is part of that transaction. Suspending again changes the words.
 */
export async function suspendAccount(ctx: Context, tx: Queryable | null, id: string, said: string): Promise<Result<undefined>> {
  const words = cleanText(said)
  if (!words) return fail(wordsMissing, { fields: { words: 'field.required' } })
  const done = await inOwn(ctx, tx, async (db) => {
    const row = await db.one<{ handle: string; first: boolean }>(sql`
      with old as (select id, suspended_at from account where id = ${id} and origin is null and role = 'person' and state <> 'deleted' for update)
      update account a set state = case when a.state = 'deleting' then 'deleting' else 'suspended' end, suspended_words = ${words},
        suspended_at = coalesce(a.suspended_at, ${ctx.clock.now()}::timestamptz)
      from old where a.id = old.id returning a.handle, old.suspended_at is null as first`)
    if (!row) {
      const there = await db.one(sql`select 1 from account where id = ${id} and role <> 'person'`)
      return fail(there ? staffStays : notFound)
    }
    if (row.first) await emit(ctx, db, 'account.suspended', { account: id, handle: row.handle })
    return ok()
  })
  changed(ctx, id)
  return done
}

/** Lifts a suspension. Nothing happens to an account that is not suspended. */
export async function reinstateAccount(ctx: Context, tx: Queryable | null, id: string): Promise<Result<undefined>> {
  const done = await inOwn(ctx, tx, async (db) => {
    const row = await db.one<{ handle: string }>(sql`
      update account set state = case when state = 'suspended' then 'active' else state end, suspended_at = null, suspended_words = null
      where id = ${id} and suspended_at is not null returning handle`)
    if (row) await emit(ctx, db, 'account.reinstated', { account: id, handle: row.handle })
    return ok()
  })
  changed(ctx, id)
  return done
}
