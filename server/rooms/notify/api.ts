import { z } from 'zod'
import { chapter } from '#server/platform/chapters.ts'
import type { Context } from '#server/platform/context.ts'
import { type App, route } from '#server/platform/http.ts'
import { Id, list, Page } from '#server/platform/schema.ts'
import { notifications } from './inbox.ts'
import { markRead } from './mark-read.ts'
import { kinds, Notification } from './schema.ts'
import { unread } from './unread.ts'

const Kinds = z
  .string()
  .max(200)
  .transform((s) => s.split(','))
  .pipe(z.array(z.enum(kinds)))

/** What happened to me. */
export function notifyRoutes(app: App, ctx: Context): void {
  chapter(app, 'notifications', 'What happened to me.')
  route(app, ctx, {
    method: 'GET',
    url: '/v1/me/notifications',
    access: 'account',
    tags: ['notifications'],
    summary: 'What happened to me, latest first',
    description: '`kind` narrows the list to one kind, or to several with commas between.',
    query: Page.extend({ kind: Kinds.optional() }),
    response: { 200: list(Notification) },
    handler: ({ viewer, query, locale }) => notifications(ctx, viewer, locale, { ...query, kinds: query.kind ?? null }),
  })
  route(app, ctx, {
    method: 'POST',
    url: '/v1/me/notifications/read',
    access: 'account',
    tags: ['notifications'],
    summary: 'Everything up to and including this one is read',
    body: z.object({ upTo: Id }),
    response: { 204: null },
    suspendedToo: true,
    handler: ({ viewer, body }) => markRead(ctx, viewer, body.upTo),
  })
  route(app, ctx, {
    method: 'GET',
    url: '/v1/me/unread',
    access: 'account',
    tags: ['notifications'],
    summary: 'How many I have not read',
    response: { 200: z.object({ count: z.int() }) },
    handler: async ({ viewer }) => ({ count: await unread(ctx, viewer.accountId) }),
  })
}
