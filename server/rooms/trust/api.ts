import { z } from 'zod'
import { chapter } from '#server/platform/chapters.ts'
import type { Context } from '#server/platform/context.ts'
import { type App, route } from '#server/platform/http.ts'
import { Id, list, Page } from '#server/platform/schema.ts'
import { cases, caseView, myReport, myReports } from './cases.ts'
import { decide } from './decide.ts'
import { report } from './report.ts'
import { Case, Decide, MakeReport, Report } from './schema.ts'

const ById = z.object({ id: Id })
/** More than this in an hour is a campaign, not a concern. */
const REPORTS = { name: 'reports', burst: 30, seconds: 3600 }

/** Reports, and the moderators' queue. */
export function trustRoutes(app: App, ctx: Context): void {
  chapter(app, 'trust', 'Reports.')
  chapter(app, 'moderation', 'The moderators’ queue.')
  route(app, ctx, {
    method: 'POST',
    url: '/v1/reports',
    access: 'account',
    tags: ['trust'],
    summary: 'Report a note, a comment, a picture or a person',
    description: 'Reporting the same thing again while it is being looked at replaces what was said before.',
    body: MakeReport,
    response: { 201: Report },
    limit: REPORTS,
    again: ({ viewer }, id) => myReport(ctx, viewer, id),
    handler: ({ viewer, body }) => report(ctx, viewer, body),
  })
  route(app, ctx, {
    method: 'GET',
    url: '/v1/me/reports',
    access: 'account',
    tags: ['trust'],
    summary: 'What I have reported',
    query: Page,
    response: { 200: list(Report) },
    handler: ({ viewer, query }) => myReports(ctx, viewer, query),
  })
  route(app, ctx, {
    method: 'GET',
    url: '/v1/moderation/cases',
    access: 'moderator',
    tags: ['moderation'],
    summary: 'The queue: open cases from the oldest, or decided ones from the latest',
    query: Page.extend({ state: z.enum(['open', 'decided']).default('open') }),
    response: { 200: list(Case) },
    handler: ({ query }) => cases(ctx, query),
  })
  route(app, ctx, {
    method: 'GET',
    url: '/v1/moderation/cases/:id',
    access: 'moderator',
    tags: ['moderation'],
    summary: 'A case with all its reports',
    params: ById,
    response: { 200: Case },
    handler: ({ params }) => caseView(ctx, params.id),
  })
  route(app, ctx, {
    method: 'POST',
    url: '/v1/moderation/cases/:id/decision',
    access: 'moderator',
    tags: ['moderation'],
    summary: 'Decide a case',
    description: 'Anything but `none` needs words: its author reads them with the reason, in their own language where the site has it.',
    params: ById,
    body: Decide,
    response: { 200: Case },
    again: (_call, id) => caseView(ctx, id),
    handler: ({ viewer, params, body }) => decide(ctx, viewer, params.id, body),
  })
}
