import { type Queryable, sql } from '#server/platform/db.ts'
import type { Report } from './schema.ts'
import type { CaseRow } from './tables.ts'

/** A person as something that can be reported. */
export async function accountSubject(db: Queryable, id: string): Promise<{ authorId: string; excerpt: string; link: string } | null> {
  const row = await db.one<{ id: string; handle: string; display_name: string; bio: string }>(
    sql`select id, handle, display_name, bio from account where id = ${id} and state <> 'deleted'`,
  )
  return row
    ? { authorId: row.id, excerpt: [`${row.display_name} @${row.handle}`, row.bio].filter(Boolean).join('\n'), link: `/@${row.handle}` }
    : null
}

export interface DecidedRow {
  case_id: string
  action: 'none' | 'remove' | 'content-notice' | 'suspend'
  reason: Report['reason']
  words: string
  by_id: string | null
  created_at: Date
}
export interface ReportRow {
  id: string
  case_id: string
  reporter_id: string | null
  reason: Report['reason']
  detail: string
  created_at: Date
}

const columns = sql`c.id, c.subject_type, c.subject_id, c.state, c.author_id, c.excerpt, c.link, c.created_at`

/** A case with its place in the list it stands in. */
export type PlacedRow = CaseRow & { place: string }

/** Open cases from the oldest, decided ones from the latest decision; one more than asked for. */
export const caseRows = (db: Queryable, state: CaseRow['state'], after: string | null, limit: number): Promise<PlacedRow[]> =>
  state === 'open'
    ? db.rows<PlacedRow>(sql`
        select ${columns}, c.id as place from moderation_case as c
        where c.state = 'open' and c.id > ${after ?? '0'} order by c.id limit ${limit + 1}`)
    : db.rows<PlacedRow>(sql`
        select ${columns}, d.id as place from decision as d join moderation_case as c on c.id = d.case_id
        where d.id < ${after ?? '9223372036854775807'} order by d.id desc limit ${limit + 1}`)

export const caseRow = (db: Queryable, id: string): Promise<CaseRow | undefined> =>
  db.one<CaseRow>(sql`select ${columns} from moderation_case as c where c.id = ${id}`)

/** Reports of these cases, first ones first; at most 100 a case. */
export const reportRows = (db: Queryable, cases: readonly string[]): Promise<ReportRow[]> =>
  db.rows<ReportRow>(sql`
    select r.id, r.case_id, r.reporter_id, r.reason, r.detail, r.created_at
    from unnest(${cases}::bigint[]) as c(id)
    cross join lateral (select * from report where report.case_id = c.id order by report.id limit 100) as r
    order by r.id`)

export const decisionRows = (db: Queryable, cases: readonly string[]): Promise<DecidedRow[]> =>
  db.rows<DecidedRow>(sql`select case_id, action, reason, words, by_id, created_at from decision where case_id = any(${cases}::bigint[])`)

export interface OwnReportRow {
  id: string
  reason: Report['reason']
  created_at: Date
  subject_type: CaseRow['subject_type']
  subject_id: string
  state: CaseRow['state']
}

/** What a person has reported, latest first; one more than asked for. */
export const ownReportRow = (db: Queryable, reporterId: string, id: string): Promise<OwnReportRow | undefined> =>
  db.one<OwnReportRow>(sql`
    select r.id, r.reason, r.created_at, c.subject_type, c.subject_id, c.state
    from report as r join moderation_case as c on c.id = r.case_id where r.reporter_id = ${reporterId} and r.id = ${id}`)

export const ownReportRows = (db: Queryable, reporterId: string, before: string | null, limit: number): Promise<OwnReportRow[]> =>
  db.rows<OwnReportRow>(sql`
    select r.id, r.reason, r.created_at, c.subject_type, c.subject_id, c.state
    from report as r join moderation_case as c on c.id = r.case_id
    where r.reporter_id = ${reporterId} and r.id < ${before ?? '9223372036854775807'}
    order by r.id desc limit ${limit + 1}`)
