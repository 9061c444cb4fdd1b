import type { QueryClient } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import type { Problem } from '#server/platform/schema.ts'
import type { Me } from '#server/rooms/accounts/schema.ts'
import { App } from './app.tsx'
import { meQuery, siteQuery } from './features/accounts/queries.ts'
import { ApiProblem, createApi, type Fetcher, setApi } from './lib/api.ts'
import { i18nOf, type Locale, loadCatalogue } from './lib/i18n.ts'
import { beginnings } from './lib/lists.ts'
import { type Head, titleOf, type Visit } from './lib/page.ts'
import { createQueryClient } from './lib/query-client.ts'
import { seedOf } from './lib/seed.ts'
import { loadedPage, loadPage } from './loaded-pages.ts'
import { findRoute } from './routes.ts'

export interface RenderInput {
  /** Path and query. */
  url: string
  locale: Locale
  viewer: Me | null
  /** Calls /v1 in the reader's name. */
  fetcher: Fetcher
}

export interface Rendered {
  status: number
  /** Set when the address asks for someone who is signed in. */
  redirect?: string
  html: string
  /** JSON for hydration, safe inside a script element. */
  state: string
  head: Head
  /** Source file of the page, to find its assets in the manifest. */
  file: string
  /** The group whose words the page speaks, besides those of the first screen. */
  words: string
  /** The cursor at which the page's list goes on. */
  more?: string
}

const rank = { public: 0, account: 1, moderator: 2, admin: 3 } as const
const rankOf = { person: 1, moderator: 2, admin: 3 } as const

/** Whether a page stands at a path. */
export const isPage = (path: string): boolean => findRoute(path).route.path !== '*'

/** Draws one address as HTML. */
export async function render({ url, locale, viewer, fetcher }: RenderInput): Promise<Rendered> {
  const { pathname, searchParams } = new URL(`http://x${url}`)
  const { route, params } = findRoute(pathname)
  const file = `web/pages/${route.file}.tsx`
  if (rank[route.access] > 0 && !viewer) {
    return {
      status: 303,
      redirect: `/sign-in?next=${encodeURIComponent(url)}`,
      html: '',
      state: '',
      head: { title: '' },
      file,
      words: route.catalogue,
    }
  }
  const page = loadedPage(route) ?? (await loadPage(route, locale))
  await Promise.all(['first', route.catalogue].map((words) => loadCatalogue(locale, words)))
  const i18n = i18nOf(locale)
  const client = createQueryClient(true)
  setApi(client, createApi(fetcher))
  // A cursor is good for the list it was given out for, and means the beginning to any other.
  const begin = searchParams.get('cursor')
  if (begin) beginnings.set(client, begin)
  client.setQueryData(meQuery().queryKey, viewer)
  const visit: Visit = { params, search: searchParams, viewer, client, i18n }

  let status = route.path === '*' ? 404 : 200
  let problem: Problem | undefined
  if (rank[route.access] > (viewer ? rankOf[viewer.role] : 0)) status = 403
  else {
    try {
      await Promise.all([client.prefetchQuery(siteQuery()), page.prefetch?.(visit)])
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      status = error.status || 503
      const { title, detail, code } = error
      problem = { type: 'about:blank', title, status, code, ...(detail ? { detail } : {}) }
    }
  }
  const seed = seedOf(client)
  const more = moreOf(client)
  const html = renderToString(<App url={url} i18n={i18n} client={client} problem={problem} />)
  const said: Head = problem ? { title: `${problem.title} · Vermilion`, hidden: true } : page.head(visit)
  const head = { ...said, title: titleOf(said.title, client.getQueryData(siteQuery().queryKey)?.name) }
  client.clear()
  return {
    status,
    html,
    state: JSON.stringify({ url: pathname, seed, problem }).replaceAll('<', '\\u003c'),
    head,
    file,
    words: route.catalogue,
    ...(more ? { more } : {}),
  }
}

/** Where the list of the page goes on. */
const moreOf = (client: QueryClient): string | undefined =>
  client
    .getQueryCache()
    .getAll()
    .map(({ state }) => (state.data as { pages?: { next?: string | null }[] } | undefined)?.pages?.at(-1)?.next)
    .find((next) => typeof next === 'string') ?? undefined
