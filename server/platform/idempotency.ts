import { createHash, createHmac } from 'node:crypto'
import type { Context } from './context.ts'
import { type Queryable, sql } from './db.ts'

/** How long an unanswered claim holds: longer than any request may take; after that its process is taken for dead. */
const CLAIM_SECONDS = 60

/**
 * What is kept of an `Idempotency-Key` for a day: whose it is, a mark of what was asked, and the id of what was made. Never an answer, and the mark
 * is made with the key itself, which is not kept: who reads the table (or a backup) can guess at nothing by it.
 */
export interface Keyed {
  /** An account's id, or the name of a call that strangers make. */
  owner: string
  key: string
  /** What was asked, in any form that is the same when it is asked again. */
  request: string
}

/** A claim in force; one that was taken over is none any more. */
export interface Claim {
  keyed: Keyed
  /** When it was made, as the database writes it: two claims of one key differ in it. */
  at: string
}

const nameOf = ({ owner, key }: Keyed): string => createHash('sha256').update(`${owner} ${key}`).digest('base64url')
const markOf = ({ key, request }: Keyed): string => createHmac('sha256', key).update(request).digest('base64url')

export const isClaim = (got: Claim | Had): got is Claim => typeof got === 'object' && 'at' in got

/** `busy`: being done right now; `other`: the key belongs to another request; else what it made. */
export type Had = 'busy' | 'other' | { made: string }

/** Claims a key for a request, or says what became of it. A day later a key is free again. */
export async function claim(db: Queryable, keyed: Keyed): Promise<Claim | Had> {
  const taken = await db.one<{ at: string }>(sql`
    insert into idempotency as i (owner, key, request) values (${keyed.owner}, ${nameOf(keyed)}, ${markOf(keyed)})
    on conflict (owner, key) do update set at = clock_timestamp(), request = excluded.request, made = null
      where i.at < now() - interval '1 day'
        or (i.made is null and i.request = excluded.request and i.at < now() - make_interval(secs => ${CLAIM_SECONDS}))
    returning at::text as at`)
  return taken ? { keyed, at: taken.at } : ((await lookUp(db, keyed)) ?? 'busy')
}

/** What a key is known for; undefined: nothing. */
export async function lookUp(db: Queryable, keyed: Keyed): Promise<Had | undefined> {
  const had = await db.one<{ request: string; made: string | null }>(
    sql`select request, made from idempotency where owner = ${keyed.owner} and key = ${nameOf(keyed)} and at >= now() - interval '1 day'`,
  )
  if (!had) return undefined
  if (had.request !== markOf(keyed)) return 'other'
  return had.made === null ? 'busy' : { made: had.made }
}

/** Writes down what was made; in the transaction that makes it, nobody can find the one without the other. False: the claim was taken over. */
export const settle = async (db: Queryable, { keyed, at }: Claim, made: string): Promise<boolean> =>
  (await db.run(sql`
    update idempotency set made = ${made} where owner = ${keyed.owner} and key = ${nameOf(keyed)} and at = ${at}::timestamptz`)) > 0

/** A refused or failed call may be tried again under the same key; what was made stays known. */
export const forget = (db: Queryable, { keyed, at }: Claim) =>
  db.run(sql`delete from idempotency where owner = ${keyed.owner} and key = ${nameOf(keyed)} and at = ${at}::timestamptz and made is null`)

/** Keys older than a day are forgotten. */
export const sweepKeys = (ctx: Context) => ctx.db.run(sql`delete from idempotency where at < now() - interval '1 day'`)

/** Everything of one owner: for people who are erased. */
export const forgetOwner = (tx: Queryable, owner: string) => tx.run(sql`delete from idempotency where owner = ${owner}`)
