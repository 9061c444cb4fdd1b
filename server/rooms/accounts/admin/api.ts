import { z } from 'zod'
import { chapter } from '#server/platform/chapters.ts'
import type { Context } from '#server/platform/context.ts'
import { type App, route, type Viewer } from '#server/platform/http.ts'
import { fail, notFound, type Result } from '#server/platform/result.ts'
import { list, Page } from '#server/platform/schema.ts'
import { withRetryAfter } from '../answer.ts'
import { notYourself } from '../errors.ts'
import { AdminAccount, MaybeProof, ResetLink, SetRole, Suspend } from '../schema.ts'
import { idOf, listAccounts } from './list.ts'
import { makeResetLink } from './reset-link.ts'
import { setRole } from './role.ts'
import { reinstateAccount, suspendAccount } from './suspend.ts'

const tags = ['administration']
const ByHandle = z.object({ handle: z.string().max(120) })

/** What administrators do with accounts. Nobody does it with their own. */
export function adminRoutes(app: App, ctx: Context): void {
  chapter(app, 'administration', 'What administrators do.')
  const of = async <T>(viewer: Viewer, handle: string, work: (id: string) => Promise<Result<T>>): Promise<Result<T>> => {
    const id = await idOf(ctx, handle)
    if (!id) return fail(notFound)
    return id === viewer.accountId ? fail(notYourself) : work(id)
  }
  const admin = { access: 'admin', tags } as const
  route(app, ctx, {
    ...admin,
    method: 'GET',
    url: '/v1/admin/accounts',
    summary: 'The site’s people, newest first',
    query: Page.extend({ q: z.string().max(100).default('') }),
    response: { 200: list(AdminAccount) },
    handler: ({ query }) => listAccounts(ctx, query.q, query),
  })
  route(app, ctx, {
    ...admin,
    proof: true,
    method: 'POST',
    url: '/v1/admin/accounts/:handle/reset-link',
    summary: 'A one-time link for someone who lost every other way in',
    params: ByHandle,
    body: MaybeProof,
    response: { 200: ResetLink },
    again: 'never',
    handler: async ({ viewer, params, body, reply }) => {
      reply.header('cache-control', 'no-store')
      return withRetryAfter(reply, await of(viewer, params.handle, (id) => makeResetLink(ctx, viewer, id, body)))
    },
  })
  route(app, ctx, {
    ...admin,
    proof: true,
    method: 'PUT',
    url: '/v1/admin/accounts/:handle/role',
    summary: 'Make someone a moderator or administrator, or neither',
    params: ByHandle,
    body: SetRole,
    response: { 204: null },
    handler: async ({ viewer, params, body: { role, ...proof }, reply }) =>
      withRetryAfter(reply, await of(viewer, params.handle, (id) => setRole(ctx, viewer, id, role, proof))),
  })
  route(app, ctx, {
    ...admin,
    method: 'PUT',
    url: '/v1/admin/accounts/:handle/suspension',
    summary: 'Suspend, with words that its owner can read',
    params: ByHandle,
    body: Suspend,
    response: { 204: null },
    handler: ({ viewer, params, body }) => of(viewer, params.handle, (id) => suspendAccount(ctx, null, id, body.words)),
  })
  route(app, ctx, {
    ...admin,
    method: 'DELETE',
    url: '/v1/admin/accounts/:handle/suspension',
    summary: 'Lift a suspension',
    params: ByHandle,
    response: { 204: null },
    handler: ({ viewer, params }) => of(viewer, params.handle, (id) => reinstateAccount(ctx, null, id)),
  })
}
