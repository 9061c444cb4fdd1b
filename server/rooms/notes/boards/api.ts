import { z } from 'zod'
import { chapter } from '#server/platform/chapters.ts'
import type { Context } from '#server/platform/context.ts'
import { type App, route } from '#server/platform/http.ts'
import { Id, list, Page } from '#server/platform/schema.ts'
import { collect, uncollect } from '../reactions/collect.ts'
import { Board, Card, MakeBoard, UpdateBoard } from '../schema.ts'
import { deleteBoard, makeBoard, updateBoard } from './change.ts'
import { boardNotes, boardsHolding, boardsOf, readBoard } from './view.ts'

const tags = ['boards']
const params = z.object({ id: Id })

export function boardRoutes(app: App, ctx: Context): void {
  chapter(app, 'boards', 'Where collected notes lie, open or private.')
  route(app, ctx, {
    method: 'GET',
    url: '/v1/accounts/:handle/boards',
    access: 'public',
    tags,
    summary: 'Somebody’s boards, newest first; private ones only for their owner',
    params: z.object({ handle: z.string().max(64) }),
    query: Page,
    response: { 200: list(Board) },
    handler: ({ viewer, params: { handle }, query }) => boardsOf(ctx, viewer, handle, query),
  })
  route(app, ctx, {
    method: 'POST',
    url: '/v1/boards',
    access: 'account',
    tags,
    summary: 'Make a board',
    body: MakeBoard,
    response: { 201: Board },
    again: ({ viewer }, id) => readBoard(ctx, viewer, id),
    handler: async ({ viewer, body, once }) => {
      const made = await makeBoard(ctx, viewer, body, once.made)
      return made.ok ? readBoard(ctx, viewer, made.value) : made
    },
  })
  route(app, ctx, {
    method: 'GET',
    url: '/v1/boards/:id',
    access: 'public',
    tags,
    summary: 'A board',
    params,
    response: { 200: Board },
    handler: ({ viewer, params: { id } }) => readBoard(ctx, viewer, id),
  })
  route(app, ctx, {
    method: 'PATCH',
    url: '/v1/boards/:id',
    access: 'account',
    tags,
    summary: 'Rename my board, open or close it, choose its cover',
    params,
    body: UpdateBoard,
    response: { 200: Board },
    handler: async ({ viewer, params: { id }, body }) => {
      const done = await updateBoard(ctx, viewer, id, body)
      return done.ok ? readBoard(ctx, viewer, id) : done
    },
  })
  route(app, ctx, {
    method: 'DELETE',
    url: '/v1/boards/:id',
    access: 'account',
    tags,
    summary: 'Delete my board; notes that lie in no other are no longer collected',
    params,
    response: { 204: null },
    handler: ({ viewer, params: { id } }) => deleteBoard(ctx, viewer, id),
  })
  onBoard(app, ctx)
}

function onBoard(app: App, ctx: Context): void {
  route(app, ctx, {
    method: 'GET',
    url: '/v1/boards/:id/notes',
    access: 'public',
    tags,
    summary: 'What lies in a board, last collected first',
    params,
    query: Page,
    response: { 200: list(Card) },
    handler: ({ viewer, params: { id }, query }) => boardNotes(ctx, viewer, id, query),
  })
  for (const [method, on] of [
    ['PUT', true],
    ['DELETE', false],
  ] as const)
    route(app, ctx, {
      method,
      url: '/v1/boards/:id/notes/:note',
      access: 'account',
      tags,
      summary: on ? 'Collect a note into this board of mine' : 'Take a note out of this board of mine',
      params: z.object({ id: Id, note: Id }),
      response: { 204: null },
      handler: ({ viewer, params: { id, note } }) => (on ? collect : uncollect)(ctx, viewer, note, id),
    })
  route(app, ctx, {
    method: 'GET',
    url: '/v1/notes/:id/boards',
    access: 'account',
    tags,
    summary: 'All of my boards, and which of them hold this note',
    params,
    response: { 200: z.object({ items: z.array(z.object({ board: Board, holds: z.boolean() })) }) },
    handler: async ({ viewer, params: { id } }) => ({ items: await boardsHolding(ctx, viewer, id) }),
  })
}
