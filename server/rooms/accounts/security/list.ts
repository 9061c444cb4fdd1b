import type { Context } from '#server/platform/context.ts'
import { decodeCursor, page } from '#server/platform/cursor.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import type { List, Page } from '#server/platform/schema.ts'
import type { SecurityEvent } from '../schema.ts'
import { deviceWords } from '../sessions/device.ts'
import type { SecurityKind } from './note.ts'
import { securityWords } from './words.ts'

/** Days a line stays in the list. */
export const SECURITY_DAYS = 180

/** What changed about how I get in, latest first, in words of the given language. */
export async function listSecurity(ctx: Context, viewer: Viewer, locale: string, { cursor, limit }: Page): Promise<List<SecurityEvent>> {
  const before = decodeCursor(cursor, ['id'])?.[0] ?? null
  const rows = await ctx.db.rows<{ id: string; kind: SecurityKind; name: string; device: string; at: Date }>(sql`
    select id, kind, name, device, at from security_event
    where account_id = ${viewer.accountId} and (${before}::bigint is null or id < ${before}::bigint)
    order by id desc limit ${limit + 1}`)
  const { items, next } = page(rows, limit, (r) => [r.id])
  return {
    items: items.map((r) => ({
      id: r.id,
      kind: r.kind,
      words: securityWords(locale, r),
      device: r.device === '' || r.device === '|' ? '' : deviceWords(r.device, locale),
      at: r.at.toISOString(),
    })),
    next,
  }
}
