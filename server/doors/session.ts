import fastifyCookie from '@fastify/cookie'
import type { FastifyRequest } from 'fastify'
import type { Context } from '#server/platform/context.ts'
import type { App, Viewer } from '#server/platform/http.ts'
import { negotiate, serverLocales } from '#server/platform/i18n.ts'
import { sendProblem } from '#server/platform/problem.ts'
import { csrf, fail } from '#server/platform/result.ts'

export const SESSION_COOKIE = 'vermilion'
export const LOCALE_COOKIE = 'locale'

/** Finds out who calls: bearer token first, then the session cookie. */
export type FindViewer = (ctx: Context, token: string) => Viewer | null | Promise<Viewer | null>

const bearer = (req: FastifyRequest): string | null => /^Bearer ([\w-]{20,200})$/i.exec(req.headers.authorization ?? '')?.[1] ?? null

/**
 * A write that rides on the cookie must come from our own pages: browsers say so by `Sec-Fetch-Site`; where that is missing
 * (older ones), our client's own header serves, which no foreign form can set.
 */
function fromOurPages(req: FastifyRequest, origin: string): boolean {
  const site = req.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  if (req.headers['x-vermilion'] !== undefined) return true
  return req.headers.origin === origin
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Puts `viewer` and `locale` on each request and turns away forged writes. */
export async function sessionDoor(app: App, ctx: Context, find: FindViewer): Promise<void> {
  await app.register(fastifyCookie)
  app.decorateRequest('viewer', null)
  app.decorateRequest('locale', 'en')
  app.addHook('onRequest', async (req, reply) => {
    const token = bearer(req)
    const cookie = token ? undefined : req.cookies[SESSION_COOKIE]
    const found = token ?? cookie
    if (found) {
      const viewer = find(ctx, found)
      req.viewer = viewer instanceof Promise ? await viewer : viewer
    }
    req.locale = localeOf(req)
    if (cookie && !READS.has(req.method) && !fromOurPages(req, ctx.config.origin)) return sendProblem(req, reply, fail(csrf))
  })
}

/** `?lang`, then the cookie a visitor's choice leaves, then the account's language, then the browser's. */
function localeOf(req: FastifyRequest): string {
  const asked = (req.query as { lang?: unknown } | undefined)?.lang
  if (typeof asked === 'string' && serverLocales.includes(asked)) return asked
  const chosen = req.cookies[LOCALE_COOKIE]
  if (chosen && serverLocales.includes(chosen)) return chosen
  return req.viewer?.locale ?? negotiate(req.headers['accept-language'])
}
