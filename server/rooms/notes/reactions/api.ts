import { z } from 'zod'
import type { Context } from '#server/platform/context.ts'
import { type App, route } from '#server/platform/http.ts'
import { Id } from '#server/platform/schema.ts'
import { Views } from '../schema.ts'
import { look, lookerOf } from '../views/look.ts'
import { collect, uncollect } from './collect.ts'
import { like } from './like.ts'

const params = z.object({ id: Id })
const tags = ['notes']
const Board = z
  .object({ board: Id.optional() })
  .nullish()
  .transform((b) => b ?? {})

/** Like, collect, view. */
export function reactionRoutes(app: App, ctx: Context): void {
  for (const [method, on] of [
    ['PUT', true],
    ['DELETE', false],
  ] as const) {
    route(app, ctx, {
      method,
      url: '/v1/notes/:id/like',
      access: 'account',
      tags,
      summary: on ? 'Like a note' : 'Take a like back',
      params,
      response: { 204: null },
      handler: ({ viewer, params: { id } }) => like(ctx, viewer, id, on, 'note'),
    })
    route(app, ctx, {
      method,
      url: '/v1/comments/:id/like',
      access: 'account',
      tags: ['comments'],
      summary: on ? 'Like a comment' : 'Take a like of a comment back',
      params,
      response: { 204: null },
      handler: ({ viewer, params: { id } }) => like(ctx, viewer, id, on, 'comment'),
    })
    route(app, ctx, {
      method,
      url: '/v1/notes/:id/collect',
      access: 'account',
      tags,
      summary: on ? 'Collect a note into a board, by default my favourites' : 'Take a note out of one of my boards, or out of all',
      params,
      body: Board,
      response: { 204: null },
      handler: ({ viewer, params: { id }, body }) => (on ? collect : uncollect)(ctx, viewer, id, body.board),
    })
  }
  route(app, ctx, {
    method: 'POST',
    url: '/v1/views',
    access: 'public',
    tags,
    summary: 'Say which notes were looked at',
    description: 'Each person counts once for a note in half an hour, and only where they may see it; strangers by network and browser.',
    limit: { name: 'views', burst: 60, seconds: 60, network: { burst: 2000, seconds: 60 } },
    body: Views,
    suspendedToo: true,
    response: { 202: null },
    handler: ({ viewer, body, req }) =>
      look(
        ctx,
        lookerOf(viewer, req),
        body.items.map((item) => item.note),
      ),
  })
}
