import { z } from 'zod'
import type { Context } from '#server/platform/context.ts'
import { type App, route } from '#server/platform/http.ts'

/** Kind, page and place of what broke, and in which browser: a message, an address or a header may carry anything that somebody wrote. */
function factsOf(
  { message, stack = '', url = '' }: { message: string; stack?: string | undefined; url?: string | undefined },
  agent: string,
) {
  const page = /^(?:https?:\/\/[^/]*)?\/([a-z-]{1,20})(?:[/?#]|$)/.exec(url)?.[1]
  return {
    kind: /^(?:Uncaught )?([A-Za-z]{0,30}Error)\b/.exec(message)?.[1] ?? 'Error',
    why: `/${page ?? ''} ${(agent.match(/(?:Firefox|Chrome|Version|Edg)\/[\d.]+/g) ?? []).join(' ')}`,
    frames: (stack.match(/\/assets\/[\w.-]+\.js:\d+:\d+/g) ?? []).slice(0, 12),
  }
}

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
      ctx.log.warn(factsOf(body, req.headers['user-agent'] ?? ''), 'a page broke')
      return undefined
    },
  })
}
