import type { Context } from '#server/platform/context.ts'
import { decodeCursor, page } from '#server/platform/cursor.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import type { List, Page } from '#server/platform/schema.ts'
import { accountStubs } from '#server/rooms/accounts/index.ts'
import { caseRow, caseRows, decisionRows, type OwnReportRow, ownReportRow, ownReportRows, reportRows } from './read.ts'
import type { Case, Report } from './schema.ts'
import type { CaseRow } from './tables.ts'

const position = (cursor: string | undefined): string | null => decodeCursor(cursor, ['id'])?.[0]?.toString() ?? null

/** The queue (open cases, oldest first) or what was decided (latest first). For moderators; the door sees to that. */
export async function cases(ctx: Context, at: Page & { state: Case['state'] }): Promise<List<Case>> {
  const rows = page(await caseRows(ctx.db, at.state, position(at.cursor), at.limit), at.limit, (last) => [last.place])
  return { items: await views(ctx, rows.items), next: rows.next }
}

export async function caseView(ctx: Context, id: string): Promise<Result<Case>> {
  const row = await caseRow(ctx.db, id)
  const [view] = row ? await views(ctx, [row]) : []
  return view ? ok(view) : fail(notFound)
}

async function views(ctx: Context, rows: readonly CaseRow[]): Promise<Case[]> {
  const ids = rows.map((r) => r.id)
  const [reports, decisions] = await Promise.all([reportRows(ctx.db, ids), decisionRows(ctx.db, ids)])
  const people = [...rows.map((r) => r.author_id), ...reports.map((r) => r.reporter_id), ...decisions.map((d) => d.by_id)]
  const stubs = await accountStubs(ctx, [...new Set(people.filter((p) => p !== null))])
  const person = (id: string | null) => {
    const stub = id === null ? undefined : stubs.get(id)
    return stub ? { id: stub.id, handle: stub.handle, displayName: stub.displayName, avatar: stub.avatar } : null
  }
  const said = Map.groupBy(reports, (r) => r.case_id)
  const decided = new Map(decisions.map((d) => [d.case_id, d]))
  return rows.map((row) => {
    const d = decided.get(row.id)
    return {
      id: row.id,
      subject: { type: row.subject_type, id: row.subject_id },
      state: row.state,
      author: person(row.author_id),
      excerpt: row.excerpt,
      link: row.link,
      reports: (said.get(row.id) ?? []).map((r) => ({
        by: person(r.reporter_id),
        reason: r.reason,
        detail: r.detail,
        at: r.created_at.toISOString(),
      })),
      decision: d ? { action: d.action, reason: d.reason, words: d.words, by: person(d.by_id), at: d.created_at.toISOString() } : null,
      createdAt: row.created_at.toISOString(),
    }
  })
}

/** What I have reported, and whether it was looked at. */
export async function myReports(ctx: Context, viewer: Pick<Viewer, 'accountId'>, at: Page): Promise<List<Report>> {
  const rows = page(await ownReportRows(ctx.db, viewer.accountId, position(at.cursor), at.limit), at.limit, (last) => [last.id])
  return { items: rows.items.map(reportView), next: rows.next }
}

/** One of them. */
export async function myReport(ctx: Context, viewer: Pick<Viewer, 'accountId'>, id: string): Promise<Result<Report>> {
  const row = await ownReportRow(ctx.db, viewer.accountId, id)
  return row ? ok(reportView(row)) : fail(notFound)
}

const reportView = (r: OwnReportRow): Report => ({
  id: r.id,
  subject: { type: r.subject_type, id: r.subject_id },
  reason: r.reason,
  state: r.state === 'open' ? ('open' as const) : ('closed' as const),
  createdAt: r.created_at.toISOString(),
})
