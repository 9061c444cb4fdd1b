import { type Locale, loadCatalogue } from './lib/i18n.ts'
import { own } from './lib/own.ts'
import type { Page, Route } from './lib/page.ts'

const loaded = new Map<string, Page>()
/** What was last asked for, also when it could not be had. */
const asked = new Map<string, Promise<Page>>()

/** The code of a page when it is here already: then it is drawn at once, on the server and in the first paint alike. */
export const loadedPage = (route: Route): Page | undefined => loaded.get(route.file)

/** Puts a page in its place that came with the document. */
export const keepPage = (route: Route, page: Page): void => void loaded.set(route.file, page)

async function fileOf(route: Route): Promise<Page> {
  const { pageFiles } = await import('./page-files.ts')
  const load = own(pageFiles, `./pages/${route.file}.tsx`)
  if (!load) throw new Error(`web/routes.ts names a page that is not there: ${route.file}`)
  return (await load()).page
}

/** Loads the code and the words of a page; one that failed before is tried again. */
export function loadPage(route: Route, locale: Locale): Promise<Page> {
  const loading = (async () => {
    const [page] = await Promise.all([fileOf(route), loadCatalogue(locale, route.catalogue)])
    loaded.set(route.file, page)
    return page
  })()
  asked.set(route.file, loading)
  return loading
}

/** What is being loaded, or has failed: drawing asks again and again, and a page that cannot be had must be told, not asked for without end. */
export const pageOnItsWay = (route: Route, locale: Locale): Promise<Page> => asked.get(route.file) ?? loadPage(route, locale)
