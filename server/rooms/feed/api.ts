import { chapter } from '#server/platform/chapters.ts'
import type { Context } from '#server/platform/context.ts'
import { type App, route } from '#server/platform/http.ts'
import { quickAnswers } from '#server/platform/quick.ts'
import { list, Page } from '#server/platform/schema.ts'
import { readyFeed } from './explore.ts'
import { followingFeed } from './followed.ts'
import { personalFeed } from './personal.ts'
import { FeedCard } from './schema.ts'

const tags = ['feed']
const LIMIT = { name: 'feed', burst: 600, seconds: 60, network: { burst: 2000, seconds: 60 } }
/** On top of the second that the bytes are kept. */
const QUICK_MS = 500

/** Explore and Following. */
export function feedRoutes(app: App, ctx: Context): void {
  chapter(app, 'feed', 'Explore and Following.')
  route(app, ctx, {
    method: 'GET',
    url: '/v1/feed',
    access: 'public',
    tags,
    summary: 'Explore: fresh and warmly received notes',
    description:
      'Signed in, the feed is one’s own: languages, follows, mutes and blocks count, and each card says `why` it is here. Signed out, everybody with the same language gets the same for a second. Pages of one feed never repeat a note, whatever is published meanwhile, and go on for twenty minutes in every process.',
    query: Page,
    response: { 200: list(FeedCard) },
    limit: LIMIT,
    own: async ({ viewer, query, locale, list }) =>
      viewer ? personalFeed(ctx, viewer, query) : (await readyFeed(ctx, locale, query, list)).list,
    handler: async ({ viewer, query, locale, list, reply, req }) => {
      reply.header('vary', 'cookie, authorization, accept-language')
      if (viewer) {
        reply.header('cache-control', 'private, no-store')
        return personalFeed(ctx, viewer, query)
      }
      const made = readyFeed(ctx, locale, query, list)
      const { bytes } = made instanceof Promise ? await made : made
      reply.header('cache-control', 'public, max-age=1').type('application/json; charset=utf-8')
      quickAnswers(ctx).keep(req, reply, bytes, QUICK_MS, LIMIT)
      return reply.send(bytes)
    },
  })
  route(app, ctx, {
    method: 'GET',
    url: '/v1/feed/following',
    access: 'account',
    tags,
    summary: 'Following: what the people I follow share, newest first',
    query: Page,
    response: { 200: list(FeedCard) },
    handler: ({ viewer, query }) => followingFeed(ctx, viewer, query),
  })
}
