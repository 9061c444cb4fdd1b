import type { FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { type MethodsOf, refuseCall } from '#server/doors/methods.ts'
import { LOCALE_COOKIE, SESSION_COOKIE } from '#server/doors/session.ts'
import { countCall } from '#server/platform/budget.ts'
import type { Context } from '#server/platform/context.ts'
import type { App } from '#server/platform/http.ts'
import { serverLocales } from '#server/platform/i18n.ts'
import { inside } from '#server/platform/inside.ts'
import { sendProblem } from '#server/platform/problem.ts'
import { fail, tooMany } from '#server/platform/result.ts'
import { returnPath } from '#server/platform/return-path.ts'
import type { Build, Fetcher } from './build.ts'
import { htmlDocument, unscriptedHash } from './document.ts'
import { ReadyPage, sendPage } from './reply.ts'

const THEMES = new Set(['light', 'dark'])
/** How long a page drawn for one visitor serves all others: long enough for a crowd, and what is withdrawn is gone from it within a second. */
const SHARED_MS = 800
/** How long what the site says of itself may be old on a page. */
const FACTS_MS = 1000
const LONGEST_KEY = 300
const PAGES = { name: 'pages', burst: 600, seconds: 60, network: { burst: 2000, seconds: 60 } }

interface Ask {
  /** Path and query without `lang`. */
  path: string
  locale: string
  theme: string | undefined
  ip: string
  token: string | undefined
}

/** The language choice travels in the address only when someone followed a link with it. */
function withoutLang(url: string): string {
  if (!url.includes('lang=')) return url
  const at = new URL(`http://x${url}`)
  at.searchParams.delete('lang')
  return `${at.pathname}${at.search}`
}

/** Pages: drawn through our own API, in the reader's name. */
export function pageDoor(app: App, ctx: Context, build: Build, methodsOf: MethodsOf): void {
  const shared = ctx.hold('site.pages', () => new LRUCache<string, Promise<ReadyPage | string>>({ max: 100, ttl: SHARED_MS }))

  // Every page says what the site is called: asked once a second for each language, not once a page.
  const facts = ctx.hold('site.facts', () => new LRUCache<string, ReturnType<Fetcher>>({ max: 20, ttl: FACTS_MS }))

  /** The page, or where to go instead. */
  async function draw({ path, locale, theme, ip, token }: Ask): Promise<ReadyPage | string> {
    const headers = {
      accept: 'application/json',
      'accept-language': locale,
      cookie: `${LOCALE_COOKIE}=${locale}${token ? `; ${SESSION_COOKIE}=${token}` : ''}`,
      ...inside(ctx, 'page'),
    }
    let wait = 0
    // A real `Response` would cost more than the call itself.
    const call: Fetcher = async (url) => {
      const { statusCode, body, headers: said } = await app.inject({ method: 'GET', url, headers, remoteAddress: ip })
      wait = Math.max(wait, Number(said['retry-after']) || 0)
      const ok = statusCode >= 200 && statusCode < 300
      return { ok, status: statusCode, statusText: '', json: async () => JSON.parse(body), text: async () => body }
    }
    const fetcher: Fetcher = (url, init) => {
      if (url !== '/v1/site') return call(url, init)
      const had = facts.get(locale)
      if (had) return had
      const asking = call(url, init)
      facts.set(locale, asking)
      // What failed is not kept.
      const forget = () => void (facts.peek(locale) === asking && facts.delete(locale))
      asking.then(({ ok }) => ok || forget(), forget)
      return asking
    }
    const me = token ? await fetcher('/v1/me', {}) : null
    const viewer = me?.ok ? await me.json() : null
    const rendered = await build.render({ url: path, locale, viewer, fetcher })
    if (rendered.redirect) return rendered.redirect
    const { origin, siteName } = ctx.config
    const assets = build.assetsOf(rendered.file, locale, rendered.words)
    const html = htmlDocument({ rendered, assets, locale, locales: serverLocales, theme, origin, siteName, path })
    return new ReadyPage(
      rendered.status,
      html,
      [...assets.styles.map((style) => style.hash), unscriptedHash],
      rendered.status < 400 ? 0 : wait,
    )
  }

  /** A page takes one from whoever asks for it, however many calls it is drawn from; one that is ready for everybody takes nothing. */
  const isTooMany = (req: FastifyRequest, reply: FastifyReply): boolean => {
    const wait = countCall(ctx.limits, PAGES, req.viewer, req.ip)
    if (wait === 0) return false
    sendProblem(req, reply, fail(tooMany, { params: { seconds: wait } }))
    return true
  }

  const answer = async (req: FastifyRequest, reply: FastifyReply) => {
    const path = withoutLang(req.url)
    if (
      /^\/(v1|media|assets)(\/|$)/.test(path) ||
      (methodsOf(req.url.split('?', 1)[0] ?? '').length > 0 && !build.isPage(path.split('?', 1)[0] ?? ''))
    )
      return refuseCall(req, reply, methodsOf)
    const { locale } = req
    const wish = req.cookies.theme
    const theme = wish && THEMES.has(wish) ? wish : undefined
    const token = req.viewer ? req.cookies[SESSION_COOKIE] : undefined
    // A link that asks for a language keeps it for the next pages, unless the reader has chosen one before.
    if (path !== req.url && !req.cookies[LOCALE_COOKIE]) {
      reply.setCookie(LOCALE_COOKIE, locale, {
        path: '/',
        maxAge: 365 * 86_400,
        sameSite: 'lax',
        secure: ctx.config.origin.startsWith('https:'),
      })
    }
    const ask = { path, locale, theme, ip: req.ip, token }
    const isOneForAll = !token
    let page: Promise<ReadyPage | string> | undefined
    if (isOneForAll) {
      const key = `${locale} ${theme ?? ''} ${path}`
      page = shared.get(key)
      if (!page) {
        if (isTooMany(req, reply)) return reply
        const drawing = draw(ask)
        page = drawing
        // A long address is somebody's own.
        if (key.length <= LONGEST_KEY) {
          shared.set(key, drawing)
          const forget = () => void (shared.peek(key) === drawing && shared.delete(key))
          // What failed is not kept, and what is not there shall not push out what is.
          drawing.then((p) => (typeof p === 'string' || p.status !== 200) && forget(), forget)
        }
      }
    } else if (isTooMany(req, reply)) return reply
    const ready = await (page ?? draw(ask))
    if (typeof ready === 'string') return reply.redirect(returnPath(ready), 303)
    return sendPage(req, reply, ready, isOneForAll)
  }

  app.get('/', { schema: { hide: true } }, answer)
  app.get('/*', { schema: { hide: true } }, answer)
}
