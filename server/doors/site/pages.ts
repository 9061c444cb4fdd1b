import type { FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { type MethodsOf, refuseCall } from '#server/doors/methods.ts'
import { LOCALE_COOKIE } from '#server/doors/session.ts'
import { countCall } from '#server/platform/budget.ts'
import type { Context } from '#server/platform/context.ts'
import type { App } from '#server/platform/http.ts'
import { serverLocales } from '#server/platform/i18n.ts'
import { type OwnAnswer, type OwnAsk, ownCalls } from '#server/platform/own-calls.ts'
import { sendProblem } from '#server/platform/problem.ts'
import { fail, tooMany } from '#server/platform/result.ts'
import { returnPath } from '#server/platform/return-path.ts'
import { type Life, type Made, Standing } from '#server/platform/standing.ts'
import type { Site } from '#server/rooms/accounts/schema.ts'
import type { Build, Fetcher } from './build.ts'
import { htmlDocument, unscriptedHash } from './document.ts'
import { ReadyPage, sendPage } from './reply.ts'

const THEMES = new Set(['light', 'dark'])
/** Pages kept for everybody, compressed. */
const MAX_BYTES = 10_000_000
/** A page of which something is new without anybody being told: long enough for a crowd, too short to be noticed, and what is withdrawn is gone in time. */
const UNTOLD: Life = { fresh: 600, most: 800 }
/** One whose changes are all told. What it may be behind with: "5 min ago", a better rendition of a picture, how a topic is spelt. */
const TOLD: Life = { fresh: 10_000, most: 30_000 }
/** How long what the site says of itself may be old on a page. */
const FACTS_MS = 1000
const LONGEST_KEY = 300
const PAGES = { name: 'pages', burst: 600, seconds: 60, network: { burst: 2000, seconds: 60 } }

interface Ask extends OwnAsk {
  /** Path and query without `lang`. */
  path: string
  theme: string | undefined
}

type Drawn = ReadyPage | string

/** The language choice travels in the address only when someone followed a link with it. */
function withoutLang(url: string): string {
  if (!url.includes('lang=')) return url
  const at = new URL(`http://x${url}`)
  at.searchParams.delete('lang')
  return `${at.pathname}${at.search}`
}

/** Ids of all that a page was drawn from, as they stand in its data. */
const namesIn = (state: string): Iterable<string> => (state.match(/"id":"\d+"/g) ?? []).map((found) => found.slice(6, -1))

/** Pages: drawn through our own API, in the reader's name; those for nobody in particular are kept as long as what they show stands. */
export function pageDoor(app: App, ctx: Context, build: Build, methodsOf: MethodsOf): void {
  const kept = ctx.hold('site.pages', () => new Standing<Drawn>(ctx, MAX_BYTES, (page) => (typeof page === 'string' ? 1 : page.size)))
  const call = ownCalls(app, ctx)

  // Every page says what the site is called: asked once a second for each language, not once a page.
  const facts = ctx.hold('site.facts', () => new LRUCache<string, Promise<OwnAnswer>>({ max: 20, ttl: FACTS_MS }))
  const askSite = (ask: Ask): Promise<OwnAnswer> => {
    const had = facts.get(ask.locale)
    if (had) return had
    const asking = call('/v1/site', { ...ask, viewer: null })
    facts.set(ask.locale, asking)
    // What failed is not kept.
    void asking.then(({ status }) => status !== 200 && facts.peek(ask.locale) === asking && facts.delete(ask.locale))
    return asking
  }

  /** The page, or where to go instead. `key`: under which it may be kept. */
  async function draw(ask: Ask, key: string | null): Promise<Made<Drawn>> {
    let wait = 0
    let told = true
    const fetcher: Fetcher = async (url) => {
      const isFacts = url === '/v1/site'
      const said = await (isFacts ? askSite(ask) : call(url, ask))
      const { status, value } = said
      wait = Math.max(wait, said.wait)
      // Nobody tells that a site has its administrator; then these facts stand.
      told &&= isFacts ? status === 200 && !(value as Site).needsAdmin : said.told
      // A real `Response` would cost more than the call itself.
      return { ok: status >= 200 && status < 300, status, statusText: '', json: async () => value, text: async () => JSON.stringify(value) }
    }
    const { path, locale, theme, viewer } = ask
    const me = viewer ? await fetcher('/v1/me') : null
    const rendered = await build.render({ url: path, locale, viewer: me?.ok ? await me.json() : null, fetcher })
    if (rendered.redirect) return { value: rendered.redirect, names: [], life: null }
    const { origin, siteName } = ctx.config
    const assets = build.assetsOf(rendered.file, locale, rendered.words)
    const html = htmlDocument({ rendered, assets, locale, locales: serverLocales, theme, origin, siteName, path })
    const styles = [...assets.styles.map((style) => style.hash), unscriptedHash]
    const page: ReadyPage = new ReadyPage(rendered.status, html, styles, rendered.status < 400 ? 0 : wait, () => {
      if (key !== null) kept.weigh(key, page)
    })
    // What is not there shall not push out what is; a page that lacks something is not given to others.
    const life = rendered.status === 200 && wait === 0 && key !== null ? (told ? TOLD : UNTOLD) : null
    return { value: page, names: life ? namesIn(rendered.state) : [], life }
  }

  /** A page takes one from whoever asks for it, however many calls it is drawn from; one that is ready for everybody takes nothing. */
  const isTooMany = (req: FastifyRequest, reply: FastifyReply): boolean => {
    const wait = countCall(ctx.limits, PAGES, req.viewer, req.ip)
    if (wait === 0) return false
    sendProblem(req, reply, fail(tooMany, { params: { seconds: wait } }))
    return true
  }

  const isNoPage = (url: string, path: string): boolean =>
    /^\/(v1|media|assets)(\/|$)/.test(path) ||
    (!build.isPage(path.split('?', 1)[0] ?? '') && methodsOf(url.split('?', 1)[0] ?? '').length > 0)

  const answer = async (req: FastifyRequest, reply: FastifyReply) => {
    const path = withoutLang(req.url)
    if (isNoPage(req.url, path)) return refuseCall(req, reply, methodsOf)
    const { locale, viewer, ip } = req
    const wish = req.cookies.theme
    const theme = wish && THEMES.has(wish) ? wish : undefined
    // A link that asks for a language keeps it for the next pages, unless the reader has chosen one before.
    if (path !== req.url && !req.cookies[LOCALE_COOKIE]) {
      reply.setCookie(LOCALE_COOKIE, locale, {
        path: '/',
        maxAge: 365 * 86_400,
        sameSite: 'lax',
        secure: ctx.config.origin.startsWith('https:'),
      })
    }
    const ask: Ask = { path, locale, theme, ip, viewer, req }
    const key = `${locale} ${theme ?? ''} ${path}`
    // Somebody's own page is nobody else's, and a long address is somebody's own.
    const isShared = viewer === null && key.length <= LONGEST_KEY
    const make = () => draw(ask, isShared ? key : null)
    const found = isShared ? kept.find(key, make) : undefined
    if (!found && isTooMany(req, reply)) return reply
    const made = found ?? (isShared ? kept.make(key, make) : (await make()).value)
    const page = made instanceof Promise ? await made : made
    if (typeof page === 'string') return reply.redirect(returnPath(page), 303)
    return sendPage(req, reply, page, viewer === null)
  }

  app.get('/', { schema: { hide: true } }, answer)
  app.get('/*', { schema: { hide: true } }, answer)
}
