import type { FastifyReply, FastifyRequest } from 'fastify'
import { LOCALE_COOKIE } from '#server/doors/session.ts'
import type { Context } from '#server/platform/context.ts'
import type { App } from '#server/platform/http.ts'
import { serverLocales } from '#server/platform/i18n.ts'
import { sendProblem } from '#server/platform/problem.ts'
import { csrf, fail } from '#server/platform/result.ts'
import { returnPath } from '#server/platform/return-path.ts'

type Form = Record<string, string>

/**
 * The few forms that work before (or without) JavaScript: language, signing in and out. They speak HTML forms on one side and
 * our own API on the other.
 */
export async function formDoor(app: App, ctx: Context): Promise<void> {
  await app.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 16_384 }, (_req, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    const secure = ctx.config.origin.startsWith('https:')
    const ours = (req: FastifyRequest): boolean => {
      const site = req.headers['sec-fetch-site']
      if (site !== undefined) return site === 'same-origin' || site === 'none'
      const { origin } = req.headers
      return origin === undefined || origin === ctx.config.origin
    }
    const form = (path: string, work: (form: Form, req: FastifyRequest, reply: FastifyReply) => Promise<string>) =>
      scope.post(path, { schema: { hide: true } }, async (req, reply) => {
        if (!ours(req)) return sendProblem(req, reply, fail(csrf))
        const next = await work((req.body ?? {}) as Form, req, reply)
        return reply.redirect(next, 303)
      })
    /** Calls /v1 in the name of who sent the form, and hands on the cookies it sets. */
    const call = async (req: FastifyRequest, reply: FastifyReply, method: 'POST' | 'PATCH', url: string, payload?: object) => {
      const { cookie = '', 'user-agent': agent = '' } = req.headers
      const said = await app.inject({
        method,
        url,
        remoteAddress: req.ip,
        headers: { cookie, 'user-agent': agent, 'accept-language': req.locale, 'x-vermilion': '1' },
        ...(payload ? { payload } : {}),
      })
      const set = said.headers['set-cookie']
      if (set) reply.header('set-cookie', set)
      return said
    }

    form('/language', async ({ locale, back }, req, reply) => {
      if (locale && serverLocales.includes(locale)) {
        if (req.viewer) await call(req, reply, 'PATCH', '/v1/me', { locale })
        reply.setCookie(LOCALE_COOKIE, locale, { path: '/', maxAge: 365 * 86_400, sameSite: 'lax', secure })
      }
      return returnPath(back)
    })
    form('/sign-in', async ({ login = '', password = '', code, next }, req, reply) => {
      const said = await call(req, reply, 'POST', '/v1/sign-in', { login, password, ...(code ? { code } : {}) })
      if (said.statusCode < 300) return returnPath(next)
      const { code: error = 'invalid' } = said.json() as { code?: string }
      return `/sign-in?${new URLSearchParams({ error, login, next: returnPath(next) })}`
    })
    form('/sign-up', async ({ handle = '', password = '', email, language, agreed, next }, req, reply) => {
      const person = { handle: handle.trim().replace(/^@/, '').toLowerCase(), password, agreed }
      const more = { ...(email ? { email } : {}), ...(language ? { language, languages: [language] } : {}) }
      const said = await call(req, reply, 'POST', '/v1/sign-up', { ...person, ...more })
      if (said.statusCode < 300) return returnPath(next)
      const { code: error = 'invalid' } = said.json() as { code?: string }
      return `/sign-up?${new URLSearchParams({ error, handle, next: returnPath(next) })}`
    })
    form('/sign-out', async (_form, req, reply) => {
      await call(req, reply, 'POST', '/v1/sign-out')
      return '/'
    })
    form('/demo-sign-in', async ({ handle, next }, req, reply) => {
      await call(req, reply, 'POST', '/v1/demo/sign-in', { handle })
      return returnPath(next)
    })
  })
}
