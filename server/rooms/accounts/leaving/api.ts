import type { Context } from '#server/platform/context.ts'
import { type App, route } from '#server/platform/http.ts'
import { withRetryAfter } from '../answer.ts'
import { Leaving, MaybeProof } from '../schema.ts'
import { leave, restore } from './leave.ts'

const tags = ['accounts']

/** Leaving, and changing one's mind. */
export function leavingRoutes(app: App, ctx: Context): void {
  route(app, ctx, {
    proof: true,
    method: 'DELETE',
    url: '/v1/me',
    access: 'account',
    suspendedToo: true,
    tags,
    summary: 'Delete my account: hidden now, erased after thirty days',
    limit: { name: 'secrets', burst: 30, seconds: 600, by: 'session' },
    body: MaybeProof,
    response: { 200: Leaving },
    handler: async ({ viewer, body, reply }) => withRetryAfter(reply, await leave(ctx, viewer, body)),
  })
  route(app, ctx, {
    method: 'POST',
    url: '/v1/me/restore',
    access: 'account',
    suspendedToo: true,
    tags,
    summary: 'Stay after all',
    response: { 204: null },
    handler: ({ viewer }) => restore(ctx, viewer),
  })
}
