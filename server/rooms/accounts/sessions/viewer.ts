import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { type Gathered, gather } from '#server/platform/gather.ts'
import type { Viewer } from '#server/platform/http.ts'
import { countsHere } from '../secret.ts'
import type { AccountState, Role } from '../tables.ts'
import { known } from './known.ts'
import { hashOf, isToken } from './token.ts'

/** A session that nobody used for this long has ended. */
export const SESSION_DAYS = 90
const HOUR = 3_600_000

interface Row {
  token_hash: Buffer
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
  return looking(ctx)([token]).then((found) => found.get(token) ?? null)
}

/** Looks up many at once: a page asks for ten things together, and a busy site for hundreds. */
const looking = (ctx: Context): Gathered<Viewer> => ctx.hold('accounts.looking', () => gather((tokens) => find(ctx, tokens)))

async function find(ctx: Context, tokens: readonly string[]): Promise<Map<string, Viewer>> {
  const memory = known(ctx)
  const before = memory.changes.now
  const now = ctx.clock.now()
  const hashes = tokens.map(hashOf)
  const rows = await ctx.db.rows<Row>(sql`
    select t.token_hash, t.id as session_id, t.seen_at, a.id as account_id, a.handle, a.role, a.locale, a.languages, a.state
    from session t join account a on a.id = t.account_id join account_secret s on s.account_id = a.id
    where t.token_hash = any(${hashes}::bytea[]) and t.seen_at > ${now}::timestamptz - make_interval(days => ${SESSION_DAYS})
      and a.state <> 'deleted' and ${countsHere(ctx)}`)
  const byHash = new Map(rows.map((row) => [row.token_hash.toString('latin1'), row]))
  const found = new Map<string, Viewer>()
  const old: string[] = []
  for (const [n, token] of tokens.entries()) {
    const row = byHash.get((hashes[n] as Buffer).toString('latin1'))
    if (!row) {
      memory.strangers.set(token, true)
      continue
    }
    const viewer = viewerFrom(row)
    found.set(token, viewer)
    // A change that came while we were reading may be newer than what we read.
    if (!memory.changes.since(before, row.account_id)) memory.keep(token, viewer)
    if (now.getTime() - row.seen_at.getTime() > HOUR) old.push(row.session_id)
  }
  if (old.length > 0) seen(ctx, old, now)
  return found
}

function viewerFrom(row: Row): Viewer {
  return {
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
}

/** Notes that sessions are in use. Nobody waits for it, and a failure only means that the note comes later; what another holds is marked by them, or ends. */
function seen(ctx: Context, ids: readonly string[], now: Date): void {
  ctx.db
    .run(sql`
      update session set seen_at = ${now}
      where id in (select id from session where id = any(${ids}::bigint[]) and seen_at < ${now}::timestamptz - interval '1 hour' for update skip locked)`)
    .catch((e) => ctx.log.warn({ err: e }, 'sessions could not be marked as seen'))
}
