import type { FastifyReply, FastifyRequest } from 'fastify'
import { LOCALE_COOKIE } from '#server/doors/session.ts'
import type { Context } from '#server/platform/context.ts'
import type { App } from '#server/platform/http.ts'
import { serverLocales } from '#server/platform/i18n.ts'
import { sendProblem } from '#server/platform/problem.ts'
import { csrf, fail } from '#server/platform/result.ts'
import { returnPath } from '#server/platform/return-path.ts'
import { deeds } from './deeds.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What a form said. Of a field that came several times `all` has every value, the others the last. */
class Form {
  readonly #said: URLSearchParams
  constructor(body: unknown) {
    this.#said = new URLSearchParams(typeof body === 'string' ? body : '')
  }
  get(name: string): string {
    return this.#said.getAll(name).at(-1) ?? ''
  }
  all(name: string): string[] {
    return this.#said.getAll(name)
  }
  /** Those of the fields that came. */
  some<K extends string>(...names: K[]): Partial<Record<K, string>> {
    return Object.fromEntries(names.filter((name) => this.#said.has(name)).map((name) => [name, this.get(name)])) as Partial<
      Record<K, string>
    >
  }
}

/** What /v1 answered to a form. */
interface Answer {
  ok: boolean
  /** Of the problem; empty where there is none. */
  code: string
}

/** `path` with these parameters besides its own; one that is empty is taken out. */
function withParams(path: string, params: Record<string, string>): string {
  const url = new URL(path, 'http://here.invalid')
  for (const [name, value] of Object.entries(params)) {
    if (value) url.searchParams.set(name, value)
    else url.searchParams.delete(name)
  }
  return url.pathname + url.search + url.hash
}

/**
 * The forms and buttons that work before (or without) JavaScript. They speak HTML forms on one side and our own API on the other, and lead on by a
 * redirect. What was refused is said by the page they lead to, by `refused` in its address.
 */
export async function formDoor(app: App, ctx: Context): Promise<void> {
  await app.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 65_536 }, (_req, body, done) =>
      done(null, body),
    )
    const secure = ctx.config.origin.startsWith('https:')
    const ours = (req: FastifyRequest): boolean => {
      const site = req.headers['sec-fetch-site']
      if (site !== undefined) return site === 'same-origin' || site === 'none'
      const { origin } = req.headers
      return origin === undefined || origin === ctx.config.origin
    }
    /** Calls /v1 in the name of who sent the form, and hands on the cookies it sets. */
    const callOf =
      (req: FastifyRequest, reply: FastifyReply) =>
      async (method: Method, url: string, payload?: object): Promise<Answer> => {
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
        const ok = said.statusCode < 300
        return { ok, code: ok ? '' : ((said.json() as { code?: string }).code ?? 'invalid') }
      }
    type Call = ReturnType<typeof callOf>
    const form = (path: string, work: (form: Form, call: Call, req: FastifyRequest, reply: FastifyReply) => Promise<string>) =>
      scope.post(path, { schema: { hide: true } }, async (req, reply) => {
        if (!ours(req)) return sendProblem(req, reply, fail(csrf))
        const next = await work(new Form(req.body), callOf(req, reply), req, reply)
        return reply.redirect(next, 303)
      })
    /** Where it leads after an answer: on, to the door for whoever is not signed in, or back with what was refused. */
    const after = (said: Answer, back: string, done = ''): string => {
      if (said.code === 'sign-in-first') return `/sign-in?${new URLSearchParams({ next: back })}`
      return withParams(back, said.ok ? { refused: '', done } : { refused: said.code, done: '' })
    }

    form('/language', async (said, call, req, reply) => {
      const locale = said.get('locale')
      if (serverLocales.includes(locale)) {
        if (req.viewer) await call('PATCH', '/v1/me', { locale })
        reply.setCookie(LOCALE_COOKIE, locale, { path: '/', maxAge: 365 * 86_400, sameSite: 'lax', secure })
      }
      return returnPath(said.get('back'))
    })
    form('/sign-in', async (said, call) => {
      const [login, code, next] = [said.get('login'), said.get('code'), returnPath(said.get('next'))]
      const answer = await call('POST', '/v1/sign-in', { login, password: said.get('password'), ...(code ? { code } : {}) })
      return answer.ok ? next : `/sign-in?${new URLSearchParams({ error: answer.code, login, next })}`
    })
    form('/sign-up', async (said, call) => {
      const [handle, language, next] = [said.get('handle'), said.get('language'), returnPath(said.get('next'))]
      const languages = said.all('languages')
      const email = said.get('email')
      const answer = await call('POST', '/v1/sign-up', {
        handle: handle.trim().replace(/^@/, '').toLowerCase(),
        password: said.get('password'),
        agreed: said.get('agreed'),
        ...(email ? { email } : {}),
        ...(language ? { language, languages: languages.length > 0 ? languages : [language] } : {}),
      })
      return answer.ok ? next : `/sign-up?${new URLSearchParams({ error: answer.code, handle, next })}`
    })
    form('/sign-out', async (_said, call) => {
      await call('POST', '/v1/sign-out')
      return '/'
    })
    form('/demo-sign-in', async (said, call) => {
      await call('POST', '/v1/demo/sign-in', { handle: said.get('handle') })
      return returnPath(said.get('next'))
    })
    form('/reset', async (said, call) => after(await call('POST', '/v1/reset', said.some('login')), '/reset', 'sent'))
    form('/reset/link', async (said, call) => {
      const answer = await call('POST', '/v1/reset/confirm', {
        ...said.some('token', 'password'),
        ...(said.get('code') ? said.some('code') : {}),
      })
      return answer.ok ? '/' : after(answer, `/reset?${new URLSearchParams({ token: said.get('token') })}`)
    })
    form('/reset/code', async (said, call) => {
      const answer = await call('POST', '/v1/reset/recovery', said.some('login', 'code', 'password'))
      return answer.ok ? '/' : after(answer, '/reset')
    })
    form('/setup', async (said, call, req) => {
      const person = { ...said.some('handle', 'password', 'code'), language: req.locale }
      const answer = await call('POST', '/v1/setup', person)
      return answer.ok ? '/' : after(answer, '/setup')
    })
    form('/settings/profile', async (said, call) => {
      const profile = { ...said.some('displayName', 'bio', 'pronouns', 'place'), languages: said.all('languages') }
      return after(await call('PATCH', '/v1/me', profile), '/settings/profile', 'saved')
    })
    form('/settings/privacy', async (said, call) => {
      const typed = said.get('value').trim()
      const kind = /^[#＃]/u.test(typed) ? 'topic' : 'word'
      return after(await call('POST', '/v1/me/filters', { kind, value: typed.replace(/^[#＃]/u, '') }), '/settings/privacy')
    })
    form('/notes/:id/comments', async (said, call, req) => {
      const { id = '' } = req.params as { id?: string }
      const back = `/notes/${encodeURIComponent(id)}`
      const answer = await call('POST', `/v1${back}/comments`, said.some('text'))
      return `${after(answer, back)}#comments`
    })
    form('/act/:deed/:of', async (said, call, req) => {
      const { deed = '', of = '' } = req.params as { deed?: string; of?: string }
      const back = returnPath(said.get('back'))
      const done = deeds.get(deed)
      return done ? after(await call(done.method, done.url(encodeURIComponent(of)), done.body), back) : back
    })
  })
}
