import { z } from 'zod'
import { chapter } from '#server/platform/chapters.ts'
import type { Context } from '#server/platform/context.ts'
import { type App, route } from '#server/platform/http.ts'
import { Id, list, Page } from '#server/platform/schema.ts'
import { Draft, SaveDraft } from '../schema.ts'
import { deleteDraft, makeDraft, saveDraft } from './change.ts'
import { listDrafts, readDraft } from './view.ts'

const tags = ['drafts']
const params = z.object({ id: Id })
/** Saved as one types: more often than anything else is written. */
const limit = { name: 'drafts', burst: 240, seconds: 60 }

export function draftRoutes(app: App, ctx: Context): void {
  chapter(app, 'drafts', 'What is being written, kept as typed.')
  route(app, ctx, {
    method: 'POST',
    url: '/v1/drafts',
    access: 'account',
    tags,
    summary: 'Begin a draft',
    limit,
    body: SaveDraft.partial({ version: true }),
    response: { 201: Draft },
    again: ({ viewer }, id) => readDraft(ctx, viewer, id),
    handler: ({ viewer, body, once }) => makeDraft(ctx, viewer, { version: 0, ...body }, once.made),
  })
  route(app, ctx, {
    method: 'GET',
    url: '/v1/drafts',
    access: 'account',
    tags,
    summary: 'My drafts, last saved first',
    query: Page,
    response: { 200: list(Draft) },
    handler: ({ viewer, query }) => listDrafts(ctx, viewer, query),
  })
  route(app, ctx, {
    method: 'GET',
    url: '/v1/drafts/:id',
    access: 'account',
    tags,
    summary: 'One of my drafts',
    params,
    response: { 200: Draft },
    handler: ({ viewer, params: { id } }) => readDraft(ctx, viewer, id),
  })
  route(app, ctx, {
    method: 'PUT',
    url: '/v1/drafts/:id',
    access: 'account',
    tags,
    summary: 'Save what was typed',
    description: 'When somebody saved in between: problem `draft-newer`, with the newer one as `draft`; nothing is overwritten.',
    limit,
    params,
    body: SaveDraft,
    response: { 200: Draft },
    handler: ({ viewer, params: { id }, body }) => saveDraft(ctx, viewer, id, body),
  })
  route(app, ctx, {
    method: 'DELETE',
    url: '/v1/drafts/:id',
    access: 'account',
    tags,
    summary: 'Throw a draft away',
    params,
    response: { 204: null },
    handler: ({ viewer, params: { id } }) => deleteDraft(ctx, viewer, id),
  })
}
