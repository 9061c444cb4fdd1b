import { z } from 'zod'
import { chapter } from '#server/platform/chapters.ts'
import type { Context } from '#server/platform/context.ts'
import { type App, route } from '#server/platform/http.ts'
import { Id, list, Page } from '#server/platform/schema.ts'
import { Comment, MakeComment } from '../schema.ts'
import { deleteComment, pinComment } from './change.ts'
import { listComments, listReplies, readComment } from './list.ts'
import { makeComment } from './make.ts'

const tags = ['comments']
const params = z.object({ id: Id })

export function commentRoutes(app: App, ctx: Context): void {
  chapter(app, 'comments', 'Comments in two levels, under notes.')
  route(app, ctx, {
    method: 'POST',
    url: '/v1/notes/:id/comments',
    access: 'account',
    tags,
    summary: 'Comment on a note, or answer a comment under it',
    limit: { name: 'comments', burst: 60, seconds: 120 },
    params,
    body: MakeComment,
    response: { 201: Comment },
    again: ({ viewer }, id) => readComment(ctx, viewer, id),
    handler: async ({ viewer, params: { id }, body, key }) => {
      const made = await makeComment(ctx, viewer, id, body, { key })
      return made.ok ? readComment(ctx, viewer, made.value) : made
    },
  })
  route(app, ctx, {
    method: 'GET',
    url: '/v1/notes/:id/comments',
    access: 'public',
    tags,
    summary: 'First-level comments with their first replies; the pinned one first',
    params,
    query: Page.extend({ sort: z.enum(['top', 'new']).default('top') }),
    response: { 200: list(Comment) },
    // The note's counter tells of new ones.
    told: true,
    handler: ({ viewer, params: { id }, query }) => listComments(ctx, viewer, id, query),
  })
  route(app, ctx, {
    method: 'GET',
    url: '/v1/comments/:id/replies',
    access: 'public',
    tags,
    summary: 'All replies in a thread, oldest first',
    params,
    query: Page,
    response: { 200: list(Comment) },
    handler: ({ viewer, params: { id }, query }) => listReplies(ctx, viewer, id, query),
  })
  route(app, ctx, {
    method: 'DELETE',
    url: '/v1/comments/:id',
    access: 'account',
    tags,
    summary: 'Delete a comment: my own, or any under my note',
    params,
    response: { 204: null },
    handler: ({ viewer, params: { id } }) => deleteComment(ctx, viewer, id),
  })
  for (const [method, on] of [
    ['PUT', true],
    ['DELETE', false],
  ] as const)
    route(app, ctx, {
      method,
      url: '/v1/comments/:id/pin',
      access: 'account',
      tags,
      summary: on ? 'Put a comment on top, under my note' : 'Take it from the top',
      params,
      response: { 204: null },
      handler: ({ viewer, params: { id } }) => pinComment(ctx, viewer, id, on),
    })
}
