import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import type { List } from '#server/platform/schema.ts'
import type { Session } from '../schema.ts'
import { deviceWords } from './device.ts'
import { SESSION_DAYS } from './viewer.ts'

/** One's open sessions, this one first, then the last used. */
export async function listSessions(ctx: Context, viewer: Viewer, locale: string): Promise<List<Session>> {
  const rows = await ctx.db.rows<{ id: string; kind: Session['kind']; device: string; created_at: Date; seen_at: Date }>(sql`
    select id, kind, device, created_at, seen_at from session
    where account_id = ${viewer.accountId} and seen_at > ${ctx.clock.now()}::timestamptz - make_interval(days => ${SESSION_DAYS})
    order by (id = ${viewer.sessionId}) desc, seen_at desc limit 200`)
  const items = rows.map((r) => ({
    id: r.id,
    current: r.id === viewer.sessionId,
    device: deviceWords(r.device, locale),
    kind: r.kind,
    createdAt: r.created_at.toISOString(),
    seenAt: r.seen_at.toISOString(),
  }))
  return { items, next: null }
}
