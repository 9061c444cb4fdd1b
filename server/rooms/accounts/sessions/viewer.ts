import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { countsHere } from '../secret.ts'
import type { AccountState, Role } from '../tables.ts'
import { known } from './known.ts'
import { hashOf, isToken } from './token.ts'

/** A session that nobody used for this long has ended. */
export const SESSION_DAYS = 90
const HOUR = 3_600_000

interface Row {
  session_id: string
  seen_at: Date
  account_id: string
  handle: string
  role: Role
  locale: string
  languages: string[]
  state: AccountState
}

/** Who holds a token: from memory where it was asked for in the last 30 s (then without a promise, in about a microsecond), else from the database. */
export function viewerOf(ctx: Context, token: string): Viewer | null | Promise<Viewer | null> {
  const memory = known(ctx)
  const hit = memory.viewers.get(token)
  if (hit) return hit.viewer
  if (!isToken(token) || memory.strangers.has(token)) return null
  const shared = memory.looking.get(token)
  if (shared) return shared
  const look = find(ctx, token).finally(() => {
    if (memory.looking.get(token) === look) memory.looking.delete(token)
  })
  memory.looking.set(token, look)
  return look
}

async function find(ctx: Context, token: string): Promise<Viewer | null> {
  const memory = known(ctx)
  const before = memory.changes
  const now = ctx.clock.now()
  const row = await ctx.db.one<Row>(sql`
    select t.id as session_id, t.seen_at, a.id as account_id, a.handle, a.role, a.locale, a.languages, a.state
    from session t join account a on a.id = t.account_id join account_secret s on s.account_id = a.id
    where t.token_hash = ${hashOf(token)} and t.seen_at > ${now}::timestamptz - make_interval(days => ${SESSION_DAYS}) and a.state <> 'deleted'
      and ${countsHere(ctx)}`)
  if (!row) {
    memory.strangers.set(token, true)
    return null
  }
  const viewer: Viewer = {
    accountId: row.account_id,
    handle: row.handle,
    // Powers over others rest while someone is suspended or on the way out, whatever they had; here, so that no rule further up can forget it.
    role: row.state === 'active' ? row.role : 'person',
    locale: row.locale,
    languages: row.languages,
    sessionId: row.session_id,
    suspended: row.state !== 'active',
    leaving: row.state === 'deleting',
  }
  // A change that came while we were reading may be newer than what we read.
  if (memory.changes === before) memory.keep(token, viewer)
  if (now.getTime() - row.seen_at.getTime() > HOUR) seen(ctx, row.session_id, now)
  return viewer
}

/** Notes that a session is in use. Nobody waits for it, and a failure only means that the note comes later. */
function seen(ctx: Context, sessionId: string, now: Date): void {
  ctx.db
    .run(sql`update session set seen_at = ${now} where id = ${sessionId} and seen_at < ${now}::timestamptz - interval '1 hour'`)
    .catch((e) => ctx.log.warn({ err: e }, 'a session could not be marked as seen'))
}
