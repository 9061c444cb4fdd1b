import type { Context } from './context.ts'
import { sql } from './db.ts'

/** How long an unanswered claim holds: longer than any request may take; after that its process is taken for dead. */
const CLAIM_SECONDS = 60

/**
 * Claims a key for a request. null: go ahead; an answer: it was done before; `busy`: being done right now; `other`: the key belongs to another request.
 * A process killed between fact and answer leaves a claim without an answer; verbs that must not happen twice carry the key into their own unique column.
 */
export async function claim(
  ctx: Context,
  owner: string,
  key: string,
  request: string,
): Promise<null | 'busy' | 'other' | { status: number; body: string }> {
  const taken = await ctx.db.one(sql`
    insert into idempotency (owner, key, request) values (${owner}, ${key}, ${request})
    on conflict (owner, key) do update set at = now()
      where idempotency.status is null and idempotency.request = excluded.request and idempotency.at < now() - make_interval(secs => ${CLAIM_SECONDS})
    returning 1`)
  if (taken) return null
  const had = await ctx.db.one<{ request: string; status: number | null; body: string | null }>(
    sql`select request, status, body from idempotency where owner = ${owner} and key = ${key}`,
  )
  if (!had) return 'busy'
  if (had.request !== request) return 'other'
  return had.status === null ? 'busy' : { status: had.status, body: had.body ?? '' }
}

/** Keeps the answer for a day. */
export const settle = (ctx: Context, owner: string, key: string, status: number, body: string) =>
  ctx.db.run(sql`update idempotency set status = ${status}, body = ${body} where owner = ${owner} and key = ${key}`)

/** A refused or failed call may be tried again under the same key. */
export const forget = (ctx: Context, owner: string, key: string) =>
  ctx.db.run(sql`delete from idempotency where owner = ${owner} and key = ${key}`)

/** Keys older than a day are forgotten. */
export const sweepKeys = (ctx: Context) => ctx.db.run(sql`delete from idempotency where at < now() - interval '1 day'`)
