import { z } from 'zod'
import { buildApp } from '#server/app.ts'
import { readConfig } from '#server/platform/config.ts'
import { createContext } from '#server/platform/context.ts'
import type { Shape } from './fitting.ts'
import type { Target } from './requests.ts'

/** Pages and files that are not declared by `route()`. */
const undeclared: Target[] = [
  ...[
    '/',
    '/following',
    '/notes/:id',
    '/@:handle',
    '/@:handle/boards',
    '/@:handle/followers',
    '/boards/:id',
    '/topics',
    '/topics/:name',
    '/compose',
    '/drafts',
    '/me',
    '/settings',
    '/settings/:section',
    '/sign-up',
    '/setup',
    '/rules',
    '/moderation',
    '/admin',
    '/offline',
    '/media/*',
    '/assets/*',
    '/healthz',
    '/metrics',
    '/openapi.json',
    '/docs/*',
    '/robots.txt',
    '/sitemap.xml',
    '/manifest.webmanifest',
    '/sw.js',
    '/v1/*',
    '/*',
  ].map((url) => ({ method: 'GET', url })),
  {
    method: 'GET',
    url: '/search',
    query: { type: 'object', properties: { q: { type: 'string', maxLength: 200 }, type: { enum: ['notes', 'accounts', 'topics'] } } },
  },
  { method: 'GET', url: '/sign-in', query: { type: 'object', properties: { next: { type: 'string', maxLength: 500 } } } },
  { method: 'GET', url: '/reset', query: { type: 'object', properties: { token: { type: 'string', maxLength: 100 } } } },
  {
    method: 'GET',
    url: '/v1/oembed',
    query: { type: 'object', properties: { url: { type: 'string', maxLength: 500 }, maxwidth: { type: 'integer' } } },
  },
  // Methods that nobody declared.
  ...['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'].flatMap((method) =>
    ['/', '/v1/notes', '/v1/feed', '/healthz', '/media/*'].map((url) => ({ method, url })),
  ),
  ...['/v1/feed', '/notes/:id', '/media/*', '/healthz'].map((url) => ({ method: 'HEAD', url })),
]

const shapeOf = (schema: z.ZodType): Shape => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape

/** Everything that can be asked of the site: each declared route with what its schema wants, then pages and files. */
export async function targetsOf(databaseUrl: string): Promise<Target[]> {
  const config = readConfig({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent', DATABASE_POOL: '2' })
  const ctx = await createContext(config, { connection: { connectionString: databaseUrl } })
  try {
    const app = await buildApp(ctx)
    const declared = app.routeTable.map(({ method, url, query, body }) => ({
      method,
      url,
      ...(query ? { query: shapeOf(query) } : {}),
      ...(body ? { body: shapeOf(body) } : {}),
    }))
    await app.close()
    if (declared.length < 50) throw new Error(`only ${declared.length} routes are declared: the table itself is broken`)
    return [...declared, ...undeclared]
  } finally {
    await ctx.stop()
  }
}
