import { tellAll } from '#server/platform/bus.ts'
import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql } from '#server/platform/db.ts'
import { accountTopic } from './known.ts'
import { hashOf, newToken } from './token.ts'

export interface SessionFrom {
  kind: 'cookie' | 'bearer' | 'app'
  /** `browser|system`, as `deviceOf` makes it. */
  device: string
  /** The network it comes from, as `networkOf` cuts it; counted by, never stored. */
  network?: string
  /** What the browser says of who has signed in there before: see `knownDevice`. */
  cookie?: string | undefined
}

/** Opens a session and returns its token, which nobody can learn again. */
export async function openSession(
  ctx: Context,
  accountId: string,
  from: SessionFrom = { kind: 'bearer', device: '' },
  db: Queryable = ctx.db,
): Promise<string> {
  const token = newToken()
  const now = ctx.clock.now()
  await db.run(sql`
    insert into session (id, account_id, token_hash, kind, device, created_at, seen_at)
    values (${ctx.ids.next()}, ${accountId}, ${hashOf(token)}, ${from.kind}, ${from.device}, ${now}, ${now})`)
  return token
}

/** Another token for a session that goes on: the old one, wherever it was copied to, opens nothing any more. */
export async function renewToken(tx: Queryable, { accountId, sessionId }: { accountId: string; sessionId: string }): Promise<string> {
  const token = newToken()
  await tx.run(sql`update session set token_hash = ${hashOf(token)} where id = ${sessionId}`)
  // Other processes remember the old token for seconds; no trigger tells them of this.
  await tellAll(tx, accountTopic, [accountId])
  return token
}
