import type { I18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { type QueryClient, QueryClientProvider, useIsFetching, useQuery } from '@tanstack/react-query'
import { Component, type ReactNode, Suspense, use, useEffect, useMemo, useRef } from 'react'
import type { Problem } from '#server/platform/schema.ts'
import { meQuery, siteQuery, useViewer, ViewerContext } from '#web/features/accounts/queries.ts'
import { ApiProblem } from '#web/lib/api.ts'
import { documentLocale, type Locale } from '#web/lib/i18n.ts'
import { type Route, titleOf } from '#web/lib/page.ts'
import { pathTo } from '#web/lib/path.ts'
import { askRenewed } from '#web/lib/renewed.ts'
import { type Place, Redirect, RouterProvider, useRouter } from '#web/lib/router.tsx'
import { loadedPage, loadPage, pageOnItsWay } from '#web/loaded-pages.ts'
import { findRoute } from '#web/routes.ts'
import { Shell } from '#web/shell/shell.tsx'
import { ErrorState } from '#web/ui/states.tsx'

export interface AppProps {
  /** Path and query. */
  url: string
  i18n: I18n
  client: QueryClient
  /** Why the server could not draw this address; shown in its place until the reader goes elsewhere. */
  problem: Problem | undefined
}

const load = (path: string) => {
  const { route } = findRoute(path)
  return loadedPage(route) ? null : loadPage(route, documentLocale())
}

/** The whole site, the same on the server and in the browser. */
export function App({ url, i18n, client, problem }: AppProps) {
  return (
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <RouterProvider url={url} load={load}>
          <WithViewer>
            <Pages problem={problem} client={client} i18n={i18n} />
          </WithViewer>
        </RouterProvider>
      </QueryClientProvider>
    </I18nProvider>
  )
}

const WithViewer = ({ children }: { children: ReactNode }) => (
  <ViewerContext value={useQuery(meQuery()).data ?? null}>{children}</ViewerContext>
)

function Pages({ problem, client, i18n }: Pick<AppProps, 'problem' | 'client' | 'i18n'>) {
  const { place } = useRouter()
  // Only a page that is here opens above another: one that cannot be had says so in the other's place.
  const Above = place.over && loadedPage(findRoute(place.path).route)?.Above
  const base = (Above && place.over) || place
  const { route } = findRoute(base.path)
  const first = useRef(base.path)
  const shown = base.path === first.current ? problem : undefined
  return (
    <Shell chrome={route.chrome}>
      <PageAt place={base} problem={shown} client={client} i18n={i18n} isTop={!Above} />
      {Above && (
        <Above>
          <PageAt place={place} problem={undefined} client={client} i18n={i18n} isTop />
        </Above>
      )}
    </Shell>
  )
}

const rank = { public: 0, account: 1, moderator: 2, admin: 3 } as const
const rankOf = { person: 1, moderator: 2, admin: 3 } as const

function PageAt(props: { place: Place; problem: Problem | undefined; client: QueryClient; i18n: I18n; isTop: boolean }) {
  const { place, problem } = props
  const viewer = useViewer()
  const { route, params } = findRoute(place.path)
  if (problem)
    return <ErrorState whole error={new ApiProblem(problem)} {...(problem.status >= 500 ? { onRetry: () => location.reload() } : {})} />
  if (rank[route.access] > (viewer ? rankOf[viewer.role] : 0)) {
    if (!viewer) return <Redirect to={pathTo.signIn(`${place.path}${place.search}`)} />
    return <ErrorState whole error={null} title={<Trans>This page is for those who look after the site</Trans>} />
  }
  // The same page with other parameters is drawn anew; with another query only updated.
  const key = `${route.file}:${Object.values(params).join('/')}`
  return (
    <Boundary key={key}>
      <Suspense fallback={null}>
        <Body {...props} route={route} params={params} />
      </Suspense>
    </Boundary>
  )
}

function Body(props: { place: Place; route: Route; params: Record<string, string>; client: QueryClient; i18n: I18n; isTop: boolean }) {
  const { place, route, client, i18n, isTop } = props
  const page = loadedPage(route) ?? use(pageOnItsWay(route, i18n.locale as Locale))
  const viewer = useViewer()
  const search = useMemo(() => new URLSearchParams(place.search), [place.search])
  // What a page is called depends on what it has loaded.
  const fetching = useIsFetching()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `fetching` stands for the data behind the title.
  useEffect(() => {
    if (!isTop) return
    const { title } = page.head({ params: props.params, search, viewer, client, i18n })
    document.title = titleOf(title, client.getQueryData(siteQuery().queryKey)?.name)
  }, [page, search, viewer, client, i18n, isTop, fetching])
  return <page.Body params={props.params} search={search} />
}

/** A page that breaks says so in its own place and tells the site; the bars around it keep working. */
class Boundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null as Error | null }
  static getDerivedStateFromError(error: Error) {
    return { error }
  }
  override componentDidCatch(error: Error) {
    void askRenewed()
    const body = JSON.stringify({ message: error.message, stack: error.stack?.slice(0, 2000), url: location.pathname })
    void fetch('/v1/client-errors', { method: 'POST', headers: { 'content-type': 'application/json', 'x-vermilion': '1' }, body }).catch(
      () => {},
    )
  }
  override render() {
    return this.state.error ? <ErrorState whole error={this.state.error} onRetry={() => location.reload()} /> : this.props.children
  }
}
