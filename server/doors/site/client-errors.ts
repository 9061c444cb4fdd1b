import { z } from 'zod'
import type { Context } from '#server/platform/context.ts'
import { type App, route } from '#server/platform/http.ts'

/** Where browsers report what broke on a page. */
export function clientErrorDoor(app: App, ctx: Context): void {
  route(app, ctx, {
    method: 'POST',
    url: '/v1/client-errors',
    access: 'public',
    suspendedToo: true,
    tags: ['site'],
    summary: 'A page tells the site that it broke',
    limit: { name: 'client-errors', burst: 20, seconds: 60, network: { burst: 120, seconds: 60 } },
    bodyLimit: 16_384,
    body: z.object({ message: z.string().max(500), stack: z.string().max(4000).optional(), url: z.string().max(500).optional() }),
    response: { 204: null },
    handler: ({ body, req }) => {
      ctx.log.warn({ client: body, agent: req.headers['user-agent'] }, 'a page broke')
      return undefined
    },
  })
}
