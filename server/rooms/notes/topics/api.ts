import { Buffer } from 'node:buffer'
import { z } from 'zod'
import { READS } from '#server/platform/budget.ts'
import { chapter } from '#server/platform/chapters.ts'
import type { Context } from '#server/platform/context.ts'
import { type App, route } from '#server/platform/http.ts'
import { quickAnswers } from '#server/platform/quick.ts'
import { list, Page } from '#server/platform/schema.ts'
import { Card, Topic } from '../schema.ts'
import { keepTopic, topicAtOnce } from './ready.ts'
import { readTopic, topicNotes, trending } from './show.ts'

const tags = ['topics']
/** Any spelling; with or without `#`. */
const params = z.object({ name: z.string().min(1).max(200) })
/** Where topics are read. */
const TOPICS = '/v1/topics/'

export function topicRoutes(app: App, ctx: Context): void {
  chapter(app, 'topics', 'Topics with their counters, and what is written about them.')
  quickAnswers(ctx).serve(TOPICS, READS, (address) => topicAtOnce(ctx, address))
  route(app, ctx, {
    method: 'GET',
    url: '/v1/topics',
    access: 'public',
    tags,
    summary: 'Topics that grow now',
    query: Page,
    response: { 200: list(Topic) },
    handler: ({ viewer, query: { limit } }) => trending(ctx, viewer, limit),
  })
  route(app, ctx, {
    method: 'GET',
    url: '/v1/topics/:name',
    access: 'public',
    tags,
    summary: 'A topic with its counters',
    description: 'Counted are notes that everybody may come across. A topic that the reader may come across no note of is not found.',
    params,
    response: { 200: Topic },
    handler: ({ viewer, params: { name } }) => readTopic(ctx, viewer, name),
  })
  route(app, ctx, {
    method: 'GET',
    url: '/v1/topics/:name/notes',
    access: 'public',
    tags,
    summary: 'Notes of a topic: newest, or best answered first',
    params,
    query: Page.extend({ sort: z.enum(['top', 'new']).default('new') }),
    response: { 200: list(Card) },
    own: ({ viewer, params: { name }, query }) => topicNotes(ctx, viewer, name, query),
    handler: async ({ viewer, params: { name }, query, list, req, reply }) => {
      const found = await topicNotes(ctx, viewer, name, query)
      // The first page, as its address alone asks for it.
      if (viewer || !found.ok || !req.url.startsWith(TOPICS) || req.url.includes('?')) return found
      const { items, next } = found.value
      const bytes = Buffer.from(JSON.stringify({ items, next: list.close(next) }))
      reply.type('application/json; charset=utf-8')
      quickAnswers(ctx).learn(TOPICS, req, reply)
      keepTopic(ctx, req.url.slice(TOPICS.length), items, bytes)
      return reply.send(bytes)
    },
  })
}
