import { z } from 'zod'
import { chapter } from '#server/platform/chapters.ts'
import type { Context } from '#server/platform/context.ts'
import { type App, route } from '#server/platform/http.ts'
import { list } from '#server/platform/schema.ts'
import { cleanLine } from '#server/platform/text.ts'
import { SearchQuery, Suggestion } from './schema.ts'
import { suggest } from './suggest.ts'
import { types } from './types.ts'

const tags = ['search']

/** Finding notes, people and topics, and what to type. */
export function searchRoutes(app: App, ctx: Context): void {
  chapter(app, 'search', 'Finding notes, people and topics in Chinese and English.')
  route(app, ctx, {
    method: 'GET',
    url: '/v1/search',
    access: 'public',
    tags,
    summary: 'Search notes, accounts or topics',
    description:
      'All words must be there; Chinese is found by any run of characters, traditional or simplified, English by word stem, both in the original and in the author’s second language layer. `"…"` is looked for as it stands. Items are cards, people or topics, as `type` says.',
    query: SearchQuery,
    response: { 200: list(z.union(Object.values(types).map(({ item }) => item))) },
    limit: { name: 'search', burst: 120, seconds: 60, network: { burst: 900, seconds: 60 } },
    handler: ({ viewer, query: { q, type, ...page } }) => types[type].find(ctx, viewer, cleanLine(q), page),
  })
  route(app, ctx, {
    method: 'GET',
    url: '/v1/search/suggestions',
    access: 'public',
    tags,
    summary: 'Suggestions while typing',
    query: SearchQuery.pick({ q: true }),
    response: { 200: z.object({ items: z.array(Suggestion) }) },
    limit: { name: 'suggestions', burst: 300, seconds: 60, network: { burst: 2000, seconds: 60 } },
    handler: async ({ viewer, query }) => ({ items: await suggest(ctx, viewer, cleanLine(query.q)) }),
  })
}
