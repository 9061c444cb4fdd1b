import type { Context } from '#server/platform/context.ts'
import { type App, route, type Viewer } from '#server/platform/http.ts'
import { ok } from '#server/platform/result.ts'
import { Me, UpdateMe } from '#server/rooms/accounts/schema.ts'
import { oneself } from '#server/rooms/graph/index.ts'
import { unread } from '#server/rooms/notify/index.ts'

const tags = ['people']

/** Oneself, put together from the rooms that each know a part: no room counts what is another's. */
export async function me(ctx: Context, viewer: Pick<Viewer, 'accountId'>): Promise<Me> {
  const [view, waiting] = await Promise.all([oneself.view(ctx, viewer), unread(ctx, viewer.accountId)])
  return { ...view, unread: waiting }
}

export function meDoor(app: App, ctx: Context): void {
  route(app, ctx, {
    method: 'GET',
    url: '/v1/me',
    access: 'account',
    tags,
    summary: 'Oneself, with what nobody else sees',
    response: { 200: Me },
    handler: ({ viewer }) => me(ctx, viewer),
  })
  route(app, ctx, {
    method: 'PATCH',
    url: '/v1/me',
    access: 'account',
    tags,
    summary: 'Change profile and settings',
    description: 'The proof is asked for with `email` only; everything else needs none.',
    proof: true,
    body: UpdateMe,
    response: { 200: Me },
    handler: async ({ viewer, body }) => {
      const done = await oneself.update(ctx, viewer, body)
      return done.ok ? ok(await me(ctx, viewer)) : done
    },
  })
}
